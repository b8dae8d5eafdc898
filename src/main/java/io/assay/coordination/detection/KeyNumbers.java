package io.assay.coordination.detection;

import java.util.Arrays;

/** Numbers of things that are known by a key of 64 bits. */
final class KeyNumbers {
  static final int NONE = -1;

  private final long[] sorted;
  private final int[] numbers;

  /**
   * @param keys key of each thing, by its number
   */
  KeyNumbers(long[] keys) {
    sorted = keys.clone();
    Arrays.sort(sorted);
    numbers = new int[keys.length];
    for (int i = keys.length - 1; i >= 0; i--) {
      numbers[Arrays.binarySearch(sorted, keys[i])] = i;
    }
  }

  int size() {
    return numbers.length;
  }

  /** The number of a key, or {@link #NONE}. */
  int of(long key) {
    int at = Arrays.binarySearch(sorted, key);
    return at < 0 ? NONE : numbers[at];
  }
}
