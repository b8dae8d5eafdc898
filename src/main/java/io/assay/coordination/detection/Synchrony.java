package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Step 7, synchrony: how close in time members follow each other on a post, the median of the
 * absolute differences of ln delay, over the same of everybody.
 *
 * @param ratio below 1 where members come closer together than others; 1 where too few times are
 *     known, or everybody's are equal
 * @param pairs of times that were compared
 * @param known whether these say something
 */
record Synchrony(double ratio, int pairs, boolean known) {
  private static final double LEAST = 0.05;

  static Synchrony of(Events events, GroupEvents group, Background background, SignRules rules) {
    double[] differences = new double[group.events().length];
    int pairs = 0;
    int before = -1;
    for (int e : group.events()) {
      if (!events.isTimed(e)) {
        continue;
      }
      if (before >= 0 && events.post(before) == events.post(e)) {
        differences[pairs++] = Background.difference(events.delay(before), events.delay(e));
      }
      before = e;
    }
    if (pairs < rules.leastPairs() || !(background.synchrony() > 0)) {
      return new Synchrony(1, pairs, false);
    }
    Arrays.sort(differences, 0, pairs);
    double median = (differences[(pairs - 1) / 2] + differences[pairs / 2]) / 2;
    return new Synchrony(median / background.synchrony(), pairs, true);
  }

  /**
   * Nats of synchrony, drawn to none where pairs are few.
   *
   * @param neutral nats that speak neither for nor against a group
   */
  double sign(SignRules rules, double neutral) {
    double weight = known ? pairs / (pairs + rules.usualPairs()) : 0;
    return weight * (-Math.log(Math.max(LEAST, ratio)) - neutral);
  }
}
