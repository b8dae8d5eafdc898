package io.assay.statistics;

import java.util.Arrays;
import java.util.TreeSet;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * The few texts that sort first, each once: examples that do not depend on the order of rows.
 *
 * <p>In: a text, null for a row without one. Out: the texts, joined by "; ". What is kept meanwhile
 * is a text, too: with an object of Java, rows that were observed once could not be read again, as
 * they are where a write fails and the reasons are looked for.
 */
public final class FirstTexts extends Aggregator<String, String, String> {
  private static final long serialVersionUID = 1L;

  /** Behind each text that is kept; no text that a crawl may deliver holds it. */
  private static final String END = "\u0000";

  private final int most;

  /**
   * @param most texts that are kept
   */
  public FirstTexts(int most) {
    this.most = most;
  }

  @Override
  public String zero() {
    return "";
  }

  @Override
  public String reduce(String kept, String text) {
    return text == null ? kept : merge(kept, text + END);
  }

  @Override
  public String merge(String left, String right) {
    TreeSet<String> texts = new TreeSet<>();
    for (String side : new String[] {left, right}) {
      if (!side.isEmpty()) {
        texts.addAll(Arrays.asList(side.split(END)));
      }
    }
    StringBuilder first = new StringBuilder();
    texts.stream().limit(most).forEach(text -> first.append(text).append(END));
    return first.toString();
  }

  @Override
  public String finish(String kept) {
    return kept.isEmpty() ? "" : String.join("; ", kept.split(END));
  }

  @Override
  public Encoder<String> bufferEncoder() {
    return Encoders.STRING();
  }

  @Override
  public Encoder<String> outputEncoder() {
    return Encoders.STRING();
  }
}
