package io.assay.coordination.detection;

/**
 * Step 7, spread: how far apart the delays of a group are, over everybody's: the logarithm of their
 * third quartile over the first. Who engages by agreement does so soon, or always as late; it says
 * the same as {@link Synchrony} of all of a group's events, where few follow each other on a post.
 *
 * @param ratio below 1 where delays are closer together than others'; 1 where too few times are
 *     known, or everybody's are equal
 * @param timed events with a time
 * @param known whether these say something
 */
record DelaySpread(double ratio, long timed, boolean known) {
  private static final double LEAST = 0.1;

  static DelaySpread of(Events events, GroupEvents group, Background background, SignRules rules) {
    Latency latency = Latency.ofGroup(events, group);
    double usual = Math.log(background.latency().quartileRatio());
    if (latency.timed() < rules.leastPairs() || !(usual > 0)) {
      return new DelaySpread(1, latency.timed(), false);
    }
    return new DelaySpread(Math.log(latency.quartileRatio()) / usual, latency.timed(), true);
  }

  /**
   * Nats of closeness, drawn to none where times are few.
   *
   * @param neutral nats that speak neither for nor against a group
   */
  double sign(SignRules rules, double neutral) {
    double weight = known ? timed / (timed + rules.usualTimed()) : 0;
    return weight * (-Math.log(Math.max(LEAST, ratio)) - neutral);
  }
}
