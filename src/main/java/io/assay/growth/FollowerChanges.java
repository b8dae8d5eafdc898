package io.assay.growth;

import io.assay.settings.GrowthSettings;
import io.assay.statistics.Usual;
import java.util.ArrayList;
import java.util.List;

/**
 * Where followers came or went faster than is usual for the account.
 *
 * <p>Every step's daily growth is scored by the robust deviations from the account's median (the
 * modified z-score of Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993), on logarithms
 * so that size does not matter, with a least scale so that a flat account does not jump at every
 * ripple. Fast steps in a row of one direction are one change: a purchase delivered over a week is
 * one jump whether the account was crawled daily or weekly. A change stands out if it is fast and
 * amounts to enough followers, and to more than the coarser unit of the two counts ({@link
 * RoundingUnits}), which rounding alone would explain.
 *
 * <p>Median and MAD withstand anything short of half of the steps, so the step that is tested need
 * not be left out of what is usual.
 */
final class FollowerChanges {

  private FollowerChanges() {}

  /** All changes of the series, oldest first; every step belongs to one. */
  static List<FollowerChange> of(FollowerSeries series, GrowthSettings settings) {
    double[] scores = scores(series, settings);
    List<FollowerChange> changes = new ArrayList<>();
    int step = 0;
    while (step < scores.length) {
      int direction = direction(series, scores, step, settings.jumpMinScore());
      int end = step + 1;
      while (direction != 0
          && end < scores.length
          && direction(series, scores, end, settings.jumpMinScore()) == direction) {
        end++;
      }
      changes.add(change(series, scores, step, end, direction != 0, settings));
      step = end;
    }
    return changes;
  }

  /** The changes that stand out and gain (or lose, with -1). */
  static List<FollowerChange> standingOut(List<FollowerChange> changes, int sign) {
    return changes.stream().filter(m -> m.standsOut() && sign * m.change() > 0).toList();
  }

  /**
   * The one of the largest change in a direction, of those that stand out if any does, of equal
   * ones the first; null where followers never went that way.
   */
  static FollowerChange largest(List<FollowerChange> changes, int sign) {
    List<FollowerChange> standingOut = standingOut(changes, sign);
    FollowerChange largest = null;
    for (FollowerChange change : standingOut.isEmpty() ? changes : standingOut) {
      long least = largest == null ? 0 : sign * largest.change();
      largest = sign * change.change() > least ? change : largest;
    }
    return largest;
  }

  private static double[] scores(FollowerSeries series, GrowthSettings settings) {
    Usual usual = series.usualLogGrowth();
    double scale = usual.scale(settings.noisePerDay());
    double[] scores = new double[usual.values().length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (usual.values()[i] - usual.median()) / scale;
    }
    return scores;
  }

  /** 1 for a fast gain, -1 for a fast loss, 0 for what is neither. */
  private static int direction(FollowerSeries series, double[] scores, int step, double minScore) {
    int sign = Long.signum(series.change(step));
    return sign * scores[step] >= minScore ? sign : 0;
  }

  private static FollowerChange change(
      FollowerSeries series, double[] scores, int from, int to, boolean fast, GrowthSettings by) {
    long before = series.followers()[from];
    long after = series.followers()[to];
    double score = scores[from];
    for (int step = from; step < to; step++) {
      score = Math.abs(scores[step]) > Math.abs(score) ? scores[step] : score;
    }
    long size = Math.abs(after - before);
    long unit = series.roundedTo(from, to);
    boolean standsOut =
        fast
            && size >= by.jumpMinFollowers()
            && size >= by.jumpMinShare() * before
            && (unit == 1 || size > unit);
    return new FollowerChange(
        from, to, before, after, series.daysBetween(from, to), score, standsOut);
  }
}
