package io.assay.statistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Finds levels of followers that a single sight shows and no other bears out: a page misread, a
 * zero for half an hour. Such a sight is off by a factor from the sights beside it, fast and by
 * enough followers to be a jump or a drop; and without it nothing stands out there: from the sight
 * before to the next is neither. What two sights in a row say is believed; sights that are close
 * together count as one.
 *
 * <p>The first sight has none before it and the last none after it. They are lone if the two sights
 * beside them agree, that is to a quarter of what the lone one is off, so that a young account that
 * doubles from sight to sight keeps its ends. Of the last the next sight will decide.
 *
 * <p>Cost: a comparison a sight; where one is off, a pass over the others.
 */
public final class LoneSights {
  /** Why a sight was set aside. */
  public enum Why {
    UNDONE("the next sight undoes it"),
    FIRST("the first, which the next ones do not bear out"),
    LAST("the last, which waits for the next sight");

    private final String text;

    Why(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * What makes a level stand out.
   *
   * @param factor how many times as large or as small as the sights beside it a lone sight is
   * @param sameSightHours sights closer together than this count as one
   * @param minScore robust deviations from the account's usual growth from which a step is fast
   * @param leastScale least scale of that deviation, natural logarithm of followers per day
   * @param minShare share of the followers before that a jump or drop amounts to at least
   * @param minFollowers followers that it amounts to at least
   */
  public record Limits(
      double factor,
      int sameSightHours,
      double minScore,
      double leastScale,
      double minShare,
      long minFollowers)
      implements Serializable {}

  /** How nearly the two sights beside the first or the last agree, as a part of what it is off. */
  private static final double AGREE = 0.25;

  private static final double MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

  private final long[] times;
  private final long[] counts;
  private final Limits limits;
  private final long sameSight;
  private final Why[] why;

  private LoneSights(FollowerSights seen, Limits limits) {
    this.times = seen.times();
    this.counts = seen.counts();
    this.limits = limits;
    this.sameSight = Math.max(1, TimeUnit.HOURS.toMicros(limits.sameSightHours()));
    this.why = new Why[times.length];
  }

  /** Why each sight is set aside, null where it is not. */
  public static Why[] of(FollowerSights seen, Limits limits) {
    LoneSights sights = new LoneSights(seen, limits);
    sights.find();
    return sights.why;
  }

  private void find() {
    int before = 0;
    if (isFirstLone()) {
      before = endOfSight(0) + 1;
      Arrays.fill(why, 0, before, Why.FIRST);
    }
    for (int i = before + 1; i < times.length; i++) {
      if (isOff(i, before)) {
        int last = endOfLevel(i, before);
        if (isLone(before, i, last)) {
          Arrays.fill(why, i, last + 1, last + 1 < times.length ? Why.UNDONE : Why.LAST);
          i = last;
          continue;
        }
      }
      before = i;
    }
  }

  private boolean isFirstLone() {
    if (times.length == 0) {
      return false;
    }
    int next = endOfSight(0) + 1;
    int second = next < times.length ? endOfSight(next) + 1 : times.length;
    if (second >= times.length) {
      return false;
    }
    for (int i = 0; i < next; i++) {
      if (!isOff(i, next)) {
        return false;
      }
    }
    return agree(next, second, off(0, next)) && isFast(next - 1, next, usualWithout(-1, 0, next));
  }

  /** Whether a level from one sight to another is shown by these alone. */
  private boolean isLone(int before, int first, int last) {
    if (times[last] - times[first] >= sameSight) {
      return false;
    }
    int next = last + 1;
    Usual usual = usualWithout(before, first, next);
    if (!isFast(before, first, usual)) {
      return false;
    }
    if (next == times.length) {
      int earlier = believedBefore(before);
      return earlier >= 0 && agree(earlier, before, off(first, before));
    }
    for (int i = first; i <= last; i++) {
      if (!isOff(i, next) || counts[i] > counts[before] != counts[i] > counts[next]) {
        return false;
      }
    }
    return isFast(last, next, usual) && !standsOut(before, next, usual);
  }

  /** Off by the factor, and by enough followers. */
  private boolean isOff(int sight, int from) {
    double less = Math.max(1, Math.min(counts[sight], counts[from]));
    long more = Math.max(counts[sight], counts[from]);
    return more >= limits.factor() * less
        && more - Math.min(counts[sight], counts[from]) >= limits.minFollowers();
  }

  /** Logarithm of the factor between two sights; 0 followers count as 1. */
  private double off(int one, int other) {
    return Math.abs(logGrowth(one, other));
  }

  private double logGrowth(int from, int to) {
    return StrictMath.log((double) Math.max(1, counts[to]) / Math.max(1, counts[from]));
  }

  private boolean agree(int one, int other, double off) {
    return off(one, other) <= AGREE * off;
  }

  private boolean isFast(int from, int to, Usual usual) {
    double score =
        (logGrowth(from, to) / days(from, to) - usual.median()) / usual.scale(limits.leastScale());
    return Math.abs(score) >= limits.minScore();
  }

  private boolean standsOut(int from, int to, Usual usual) {
    long size = Math.abs(counts[to] - counts[from]);
    return size >= limits.minFollowers()
        && size >= limits.minShare() * counts[from]
        && isFast(from, to, usual);
  }

  private double days(int from, int to) {
    return (times[to] - times[from]) / MICROS_PER_DAY;
  }

  /** The last of the sights that count as one with this. */
  private int endOfSight(int first) {
    int last = first;
    while (last + 1 < times.length && times[last + 1] - times[first] < sameSight) {
      last++;
    }
    return last;
  }

  /** The last sight in a row that is off as the first is. */
  private int endOfLevel(int first, int before) {
    int last = first;
    while (last + 1 < times.length
        && isOff(last + 1, before)
        && counts[last + 1] > counts[before] == counts[first] > counts[before]) {
      last++;
    }
    return last;
  }

  private int believedBefore(int sight) {
    int earlier = sight - 1;
    while (earlier >= 0 && why[earlier] != null) {
      earlier--;
    }
    return earlier;
  }

  private boolean isSpike(int sight) {
    return sight > 0
        && sight + 1 < times.length
        && isOff(sight, sight - 1)
        && isOff(sight, sight + 1)
        && counts[sight] > counts[sight - 1] == counts[sight] > counts[sight + 1];
  }

  /**
   * What is usual of the steps that neither lead to the sights in question nor from them, nor to or
   * from others that stand out alone, whatever becomes of those.
   */
  private Usual usualWithout(int before, int first, int next) {
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
