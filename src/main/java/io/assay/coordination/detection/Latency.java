package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * How soon after the posts events come: of those with a time.
 *
 * @param timed how many these are
 * @param median seconds; NaN without any
 * @param quartileRatio third quartile over first, 1 where all come at once; NaN without any
 */
record Latency(long timed, double median, double quartileRatio) {

  static Latency ofAll(Events events) {
    long timed = 0;
    for (int e = 0; e < events.size(); e++) {
      timed += events.isTimed(e) ? 1 : 0;
    }
    if (timed == 0) {
      return new Latency(0, Double.NaN, Double.NaN);
    }
    double third = ofRank(events, 3 * (timed - 1) / 4);
    return new Latency(
        timed, ofRank(events, (timed - 1) / 2), third / ofRank(events, (timed - 1) / 4));
  }

  private static double ofRank(Events events, long rank) {
    return Selection.ofRank(e -> events.isTimed(e) ? events.delay(e) : -1, events.size(), rank);
  }

  static Latency ofGroup(Events events, GroupEvents group) {
    int[] delays =
        Arrays.stream(group.events()).filter(events::isTimed).map(events::delay).sorted().toArray();
    int n = delays.length;
    if (n == 0) {
      return new Latency(0, Double.NaN, Double.NaN);
    }
    double first = delays[(n - 1) / 4];
    return new Latency(n, delays[(n - 1) / 2], delays[3 * (n - 1) / 4] / first);
  }
}
