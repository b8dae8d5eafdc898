package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Step 7, synchrony: how close in time members come to a post, the median of the absolute
 * differences of ln delay between each and up to twelve before it by number, over the same of
 * everybody's neighbours by number.
 *
 * @param ratio below 1 where members come closer together than others; 1 where too few times are
 *     known, or everybody's are equal
 * @param pairs of neighbours, by which its weight is measured
 * @param known whether these say something
 */
record Synchrony(double ratio, int pairs, boolean known) {
  private static final double LEAST = 0.05;

  /** Members before it that each is compared with: with one alone chance would say who. */
  private static final int LAGS = 12;

  static Synchrony of(Events events, GroupEvents group, Background background, SignRules rules) {
    double[] differences = new double[Math.multiplyExact(group.events().length, LAGS)];
    int compared = 0;
    int pairs = 0;
    int[] delays = new int[group.events().length];
    int timed = 0;
    int post = -1;
    for (int e : group.events()) {
      if (events.post(e) != post) {
        post = events.post(e);
        timed = 0;
      }
      if (!events.isTimed(e)) {
        continue;
      }
      for (int k = Math.max(0, timed - LAGS); k < timed; k++) {
        differences[compared++] = Background.difference(delays[k], events.delay(e));
      }
      pairs += timed > 0 ? 1 : 0;
      delays[timed++] = events.delay(e);
    }
    if (pairs < rules.leastPairs() || !(background.synchrony() > 0)) {
      return new Synchrony(1, pairs, false);
    }
    Arrays.sort(differences, 0, compared);
    double median = (differences[(compared - 1) / 2] + differences[compared / 2]) / 2;
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
