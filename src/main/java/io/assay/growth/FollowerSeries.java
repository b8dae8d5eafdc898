package io.assay.growth;

import io.assay.job.BelievedSights;
import io.assay.settings.GrowthSettings;
import io.assay.statistics.FollowerSights;
import io.assay.statistics.LoneSights;
import io.assay.statistics.Usual;
import java.util.ArrayList;
import java.util.Arrays;
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
    FollowerSights seen = FollowerSights.of(times, counts);
    LoneSights.Why[] lone = LoneSights.of(seen, BelievedSights.limits(settings));
    List<SetAside> setAside = new ArrayList<>();
    for (int i = 0; i < lone.length; i++) {
      if (lone[i] != null) {
        setAside.add(new SetAside(seen.times()[i], seen.counts()[i], lone[i]));
      }
    }
    FollowerSights used =
        seen.without(lone).farApart(TimeUnit.HOURS.toMicros(settings.minStepHours()));
    return new FollowerSeries(
        used.times(),
        used.counts(),
        RoundingUnits.of(used.counts(), EARLIER.getOrDefault(platform, ABBREVIATED_FROM)),
        times.size() - used.size() - setAside.size(),
        setAside);
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
