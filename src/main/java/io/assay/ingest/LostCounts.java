package io.assay.ingest;

import java.io.Serializable;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * Counts rules that values broke.
 *
 * <p>In: {@link RecordRules#LOST}, null for a record that lost nothing. Out: how often each number
 * occurred, as a text that {@link #read} reads.
 */
public final class LostCounts extends Aggregator<byte[], LostCounts.ByRule, String> {
  private static final long serialVersionUID = 1L;

  /** The counts so far. */
  public static final class ByRule implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<Integer, Long> byRule = new TreeMap<>();
  }

  /** Hands each rule's number, as it was in the bytes, and its count to a consumer, in order. */
  static void read(String counts, ObjLongConsumer<Integer> to) {
    if (counts.isEmpty()) {
      return;
    }
    for (String pair : counts.split(" ")) {
      int mark = pair.indexOf('=');
      to.accept(Integer.valueOf(pair.substring(0, mark)), Long.parseLong(pair.substring(mark + 1)));
    }
  }

  /** The counts of one record. */
  static String once(byte[] lost) {
    LostCounts counting = new LostCounts();
    return counting.finish(counting.reduce(counting.zero(), lost));
  }

  @Override
  public ByRule zero() {
    return new ByRule();
  }

  @Override
  public ByRule reduce(ByRule counts, byte[] lost) {
    if (lost != null) {
      for (byte rule : lost) {
        counts.byRule.merge(Byte.toUnsignedInt(rule), 1L, Long::sum);
      }
    }
    return counts;
  }

  @Override
  public ByRule merge(ByRule left, ByRule right) {
    right.byRule.forEach((rule, count) -> left.byRule.merge(rule, count, Long::sum));
    return left;
  }

  @Override
  public String finish(ByRule counts) {
    StringJoiner pairs = new StringJoiner(" ");
    counts.byRule.forEach((rule, count) -> pairs.add(rule + "=" + count));
    return pairs.toString();
  }

  @Override
  public Encoder<ByRule> bufferEncoder() {
    return Encoders.javaSerialization(ByRule.class);
  }

  @Override
  public Encoder<String> outputEncoder() {
    return Encoders.STRING();
  }
}
