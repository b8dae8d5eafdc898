package io.assay.statistics;

import static org.apache.spark.sql.functions.udf;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

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

  /** The same of a column of counts (long). */
  static Column lowerRank(Column n) {
    UDF1<Long, Integer> rank = count -> lowerRank(count.longValue());
    return udf(rank, DataTypes.IntegerType).apply(n);
  }

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
