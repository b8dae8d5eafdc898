package io.assay.growth;

import io.assay.settings.GrowthSettings;
import io.assay.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The followers of one account over time, cleaned, and the steps from one observation to the next.
 *
 * @param times of the observations used, microseconds since 1970, ascending
 * @param followers at these times
 * @param units to which these are rounded, see {@link RoundingUnits}
 * @param leftOut observations neither used nor set aside
 * @param setAside what no other sight bears out, see {@link LoneSights}, oldest first
 */
record FollowerSeries(
    long[] times, long[] followers, long[] units, int leftOut, List<SetAside> setAside) {

  /** Platforms that abbreviate counts do so from here, YouTube earlier. */
  private static final long ABBREVIATED_FROM = 10_000;

  private static final Map<String, Long> EARLIER = Map.of("youtube", 1_000L);
  private static final double MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

  /** A sight that is listed and not used. */
  record SetAside(long time, long count, LoneSights.Why why) {}

  private record Seen(long time, long count) {}

  /**
   * Leaves out observations without a time or a count, and of those at one time all but the largest
   * count; sets aside what no other sight bears out; and of those too close together leaves out the
   * earlier ones, so that the latest is always used.
   *
   * @param platform where the account is
   * @param times ascending, with nulls
   * @param counts at these times, with nulls
   */
  static FollowerSeries of(
      String platform, List<Long> times, List<Long> counts, GrowthSettings settings) {
    List<Seen> seen = atDifferentTimes(times, counts);
    LoneSights.Why[] lone =
        LoneSights.of(
            seen.stream().mapToLong(Seen::time).toArray(),
            seen.stream().mapToLong(Seen::count).toArray(),
            settings);
    List<SetAside> setAside = new ArrayList<>();
    List<Seen> believed = new ArrayList<>();
    for (int i = 0; i < lone.length; i++) {
      if (lone[i] == null) {
        believed.add(seen.get(i));
      } else {
        setAside.add(new SetAside(seen.get(i).time(), seen.get(i).count(), lone[i]));
      }
    }
    List<Seen> used = farApart(believed, TimeUnit.HOURS.toMicros(settings.minStepHours()));
    long[] followers = used.stream().mapToLong(Seen::count).toArray();
    return new FollowerSeries(
        used.stream().mapToLong(Seen::time).toArray(),
        followers,
        RoundingUnits.of(followers, EARLIER.getOrDefault(platform, ABBREVIATED_FROM)),
        times.size() - used.size() - setAside.size(),
        setAside);
  }

  private static List<Seen> atDifferentTimes(List<Long> times, List<Long> counts) {
    List<Seen> all = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      if (times.get(i) == null || counts.get(i) == null) {
        continue;
      }
      Seen seen = new Seen(times.get(i), counts.get(i));
      int last = all.size() - 1;
      if (last < 0 || all.get(last).time() < seen.time()) {
        all.add(seen);
      } else if (seen.count() > all.get(last).count()) {
        all.set(last, seen);
      }
    }
    return all;
  }

  private static List<Seen> farApart(List<Seen> ascending, long minStepMicros) {
    List<Seen> latestFirst = new ArrayList<>();
    for (int i = ascending.size() - 1; i >= 0; i--) {
      Seen next = latestFirst.isEmpty() ? null : latestFirst.get(latestFirst.size() - 1);
      if (next == null || next.time() - ascending.get(i).time() >= minStepMicros) {
        latestFirst.add(ascending.get(i));
      }
    }
    Collections.reverse(latestFirst);
    return latestFirst;
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

  /** The coarsest unit to which a count is rounded; 1 where all are exact. */
  long roundedTo() {
    return Arrays.stream(units).max().orElse(1);
  }

  /** The coarser of the units of two counts, which their difference has to exceed. */
  long roundedTo(int from, int to) {
    return Math.max(units[from], units[to]);
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
