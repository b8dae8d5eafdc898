package io.assay.signals;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** When an account acts: regularity, rest and speed. Times come in rising order. */
final class Timing {
  private static final long FAST = TimeUnit.SECONDS.toMicros(60);

  /** Acts within so long of the act before belong to one visit: a like and its comment. */
  private static final long VISIT = TimeUnit.SECONDS.toMicros(15);

  /** Quartiles of fewer than ten are no guide. */
  static final int LEAST_GAPS = 10;

  private static final int HOURS = 24;
  private static final long HOUR = TimeUnit.HOURS.toMicros(1);
  private static final long DAY = TimeUnit.DAYS.toMicros(1);

  /** Share of all acts that a rest may hold, so that one bad night does not end it for good. */
  private static final double AWAKE = 0.02;

  private final Durations delays = new Durations();
  private final Durations gaps = new Durations();
  private final long[] hours = new long[HOURS];
  private long n;
  private long first;
  private long last;
  private long visit;
  private long days;
  private long fast;

  void clear() {
    delays.clear();
    gaps.clear();
    Arrays.fill(hours, 0);
    n = 0;
    days = 0;
    fast = 0;
  }

  /**
   * @param at microseconds since 1970
   * @param delay microseconds after the publication of the post; negative where unknown
   */
  void add(long at, long delay) {
    if (n == 0) {
      first = at;
      visit = at;
    } else if (at - last > VISIT) {
      gaps.add(at - visit);
      visit = at;
    }
    days += n == 0 || Math.floorDiv(at, DAY) != Math.floorDiv(last, DAY) ? 1 : 0;
    last = at;
    n++;
    hours[(int) Math.floorMod(Math.floorDiv(at, HOUR), (long) HOURS)]++;
    if (delay >= 0) {
      fast += delay <= FAST ? 1 : 0;
      delays.add(delay);
    }
  }

  long n() {
    return n;
  }

  /** Different days (UTC) with an act. */
  long days() {
    return days;
  }

  long delays() {
    return delays.n();
  }

  long fast() {
    return fast;
  }

  /**
   * Upper quartile / lower quartile of the time from the start of one visit to the start of the
   * next; null below {@value #LEAST_GAPS} of them. A nightly rest is one gap in many, and moves no
   * quartile.
   */
  Double intervalSpread() {
    return gaps.n() < LEAST_GAPS ? null : gaps.quantile(0.75) / gaps.quantile(0.25);
  }

  /**
   * Longest run of hours of the day, through midnight, that together hold at most 2 % of the acts;
   * null without an act.
   */
  Double quietHours() {
    if (n == 0) {
      return null;
    }
    double most = AWAKE * n;
    int longest = 0;
    long within = 0;
    // A run from any hour on, grown at its end and cut at its start while it holds too much.
    for (int start = 0, end = 0; end < 2 * HOURS; end++) {
      within += hours[end % HOURS];
      while (within > most) {
        within -= hours[start++ % HOURS];
      }
      longest = Math.max(longest, end + 1 - start);
    }
    return (double) longest;
  }

  /** Median delay in seconds, the least of its bin, 0 below a second; null where none is known. */
  Double delayMedian() {
    return delays.quantile(0.5);
  }

  /** Acts a day from the first to the last, at least one day; null without an act. */
  Double perDay() {
    return n == 0 ? null : n / Math.max(1, (last - first) / (double) DAY);
  }
}
