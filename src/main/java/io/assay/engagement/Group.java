package io.assay.engagement;

import io.assay.statistics.Histogram;
import java.util.List;

/**
 * Values of which exact quantiles are wanted. Groups are told apart by identity: two may unite the
 * same places.
 */
final class Group {
  private final List<Place> places;
  private final Histogram counts;
  private final double[] probabilities;

  /**
   * @param places whose values it unites
   * @param probabilities those of the wanted quantiles (0-1)
   */
  Group(ValueCounts counts, List<Place> places, double... probabilities) {
    this.places = List.copyOf(places);
    this.counts = counts.union(places);
    this.probabilities = probabilities;
  }

  List<Place> places() {
    return places;
  }

  Histogram counts() {
    return counts;
  }

  double[] probabilities() {
    return probabilities;
  }
}
