package io.assay.growth;

import io.assay.statistics.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The followers of one account over time, cleaned, and the steps from one observation to the next.
 *
 * @param times of the observations used, microseconds since 1970, ascending
 * @param followers at these times
 * @param leftOut observations not used
 * @param abbreviatedFrom least count that the platform may show rounded
 */
record FollowerSeries(long[] times, long[] followers, int leftOut, long abbreviatedFrom) {

  /** Platforms that abbreviate counts do so from here, YouTube earlier; to at most three digits. */
  private static final long ABBREVIATED_FROM = 10_000;

  private static final Map<String, Long> EARLIER = Map.of("youtube", 1_000L);
  private static final long ABBREVIATED_TO = 1_000;
  private static final double MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

  private record Seen(long time, long count) {}

  /**
   * Leaves out observations without a time or a count, of those at one time all but the largest
   * count, and of those too close together the earlier ones, so that the latest is always used.
   *
   * @param platform where the account is
   * @param times ascending, with nulls
   * @param counts at these times, with nulls
   * @param minStepMicros least time from one observation used to the next
   */
  static FollowerSeries of(
      String platform, List<Long> times, List<Long> counts, long minStepMicros) {
    List<Seen> latestFirst = new ArrayList<>();
    for (int i = times.size() - 1; i >= 0; i--) {
      if (times.get(i) == null || counts.get(i) == null) {
        continue;
      }
      Seen seen = new Seen(times.get(i), counts.get(i));
      Seen next = latestFirst.isEmpty() ? null : latestFirst.get(latestFirst.size() - 1);
      if (next == null || next.time() - seen.time() >= Math.max(1, minStepMicros)) {
        latestFirst.add(seen);
      } else if (next.time() == seen.time() && seen.count() > next.count()) {
        latestFirst.set(latestFirst.size() - 1, seen);
      }
    }
    int n = latestFirst.size();
    long[] at = new long[n];
    long[] followers = new long[n];
    for (int i = 0; i < n; i++) {
      at[n - 1 - i] = latestFirst.get(i).time();
      followers[n - 1 - i] = latestFirst.get(i).count();
    }
    return new FollowerSeries(
        at, followers, times.size() - n, EARLIER.getOrDefault(platform, ABBREVIATED_FROM));
  }

  int observations() {
    return times.length;
  }

  int steps() {
    return Math.max(0, times.length - 1);
  }

  double days() {
    return daysBetween(0, times.length - 1);
  }

  double daysBetween(int from, int to) {
    return (times[to] - times[from]) / MICROS_PER_DAY;
  }

  /** Length of a step in days; step i leads from observation i to i + 1. */
  double days(int step) {
    return daysBetween(step, step + 1);
  }

  /** Followers gained in a step; a loss is negative. */
  long change(int step) {
    return followers[step + 1] - followers[step];
  }

  double changePerDay(int step) {
    return change(step) / days(step);
  }

  /**
   * Continuous growth per day: natural logarithm of followers after / before, by days. Additive
   * over steps of unequal length; 0 followers are taken as 1.
   */
  double logGrowthPerDay(int step) {
    double before = Math.max(1, followers[step]);
    double after = Math.max(1, followers[step + 1]);
    return StrictMath.log(after / before) / days(step);
  }

  long growth() {
    return followers[followers.length - 1] - followers[0];
  }

  double longestGapDays() {
    double longest = 0;
    for (int step = 0; step < steps(); step++) {
      longest = Math.max(longest, days(step));
    }
    return longest;
  }

  /** Unit to which every count seems to be rounded; 1 where they are exact. */
  long roundedTo() {
    long unit = Long.MAX_VALUE;
    for (long count : followers) {
      long zeros = 1;
      while (count >= abbreviatedFrom && count / zeros % 10 == 0) {
        zeros *= 10;
      }
      if (count < abbreviatedFrom || count / zeros >= ABBREVIATED_TO) {
        return 1;
      }
      unit = Math.min(unit, zeros);
    }
    return unit == Long.MAX_VALUE ? 1 : unit;
  }

  /** A value of every step and what is usual of it. */
  record Usual(double[] values, double median, double mad) {
    static Usual of(double[] values) {
      double median = Quantiles.median(values.clone(), values.length);
      double[] off = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        off[i] = Math.abs(values[i] - median);
      }
      return new Usual(values, median, Quantiles.median(off, off.length));
    }
  }

  Usual usualChangePerDay() {
    double[] values = new double[steps()];
    for (int step = 0; step < values.length; step++) {
      values[step] = changePerDay(step);
    }
    return Usual.of(values);
  }

  Usual usualLogGrowth() {
    double[] values = new double[steps()];
    for (int step = 0; step < values.length; step++) {
      values[step] = logGrowthPerDay(step);
    }
    return Usual.of(values);
  }
}
