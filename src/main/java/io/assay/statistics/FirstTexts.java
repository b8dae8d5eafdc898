package io.assay.statistics;

import java.io.Serializable;
import java.util.TreeSet;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * The few texts that sort first, each once: examples that do not depend on the order of rows.
 *
 * <p>In: a text, null for a row without one. Out: the texts, joined by "; ".
 */
public final class FirstTexts extends Aggregator<String, FirstTexts.Kept, String> {
  private static final long serialVersionUID = 1L;

  private final int most;

  /**
   * @param most texts that are kept
   */
  public FirstTexts(int most) {
    this.most = most;
  }

  /** The first texts so far. */
  public static final class Kept implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeSet<String> texts = new TreeSet<>();

    private void add(String text, int most) {
      texts.add(text);
      if (texts.size() > most) {
        texts.pollLast();
      }
    }
  }

  @Override
  public Kept zero() {
    return new Kept();
  }

  @Override
  public Kept reduce(Kept kept, String text) {
    if (text != null) {
      kept.add(text, most);
    }
    return kept;
  }

  @Override
  public Kept merge(Kept left, Kept right) {
    right.texts.forEach(text -> left.add(text, most));
    return left;
  }

  @Override
  public String finish(Kept kept) {
    return String.join("; ", kept.texts);
  }

  @Override
  public Encoder<Kept> bufferEncoder() {
    return Encoders.javaSerialization(Kept.class);
  }

  @Override
  public Encoder<String> outputEncoder() {
    return Encoders.STRING();
  }
}
