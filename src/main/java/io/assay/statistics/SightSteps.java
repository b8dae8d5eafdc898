package io.assay.statistics;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How the sights of an account's followers lie to each other, by the limits of {@link LoneSights}.
 */
final class SightSteps {
  /** How nearly two sights agree, as a part of what a third is off. */
  private static final double AGREE = 0.25;

  private static final double MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

  /** Platforms show larger counts with at most three digits. */
  private static final long ROUNDED_FROM = 10_000;

  private static final long ROUNDED_TO = 1_000;

  private final long[] times;
  private final long[] counts;
  private final LoneSights.Limits limits;
  private final long sameSight;
  private final LoneSights.Why[] why;

  /**
   * @param why of each sight why it is set aside, as far as that is known
   */
  SightSteps(FollowerSights seen, LoneSights.Limits limits, LoneSights.Why[] why) {
    this.times = seen.times();
    this.counts = seen.counts();
    this.limits = limits;
    this.sameSight = Math.max(1, TimeUnit.HOURS.toMicros(limits.sameSightHours()));
    this.why = why;
  }

  boolean isAbove(int sight, int other) {
    return counts[sight] > counts[other];
  }

  /** Off by the factor, and by enough followers. */
  boolean isOff(int sight, int from) {
    double less = Math.max(1, Math.min(counts[sight], counts[from]));
    long more = Math.max(counts[sight], counts[from]);
    return more >= limits.factor() * less
        && more - Math.min(counts[sight], counts[from]) >= limits.minFollowers();
  }

  /** Off by what would be a jump or a drop, and by more than rounding. */
  boolean differs(int sight, int from) {
    long size = Math.abs(counts[sight] - counts[from]);
    return size >= limits.minFollowers()
        && size >= limits.minShare() * counts[from]
        && size > Math.max(unit(counts[sight]), unit(counts[from]));
  }

  /** The unit to which a count may be rounded; 0 where it is exact. */
  private static long unit(long count) {
    long unit = 1;
    while (count > 0 && count / unit % 10 == 0) {
      unit *= 10;
    }
    return count >= ROUNDED_FROM && count / unit < ROUNDED_TO ? Math.min(unit, tenth(count)) : 0;
  }

  /** Two digits are shown at least. */
  private static long tenth(long count) {
    long size = 1;
    while (count / size >= 100) {
      size *= 10;
    }
    return size;
  }

  /** Whether two sights agree beside a third that is off from the second of them. */
  boolean agree(int one, int other, int off) {
    return Math.abs(logGrowth(one, other)) <= AGREE * Math.abs(logGrowth(off, other));
  }

  /** Logarithm of the factor between two sights; 0 followers count as 1. */
  private double logGrowth(int from, int to) {
    return StrictMath.log((double) Math.max(1, counts[to]) / Math.max(1, counts[from]));
  }

  boolean isFast(int from, int to, Usual usual) {
    double score =
        (logGrowth(from, to) / days(from, to) - usual.median()) / usual.scale(limits.leastScale());
    return Math.abs(score) >= limits.minScore();
  }

  boolean standsOut(int from, int to, Usual usual) {
    long size = Math.abs(counts[to] - counts[from]);
    return size >= limits.minFollowers()
        && size >= limits.minShare() * counts[from]
        && isFast(from, to, usual);
  }

  private double days(int from, int to) {
    return (times[to] - times[from]) / MICROS_PER_DAY;
  }

  /** Whether sights count as one. */
  boolean areOne(int first, int last) {
    return times[last] - times[first] < sameSight;
  }

  /** The last of the sights that count as one with this. */
  int endOfSight(int first) {
    int last = first;
    while (last + 1 < times.length && areOne(first, last + 1)) {
      last++;
    }
    return last;
  }

  /** The last sight in a row that is off as the first is. */
  int endOfLevel(int first, int before) {
    int last = first;
    while (last + 1 < times.length
        && (isOff(first, before) ? isOff(last + 1, before) : differs(last + 1, before))
        && isAbove(last + 1, before) == isAbove(first, before)) {
      last++;
    }
    return last;
  }

  private boolean isSpike(int sight) {
    return sight > 0
        && sight + 1 < times.length
        && isOff(sight, sight - 1)
        && isOff(sight, sight + 1)
        && isAbove(sight, sight - 1) == isAbove(sight, sight + 1);
  }

  /**
   * What is usual of the steps that neither lead to the sights in question nor from them, nor to or
   * from others that stand out alone, whatever becomes of those.
   */
  Usual usualWithout(int before, int first, int next) {
    double[] growth = new double[times.length];
    int steps = 0;
    int from = -1;
    for (int i = 0; i < times.length; i++) {
      if (why[i] != null || (i >= first && i < next) || isSpike(i)) {
        continue;
      }
      if (from >= 0 && !(from == before && i == next)) {
        growth[steps++] = logGrowth(from, i) / days(from, i);
      }
      from = i;
    }
    // Where there are no others, an account that stays as it is.
    return Usual.of(Arrays.copyOf(growth, Math.max(1, steps)));
  }
}
