package io.assay.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences in which a value is left open. */
public final class ValueText {

  /**
   * {@code {value}} or, with a noun that takes an s, {@code {value post}}; of a share the noun
   * stands in place of %.
   */
  private static final Pattern VALUE = Pattern.compile("\\{value(?: ([a-z ]+))?}");

  private ValueText() {}

  /**
   * A sentence with its value: of "has {value post}" and "at least 1" "has at least 1 post".
   *
   * @param value a number, be there words before it; of a share with {@link PlainNumber#PERCENT}
   */
  public static String filled(String sentence, String value) {
    return VALUE
        .matcher(sentence)
        .replaceAll(
            found -> {
              String noun = found.group(1);
              if (noun == null) {
                return Matcher.quoteReplacement(value);
              }
              String bare = value.replace(PlainNumber.PERCENT, "");
              boolean one = bare.equals("1") || bare.endsWith(" 1");
              return Matcher.quoteReplacement(bare + " " + noun + (one ? "" : "s"));
            });
  }
}
