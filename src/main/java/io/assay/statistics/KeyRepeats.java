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
public final class KeyRepeats extends Aggregator<Long, KeyRepeats.HashBuffer, Long> {
  /** Result where there were more rows than are compared. */
  static final long UNKNOWN = -1;

  /** Rows that are compared at most. */
  static final int MOST = 1 << 24;

  private static final long serialVersionUID = 1L;

  /** The hashes so far: as they came or, once several parts are put together, as a set. */
  public static final class HashBuffer implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The first {@code size}, or a hash table in which 0 is a free place. */
    private long[] values = new long[16];

    private int size;
    private boolean isSet;
    private boolean holdsZero;
    private long repeated;
    private boolean tooMany;

    private void append(long hash) {
      if (size == MOST) {
        giveUp();
        return;
      }
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = hash;
    }

    private void giveUp() {
      tooMany = true;
      values = new long[0];
      size = 0;
    }

    /** Whoever asks for the number of repeats after each part then need not sort all of them. */
    private void putTogether(HashBuffer more) {
      if (!isSet) {
        long[] listed = Arrays.copyOf(values, size);
        isSet = true;
        size = 0;
        values = new long[Integer.highestOneBit(Math.max(8, 4 * listed.length - 1)) << 1];
        addAll(listed, listed.length);
      }
      repeated += more.repeated;
      if (more.holdsZero) {
        insert(0);
      }
      addAll(more.values, more.isSet ? more.values.length : more.size, more.isSet);
    }

    private void addAll(long[] hashes, int count) {
      addAll(hashes, count, false);
    }

    private void addAll(long[] hashes, int count, boolean zeroIsFree) {
      for (int i = 0; i < count && !tooMany; i++) {
        if (!zeroIsFree || hashes[i] != 0) {
          insert(hashes[i]);
        }
      }
    }

    private void insert(long hash) {
      if (hash == 0) {
        repeated += holdsZero ? 1 : 0;
        holdsZero = true;
        return;
      }
      int at = place(values, hash);
      if (values[at] == hash) {
        repeated++;
      } else if (size == MOST) {
        giveUp();
      } else {
        values[at] = hash;
        size++;
        if (2 * size > values.length) {
          grow();
        }
      }
    }

    private void grow() {
      long[] larger = new long[2 * values.length];
      for (long held : values) {
        if (held != 0) {
          larger[place(larger, held)] = held;
        }
      }
      values = larger;
    }

    /** Where a hash stands in a table of a power of two of places, or would. */
    private static int place(long[] table, long hash) {
      int at = (int) (hash ^ hash >>> Integer.SIZE) & table.length - 1;
      while (table[at] != 0 && table[at] != hash) {
        at = at + 1 & table.length - 1;
      }
      return at;
    }

    private long repeats() {
      if (isSet) {
        return repeated;
      }
      long[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      long repeats = 0;
      for (int i = 1; i < sorted.length; i++) {
        repeats += sorted[i] == sorted[i - 1] ? 1 : 0;
      }
      return repeats;
    }
  }

  @Override
  public HashBuffer zero() {
    return new HashBuffer();
  }

  @Override
  public HashBuffer reduce(HashBuffer hashes, Long hash) {
    if (hash != null && !hashes.tooMany) {
      if (hashes.isSet) {
        hashes.insert(hash);
      } else {
        hashes.append(hash);
      }
    }
    return hashes;
  }

  @Override
  public HashBuffer merge(HashBuffer left, HashBuffer right) {
    if (left.tooMany || right.tooMany) {
      left.giveUp();
    } else {
      left.putTogether(right);
    }
    return left;
  }

  @Override
  public Long finish(HashBuffer hashes) {
    return hashes.tooMany ? UNKNOWN : hashes.repeats();
  }

  @Override
  public Encoder<HashBuffer> bufferEncoder() {
    return Encoders.javaSerialization(HashBuffer.class);
  }

  @Override
  public Encoder<Long> outputEncoder() {
    return Encoders.LONG();
  }
}
