package io.assay.engagement;

import io.assay.statistics.Histogram;
import java.util.List;

/**
 * Values of which exact quantiles are wanted. Groups are told apart by identity: two may unite the
 * same histograms.
 */
final class QuantileGroup {
  private final List<HistogramKey> keys;
  private final Histogram counts;
  private final double[] probabilities;

  /**
   * @param keys histograms whose values it unites
   * @param probabilities those of the wanted quantiles (0-1)
   */
  QuantileGroup(ValueCounts counts, List<HistogramKey> keys, double... probabilities) {
    this.keys = List.copyOf(keys);
    this.counts = counts.union(keys);
    this.probabilities = probabilities;
  }

  List<HistogramKey> keys() {
    return keys;
  }

  Histogram counts() {
    return counts;
  }

  double[] probabilities() {
    return probabilities;
  }
}
