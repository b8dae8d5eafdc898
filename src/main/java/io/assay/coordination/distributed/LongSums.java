package io.assay.coordination.distributed;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Sums by a key of 64 bits without boxes: open addressing, at most half full. */
final class LongSums {
  private static final int FIRST = 64;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[FIRST];
  private long[] sums = new long[FIRST];
  private boolean[] used = new boolean[FIRST];
  private int size;

  /** Adds to the sum of a key. */
  void add(long key, long amount) {
    int at = place(keys, used, key);
    if (!used[at]) {
      if (2 * (size + 1) > keys.length) {
        grow();
        at = place(keys, used, key);
      }
      used[at] = true;
      keys[at] = key;
      size++;
    }
    sums[at] += amount;
  }

  /** The sum of a key; 0 where it was never added to. */
  long of(long key) {
    int at = place(keys, used, key);
    return used[at] ? sums[at] : 0;
  }

  int size() {
    return size;
  }

  /** Each key once, in no order. */
  void forEachKey(LongConsumer of) {
    for (int i = 0; i < keys.length; i++) {
      if (used[i]) {
        of.accept(keys[i]);
      }
    }
  }

  /** Forgets everything, and keeps a small table for what comes next. */
  void clear() {
    if (keys.length > FIRST) {
      keys = new long[FIRST];
      sums = new long[FIRST];
      used = new boolean[FIRST];
    } else {
      Arrays.fill(sums, 0);
      Arrays.fill(used, false);
    }
    size = 0;
  }

  private static int place(long[] keys, boolean[] used, long key) {
    int mask = keys.length - 1;
    int at = (int) (key * SPREAD >>> 32) & mask;
    while (used[at] && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    int length = Math.multiplyExact(keys.length, 2);
    long[] moreKeys = new long[length];
    long[] moreSums = new long[length];
    boolean[] moreUsed = new boolean[length];
    for (int i = 0; i < keys.length; i++) {
      if (used[i]) {
        int at = place(moreKeys, moreUsed, keys[i]);
        moreUsed[at] = true;
        moreKeys[at] = keys[i];
        moreSums[at] = sums[i];
      }
    }
    keys = moreKeys;
    sums = moreSums;
    used = moreUsed;
  }
}
