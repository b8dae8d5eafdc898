package io.assay.statistics;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Finds levels of followers that a single sight shows and no other bears out: a page misread, a
 * zero for half an hour. Such a sight is off from the sights beside it, fast and by enough
 * followers to be a jump or a drop; and without it nothing stands out there: from the sight before
 * to the next is neither. If it is off by less than a factor, the sights beside it have to agree,
 * that is to a quarter of what it is off. What two sights in a row say is believed, unless they
 * contradict each other: one above and one below the sights beside them, or themselves a factor
 * apart. Sights that are close together count as one.
 *
 * <p>The first sight has none before it and the last none after it. They are lone if they are off
 * by the factor and the two sights beside them agree likewise, so that a young account that doubles
 * from sight to sight keeps its ends. Of the last the next sight will decide.
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
   * @param factor how many times as large or as small as the sights beside it a sight is that is
   *     lone whether these agree or not
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

  private final SightSteps steps;
  private final Why[] why;

  private LoneSights(FollowerSights seen, Limits limits) {
    this.why = new Why[seen.size()];
    this.steps = new SightSteps(seen, limits, why);
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
      before = steps.endOfSight(0) + 1;
      Arrays.fill(why, 0, before, Why.FIRST);
    }
    for (int i = before + 1; i < why.length; i++) {
      boolean stands = !steps.isOff(i, before) && !steps.differs(i, before);
      int last = stands ? -1 : lastLone(before, i);
      if (last < 0) {
        before = i;
      } else {
        Arrays.fill(why, i, last + 1, last + 1 < why.length ? Why.UNDONE : Why.LAST);
        i = last;
      }
    }
  }

  /** The last of the sights from one on that are lone together; -1 if this is not. */
  private int lastLone(int before, int first) {
    int last = steps.endOfLevel(first, before);
    if (isLone(before, first, last)) {
      return last;
    }
    int second = steps.endOfSight(first) + 1;
    int end = second < why.length ? steps.endOfSight(second) : second;
    return end + 1 < why.length && areTwoLone(before, first, second, end) ? end : -1;
  }

  private boolean isFirstLone() {
    if (why.length == 0) {
      return false;
    }
    int next = steps.endOfSight(0) + 1;
    int second = next < why.length ? steps.endOfSight(next) + 1 : why.length;
    if (second >= why.length) {
      return false;
    }
    for (int i = 0; i < next; i++) {
      if (!steps.isOff(i, next)) {
        return false;
      }
    }
    return steps.agree(second, next, 0)
        && steps.isFast(next - 1, next, steps.usualWithout(-1, 0, next));
  }

  /** Whether a level from one sight to another is shown by these alone. */
  private boolean isLone(int before, int first, int last) {
    if (!steps.areOne(first, last)) {
      return false;
    }
    int next = last + 1;
    Usual usual = steps.usualWithout(before, first, next);
    if (!steps.isFast(before, first, usual)) {
      return false;
    }
    if (next == why.length) {
      int earlier = believedBefore(before);
      return steps.isOff(first, before) && earlier >= 0 && steps.agree(earlier, before, first);
    }
    return areUndone(before, first, last, next)
        && steps.isFast(last, next, usual)
        && !steps.standsOut(before, next, usual);
  }

  /** Whether each of some sights is off from those beside them, in one direction. */
  private boolean areUndone(int before, int first, int last, int next) {
    for (int i = first; i <= last; i++) {
      boolean isOff = steps.isOff(i, before) && steps.isOff(i, next);
      boolean isNearer =
          steps.differs(i, before) && steps.differs(i, next) && steps.agree(before, next, i);
      if (!isOff && !isNearer || steps.isAbove(i, before) != steps.isAbove(i, next)) {
        return false;
      }
    }
    return true;
  }

  /** Whether two sights in a row are both undone, and do not bear each other out. */
  private boolean areTwoLone(int before, int first, int second, int last) {
    int next = last + 1;
    boolean contradict =
        steps.isAbove(first, before) != steps.isAbove(second, before) || steps.isOff(first, second);
    if (!contradict
        || !areUndone(before, first, second - 1, next)
        || !areUndone(before, second, last, next)) {
      return false;
    }
    Usual usual = steps.usualWithout(before, first, next);
    return steps.isFast(before, first, usual)
        && steps.isFast(last, next, usual)
        && steps.agree(before, next, first)
        && steps.agree(before, next, second)
        && !steps.standsOut(before, next, usual);
  }

  private int believedBefore(int sight) {
    int earlier = sight - 1;
    while (earlier >= 0 && why[earlier] != null) {
      earlier--;
    }
    return earlier;
  }
}
