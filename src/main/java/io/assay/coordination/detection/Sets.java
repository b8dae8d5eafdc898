package io.assay.coordination.detection;

import java.util.Arrays;

/** Sets of numbers as ascending arrays. */
final class Sets {

  private Sets() {}

  static boolean contains(int[] set, int value) {
    return Arrays.binarySearch(set, value) >= 0;
  }

  /** How many numbers two sets have in common. */
  static int common(int[] a, int[] b) {
    int n = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        n++;
      }
      int from = a[i];
      i += a[i] <= b[j] ? 1 : 0;
      j += b[j] <= from ? 1 : 0;
    }
    return n;
  }

  /** Numbers of the first set that are not in the second. */
  static int[] minus(int[] a, int[] b) {
    int[] rest = new int[a.length];
    int n = 0;
    for (int value : a) {
      if (!contains(b, value)) {
        rest[n++] = value;
      }
    }
    return Arrays.copyOf(rest, n);
  }

  /** The set of some numbers, each perhaps repeated; the array may be reordered. */
  static int[] of(int[] values) {
    Arrays.sort(values);
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (i == 0 || values[i] != values[i - 1]) {
        values[n++] = values[i];
      }
    }
    return Arrays.copyOf(values, n);
  }
}
