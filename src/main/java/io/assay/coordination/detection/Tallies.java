package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Counts of a few of many things, which are forgotten in the time that they took: an array as long
 * as there are things, made once, and the list of those that were met.
 */
final class Tallies {
  private final int[] counts;
  private int[] met = new int[64];
  private int size;

  /**
   * @param things numbered from 0
   */
  Tallies(int things) {
    counts = new int[things];
  }

  /** Adds to the count of a thing; amounts are positive. */
  void add(int thing, int amount) {
    if (counts[thing] == 0) {
      if (size == met.length) {
        met = Arrays.copyOf(met, 2 * size);
      }
      met[size++] = thing;
    }
    counts[thing] += amount;
  }

  int of(int thing) {
    return counts[thing];
  }

  /** Things met so far. */
  int size() {
    return size;
  }

  /** A thing that was met, in the order of first sight or, after {@link #sort}, ascending. */
  int met(int i) {
    return met[i];
  }

  void sort() {
    Arrays.sort(met, 0, size);
  }

  /** Things whose count is at least so high, ascending. */
  int[] atLeast(double least) {
    int n = 0;
    for (int i = 0; i < size; i++) {
      n += counts[met[i]] >= least ? 1 : 0;
    }
    int[] found = new int[n];
    n = 0;
    for (int i = 0; i < size; i++) {
      if (counts[met[i]] >= least) {
        found[n++] = met[i];
      }
    }
    Arrays.sort(found);
    return found;
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      counts[met[i]] = 0;
    }
    size = 0;
  }
}
