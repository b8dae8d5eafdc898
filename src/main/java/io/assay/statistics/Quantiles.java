package io.assay.statistics;

import java.util.Arrays;

/**
 * Quantiles of a few numbers at hand: linear interpolation between order statistics (numpy's
 * default, type 7 of Hyndman and Fan 1996).
 */
public final class Quantiles {

  private Quantiles() {}

  /**
   * @param sorted values in ascending order, of which the first {@code n} count
   * @param n number of values, at least 1
   * @param p probability, 0-1
   */
  public static double ofSorted(double[] sorted, int n, double p) {
    int below = (int) lowerRank(n, p);
    int above = Math.min(below + 1, n - 1);
    return interpolate(sorted[below], sorted[above], fraction(n, p));
  }

  /** The median of the first {@code n} values, which are sorted by the way. */
  public static double median(double[] values, int n) {
    Arrays.sort(values, 0, n);
    return ofSorted(values, n, 0.5);
  }

  /** 0-based rank of the order statistic at or below the quantile {@code p} of {@code n} values. */
  public static long lowerRank(long n, double p) {
    return (long) Math.floor((n - 1) * p);
  }

  /** How far from that order statistic to the next the quantile lies, 0 to below 1. */
  public static double fraction(long n, double p) {
    double position = (n - 1) * p;
    return position - Math.floor(position);
  }

  /** The point that lies a fraction of the way between two values; halfway is their mean. */
  public static double interpolate(double low, double high, double fraction) {
    if (fraction == 0.5) {
      return (low + high) / 2;
    }
    double step = high - low;
    return fraction < 0.5 ? low + step * fraction : high - step * (1 - fraction);
  }
}
