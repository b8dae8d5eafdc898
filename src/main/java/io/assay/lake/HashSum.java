package io.assay.lake;

import java.io.Serializable;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * Sum of the hashes of rows, 128 bits wide: it is the same in whatever order and in however many
 * parts the rows come, and equal rows count as often as they occur.
 *
 * <p>In: a row's hash (long), null for a row that does not count. Out: the sum as a text.
 */
public final class HashSum extends Aggregator<Long, HashSum.Sum, String> {
  private static final long serialVersionUID = 1L;

  /** The sum so far. */
  public static final class Sum implements Serializable {
    private static final long serialVersionUID = 1L;
    private long high;
    private long low;

    private void add(long moreHigh, long moreLow) {
      low += moreLow;
      high += moreHigh + (Long.compareUnsigned(low, moreLow) < 0 ? 1 : 0);
    }
  }

  @Override
  public Sum zero() {
    return new Sum();
  }

  @Override
  public Sum reduce(Sum sum, Long hash) {
    if (hash != null) {
      sum.add(0, hash);
    }
    return sum;
  }

  @Override
  public Sum merge(Sum left, Sum right) {
    left.add(right.high, right.low);
    return left;
  }

  @Override
  public String finish(Sum sum) {
    return "%016x%016x".formatted(sum.high, sum.low);
  }

  @Override
  public Encoder<Sum> bufferEncoder() {
    return Encoders.javaSerialization(Sum.class);
  }

  @Override
  public Encoder<String> outputEncoder() {
    return Encoders.STRING();
  }
}
