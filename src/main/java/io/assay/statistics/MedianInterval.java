package io.assay.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The 95 % confidence interval of a median between two order statistics, without an assumption on
 * the distribution: with {@code l} the largest rank for which {@code P(Binomial(n, 1/2) < l) <=
 * 0.025}, the interval runs from the value of rank {@code l} to that of rank {@code n + 1 - l}
 * (Conover, Practical Nonparametric Statistics, 3rd ed., section 3.2).
 */
public final class MedianInterval {
  private static final double TAIL = 0.025;
  private static final double NORMAL_QUANTILE = 1.959964;

  private MedianInterval() {}

  /**
   * Rank (from 1) of the interval's lower end among {@code n} values; the upper end has rank {@code
   * n + 1 - lowerRank(n)}. 0 where {@code n} is too small for any interval of 95 %, below 6.
   */
  public static int lowerRank(long n) {
    if (n < 6) {
      return 0;
    }
    int count = Math.toIntExact(n);
    BinomialDistribution heads = new BinomialDistribution(null, count, 0.5);
    int rank = Math.max(1, (int) (n / 2.0 - NORMAL_QUANTILE * Math.sqrt(n) / 2));
    while (heads.cumulativeProbability(rank - 1) > TAIL) {
      rank--;
    }
    while (heads.cumulativeProbability(rank) <= TAIL) {
      rank++;
    }
    return rank;
  }
}
