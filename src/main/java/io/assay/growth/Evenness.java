package io.assay.growth;

import io.assay.settings.GrowthSettings;

/**
 * How evenly an account gains followers. People arrive in bursts, with posts, mentions and news; a
 * drip that is delivered by contract does not.
 *
 * @param cv coefficient of variation of the gain per day over time: the deviation of the steps'
 *     daily gains from the mean daily gain, weighted by their length, by that mean; the sample
 *     coefficient of variation where steps are of equal length
 * @param dispersion index of dispersion (Cox and Lewis, The Statistical Analysis of Series of
 *     Events, 1966) of the gains, allowing for unequal steps: sum of (gain - expected)^2 / expected
 *     over steps - 1, expected = mean daily gain x days. Arrivals that are independent and
 *     departures beside them can only raise it above 1
 * @param runSteps longest run of gains whose daily rates differ by at most the tolerance; the first
 *     of equal ones; 0 where no step gained
 * @param runDays how long it lasted
 * @param runPerDay followers gained per day in it; null without a run
 */
record Evenness(double cv, double dispersion, int runSteps, double runDays, Double runPerDay) {

  /** Why evenness cannot be stated; null where it can. */
  static String reason(FollowerSeries series, GrowthSettings settings) {
    if (series.steps() < settings.evenMinSteps()) {
      return series.steps() + " steps, " + settings.evenMinSteps() + " needed";
    }
    if (series.growth() <= 0) {
      return "no growth";
    }
    return series.roundedTo() > 1 ? "counts rounded to " + series.roundedTo() : null;
  }

  /** To be called where there is no {@link #reason}. */
  static Evenness of(FollowerSeries series, double tolerance) {
    int n = series.steps();
    double mean = series.growth() / series.days();
    double weighted = 0;
    double dispersion = 0;
    for (int step = 0; step < n; step++) {
      double off = series.changePerDay(step) - mean;
      weighted += series.days(step) * off * off;
      dispersion += series.days(step) * off * off / mean;
    }
    double deviation = Math.sqrt(weighted / series.days() * n / (n - 1));
    int[] run = longestRun(series, tolerance);
    int steps = run[1] - run[0];
    double days = steps == 0 ? 0 : series.daysBetween(run[0], run[1]);
    long gained = series.followers()[run[1]] - series.followers()[run[0]];
    return new Evenness(
        deviation / mean, dispersion / (n - 1), steps, days, steps == 0 ? null : gained / days);
  }

  /** Share of the steps that gained followers. */
  static double gainStepsShare(FollowerSeries series) {
    int gains = 0;
    for (int step = 0; step < series.steps(); step++) {
      gains += series.change(step) > 0 ? 1 : 0;
    }
    return (double) gains / series.steps();
  }

  /** Positions of the observations at which the longest even run begins and ends. */
  private static int[] longestRun(FollowerSeries series, double tolerance) {
    int[] longest = {0, 0};
    int begin = 0;
    while (begin < series.steps() - (longest[1] - longest[0])) {
      double least = Double.POSITIVE_INFINITY;
      double most = 0;
      int end = begin;
      while (end < series.steps() && series.change(end) > 0) {
        least = Math.min(least, series.changePerDay(end));
        most = Math.max(most, series.changePerDay(end));
        if (most > least * (1 + tolerance)) {
          break;
        }
        end++;
      }
      if (end - begin > longest[1] - longest[0]) {
        longest = new int[] {begin, end};
      }
      begin++;
    }
    return longest;
  }
}
