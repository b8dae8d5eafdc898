package io.assay.coordination.detection;

/**
 * Step 7: what everybody's events are like, which a group's are compared with.
 *
 * @param synchrony median of the absolute differences of ln delay between actors who follow each
 *     other by number among the timed ones of a post; 0 where all come at once; NaN without times
 * @param stock share of stock comments among comments; 0 without comments
 * @param latency of everybody
 */
record Background(double synchrony, double stock, Latency latency) {

  static Background of(Events events) {
    long comments = 0;
    long stock = 0;
    for (int e = 0; e < events.size(); e++) {
      comments += events.isComment(e) ? 1 : 0;
      stock += events.isStock(e) ? 1 : 0;
    }
    return new Background(
        synchrony(events), stock / Math.max(1.0, comments), Latency.ofAll(events));
  }

  private static double synchrony(Events events) {
    int[] differences = new int[events.size()];
    int n = 0;
    for (int p = 0; p < events.posts().count(); p++) {
      int before = Events.UNTIMED;
      for (int k = events.firstOn(p); k < events.endOn(p); k++) {
        int delay = events.delay(events.eventAt(k));
        if (delay == Events.UNTIMED) {
          continue;
        }
        if (before != Events.UNTIMED) {
          differences[n++] = BackgroundRanks.differenceBits(before, delay);
        }
        before = delay;
      }
    }
    if (n == 0) {
      return Double.NaN;
    }
    int[] found = differences;
    return BackgroundRanks.median(
        Selection.ofRank(i -> found[i], n, (n - 1) / 2), Selection.ofRank(i -> found[i], n, n / 2));
  }

  static double difference(int delay, int other) {
    return Math.abs(Math.log((double) delay / other));
  }
}
