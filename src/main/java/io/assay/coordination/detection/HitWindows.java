package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Step 6b: the window of a hit is where the times of its members lie, from the 10th to the 90th
 * percentile, widened by a quarter of itself and a minute. Fewer than four timed members make no
 * window.
 */
final class HitWindows {
  private static final int LEAST_TIMED = 4;
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;
  private static final double WIDENED = 0.25;
  private static final double WIDENED_SECONDS = 60;

  private HitWindows() {}

  static HitWindow of(Events events, int post, BitSet members) {
    int[] delays = new int[events.actorsOn(post)];
    int timed = 0;
    for (int k = events.firstOn(post); k < events.endOn(post); k++) {
      int e = events.eventAt(k);
      if (events.isTimed(e) && members.get(events.actor(e))) {
        delays[timed++] = events.delay(e);
      }
    }
    if (timed < LEAST_TIMED) {
      return measured(events, post, members, 0, Double.POSITIVE_INFINITY);
    }
    Arrays.sort(delays, 0, timed);
    double low = delays[(int) (timed * LOW)];
    double high = delays[(int) Math.ceil(timed * HIGH) - 1];
    double more = WIDENED * (high - low) + WIDENED_SECONDS;
    return measured(events, post, members, low - more, high + more);
  }

  private static HitWindow measured(
      Events events, int post, BitSet members, double from, double to) {
    HitWindow window = new HitWindow(from, to, 0, 0);
    int hitters = 0;
    int others = 0;
    int othersInside = 0;
    for (int k = events.firstOn(post); k < events.endOn(post); k++) {
      int e = events.eventAt(k);
      boolean inside = window.holds(events.delay(e));
      if (members.get(events.actor(e))) {
        hitters += inside ? 1 : 0;
      } else if (events.isTimed(e)) {
        others++;
        othersInside += inside ? 1 : 0;
      }
    }
    return new HitWindow(from, to, hitters, (othersInside + 1.0) / (others + 2.0));
  }
}
