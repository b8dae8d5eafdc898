package io.assay.contracts;

import java.util.ArrayList;
import java.util.List;

/**
 * Declares a signal part by part. {@link #build} refuses one that lacks a part, and says which.
 *
 * <p>A list of signals takes built ones alone, so that {@code build()} cannot be forgotten either.
 */
final class SignalBuilder {
  private final String name;
  private final Family family;
  private final SignalInput input;
  private boolean isFlag;
  private String called;
  private String none;
  private String unit;
  private String comment;
  private String sql;
  private boolean byMagnitude;
  private boolean isShareOfPosts;
  private String needs;
  private String high;
  private String low;
  private String benign;
  private String why;

  SignalBuilder(String name, Family family, SignalInput input) {
    this.name = name;
    this.family = family;
    this.input = input;
  }

  /** High values are suspicious, and mean this; {@code {value}} is filled in. */
  SignalBuilder high(String sentence) {
    high = sentence;
    return this;
  }

  /** Low values are suspicious, and mean this; {@code {value}} is filled in. */
  SignalBuilder low(String sentence) {
    low = sentence;
    return this;
  }

  /** It is true or false, and true means this. */
  SignalBuilder flag(String sentence) {
    isFlag = true;
    high = sentence;
    return this;
  }

  /**
   * What it is in the name of a group of accounts, where {@code {value}} is filled in with "at
   * least" or "at most" and a number; of true or false what true means. By default its name.
   */
  SignalBuilder called(String words) {
    called = words;
    return this;
  }

  /**
   * What it is there where the value is 0 or less. By default what it is called with "no" or, of a
   * share, "none" in place of the number.
   */
  SignalBuilder none(String words) {
    none = words;
    return this;
  }

  /** What the value is, its unit ("" for none), and the expression that gives it. */
  SignalBuilder is(String meaning, String valueUnit, String expression) {
    comment = meaning;
    unit = valueUnit;
    sql = expression;
    return this;
  }

  /**
   * It is a share of the account's posts: of those of which a condition on the columns of {@code
   * silver.post} is known, those that meet it.
   */
  SignalBuilder isShareOfPosts(String meaning, String condition) {
    isShareOfPosts = true;
    return is(meaning, Field.SHARE, condition);
  }

  /**
   * Among the tenth of its peers that are highest the distance counts that a value lies beyond
   * them, and not how many lie beyond it: where a few are far out, in a measure that falls off
   * steadily among people, ranks cannot tell them from the highest of many honest ones.
   */
  SignalBuilder byMagnitude() {
    byMagnitude = true;
    return this;
  }

  /** Why it can be unknown though its input is there. */
  SignalBuilder needs(String reason) {
    needs = reason;
    return this;
  }

  /** Innocent explanations. */
  SignalBuilder benign(String explanations) {
    benign = explanations;
    return this;
  }

  /** Why it is suspicious, and who says so. */
  SignalBuilder because(String reason) {
    why = reason;
    return this;
  }

  /**
   * The declared signal.
   *
   * @throws IllegalStateException if a part is missing or two parts contradict each other
   */
  Signal build() {
    List<String> faults = faults();
    if (!faults.isEmpty()) {
      throw new IllegalStateException("signal " + name + ": " + String.join("; ", faults));
    }
    return new Signal(
        name,
        family,
        input,
        isFlag,
        called == null ? (isFlag ? "" : "{value} ") + name.replace('_', ' ') : called,
        none,
        unit,
        comment,
        sql,
        byMagnitude,
        isShareOfPosts,
        needs,
        high,
        low,
        benign,
        why);
  }

  private List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (name == null || !name.matches("[a-z][a-z0-9_]*")) {
      faults.add("its name is a column's: small letters, digits and _");
    }
    require(family, "family", faults);
    require(input, "input", faults);
    require(comment, "meaning, see is()", faults);
    require(sql, "SQL, see is()", faults);
    if (unit == null) {
      faults.add("no unit, see is(); \"\" for none");
    }
    require(needs, "reason why it can be unknown, see needs()", faults);
    require(benign, "innocent explanation, see benign()", faults);
    require(why, "reason why it is suspicious, see because()", faults);
    addSentences(faults);
    return faults;
  }

  private void addSentences(List<String> faults) {
    if (high == null && low == null) {
      faults.add("no suspicious direction: give the sentence of high(), low() or flag()");
    }
    if (isFlag && isShareOfPosts) {
      faults.add("a share of posts is not true or false");
    }
    if (byMagnitude && (isFlag || low != null)) {
      faults.add("magnitudes are of numbers of which high ones alone are suspicious");
    }
    if (isFlag && low != null) {
      faults.add("true or false has no low()");
    }
    for (String sentence : new String[] {high, low, called}) {
      if (sentence != null && sentence.isBlank()) {
        faults.add("a sentence is empty");
      } else if (sentence != null && sentence.contains("{value") == isFlag) {
        faults.add(
            isFlag
                ? "true or false has no {value} to tell: " + sentence
                : "a sentence does not tell the {value}: " + sentence);
      }
    }
  }

  private static void require(Object part, String what, List<String> faults) {
    if (part == null || part instanceof String text && text.isBlank()) {
      faults.add("no " + what);
    }
  }
}
