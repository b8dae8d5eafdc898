package io.assay.coordination.detection;

import java.util.Arrays;

/** Large whole numbers that come one after the other, without boxes. */
final class LongList {
  private static final int FIRST = 1024;

  private long[] values = new long[FIRST];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.addExact(size, size / 2));
    }
    values[size++] = value;
  }

  long get(int i) {
    return values[i];
  }

  int size() {
    return size;
  }
}
