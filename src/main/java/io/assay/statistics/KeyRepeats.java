package io.assay.statistics;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * Counts how many hashes equal another one, as long as they fit into one place: so that the keys of
 * a slice are proven in the scan that writes it. Memory: eight bytes a row, up to {@link #MOST}
 * rows; beyond that it knows nothing and costs a comparison a row.
 *
 * <p>In: hash of the key (long), null for a row that does not count. Out: rows beyond the first of
 * each hash, {@link #UNKNOWN} where there were too many rows.
 */
public final class KeyRepeats extends Aggregator<Long, KeyRepeats.Hashes, Long> {
  /** Result where there were more rows than are compared. */
  static final long UNKNOWN = -1;

  /** Rows that are compared at most. */
  static final int MOST = 1 << 24;

  private static final long serialVersionUID = 1L;

  /** The hashes so far. */
  public static final class Hashes implements Serializable {
    private static final long serialVersionUID = 1L;
    private long[] values = new long[16];
    private int size;
    private boolean tooMany;

    private void add(long[] more, int count) {
      if (tooMany || size + count > MOST) {
        tooMany = true;
        values = new long[0];
        size = 0;
        return;
      }
      if (values.length < size + count) {
        values = Arrays.copyOf(values, Math.max(size + count, 2 * values.length));
      }
      System.arraycopy(more, 0, values, size, count);
      size += count;
    }
  }

  @Override
  public Hashes zero() {
    return new Hashes();
  }

  @Override
  public Hashes reduce(Hashes hashes, Long hash) {
    if (hash != null && !hashes.tooMany) {
      hashes.add(new long[] {hash}, 1);
    }
    return hashes;
  }

  @Override
  public Hashes merge(Hashes left, Hashes right) {
    left.tooMany |= right.tooMany;
    left.add(right.values, right.size);
    return left;
  }

  @Override
  public Long finish(Hashes hashes) {
    if (hashes.tooMany) {
      return UNKNOWN;
    }
    long[] sorted = Arrays.copyOf(hashes.values, hashes.size);
    Arrays.parallelSort(sorted);
    long repeated = 0;
    for (int i = 1; i < sorted.length; i++) {
      repeated += sorted[i] == sorted[i - 1] ? 1 : 0;
    }
    return repeated;
  }

  @Override
  public Encoder<Hashes> bufferEncoder() {
    return Encoders.javaSerialization(Hashes.class);
  }

  @Override
  public Encoder<Long> outputEncoder() {
    return Encoders.LONG();
  }
}
