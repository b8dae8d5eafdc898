package io.assay.coordination.detection;

import java.util.function.IntUnaryOperator;

/** Order statistics of many numbers, exact, without sorting or copying them. */
final class Selection {
  private static final int HALF = 1 << 16;

  private Selection() {}

  /**
   * The value of a rank: two counts of halves of the bits. Cost: two passes.
   *
   * @param values of each place, at least 0; negative where there is none
   * @param rank from 0, below the number of values
   */
  static int ofRank(IntUnaryOperator values, int places, long rank) {
    long[] high = new long[HALF];
    for (int i = 0; i < places; i++) {
      int value = values.applyAsInt(i);
      if (value >= 0) {
        high[value >>> 16]++;
      }
    }
    long left = rank;
    int upper = 0;
    while (left >= high[upper]) {
      left -= high[upper++];
    }
    long[] low = new long[HALF];
    for (int i = 0; i < places; i++) {
      int value = values.applyAsInt(i);
      if (value >= 0 && value >>> 16 == upper) {
        low[value & HALF - 1]++;
      }
    }
    int lower = 0;
    while (left >= low[lower]) {
      left -= low[lower++];
    }
    return upper << 16 | lower;
  }
}
