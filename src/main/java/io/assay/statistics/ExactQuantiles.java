package io.assay.statistics;

import java.util.Map;

/**
 * Exact quantiles of many values of which only a histogram and a few order statistics are at hand,
 * those that {@link WantedRanks} names for the same probabilities. Quantiles are interpolated
 * linearly, see {@link Quantiles}; the median's 95 % interval is that of {@link MedianInterval}.
 *
 * @param values counts of the values
 * @param found the wanted order statistics by rank, from 1, without those that are 0
 */
public record ExactQuantiles(Histogram values, Map<Long, Double> found) {

  /** How many values there are. */
  public long n() {
    return values.n();
  }

  /** The quantile of a probability (0-1). */
  public double of(double probability) {
    long below = Quantiles.lowerRank(n(), probability);
    return Quantiles.interpolate(
        at(below + 1), at(Math.min(below + 2, n())), Quantiles.fraction(n(), probability));
  }

  /** Lower end of the median's interval; null below 6 values. */
  public Double medianLow() {
    int rank = MedianInterval.lowerRank(n());
    return rank == 0 ? null : Double.valueOf(at(rank));
  }

  /** Upper end of the median's interval; null below 6 values. */
  public Double medianHigh() {
    int rank = MedianInterval.lowerRank(n());
    return rank == 0 ? null : Double.valueOf(at(n() + 1 - rank));
  }

  /** The order statistic of a rank, from 1. */
  private double at(long rank) {
    Double value = found.get(rank);
    if (value == null && rank > zeros()) {
      throw new IllegalStateException("rank " + rank + " of " + n() + " values was not searched");
    }
    return value == null ? 0 : value;
  }

  private long zeros() {
    return values.counts().getOrDefault(LogBins.ZERO, 0L);
  }
}
