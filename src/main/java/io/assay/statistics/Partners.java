package io.assay.statistics;

import java.util.Arrays;

/** The partners of one actor after the other: how many objects are shared, and how similar. */
public final class Partners {
  private final int[] shared;
  private final int[] lastObject;
  private final double[] products;
  private final int[] met;
  private int count;

  Partners(int actors) {
    shared = new int[actors];
    lastObject = new int[actors];
    products = new double[actors];
    met = new int[actors];
    Arrays.fill(lastObject, -1);
  }

  /** Notes that a partner engaged an object, too; objects come in ascending order. */
  public void meet(int partner, int object, double product) {
    if (shared[partner] == 0) {
      met[count++] = partner;
    } else if (lastObject[partner] == object) {
      return;
    }
    lastObject[partner] = object;
    shared[partner]++;
    products[partner] += product;
  }

  public int count() {
    return count;
  }

  public int partner(int i) {
    return met[i];
  }

  /** Objects shared with a partner. */
  public int shared(int partner) {
    return shared[partner];
  }

  /** Sum of the products of both's weights over the shared objects. */
  public double product(int partner) {
    return products[partner];
  }

  /** Forgets all partners. */
  void clear() {
    for (int i = 0; i < count; i++) {
      shared[met[i]] = 0;
      products[met[i]] = 0;
      lastObject[met[i]] = -1;
    }
    count = 0;
  }

  /** Mean of the k largest values, missing ones counting 0; the values may be reordered. */
  public static double meanOfLargest(double[] values, int n, int k) {
    Arrays.sort(values, 0, n);
    double sum = 0;
    for (int i = Math.max(0, n - k); i < n; i++) {
      sum += values[i];
    }
    return sum / k;
  }
}
