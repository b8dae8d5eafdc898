package io.assay.growth;

import io.assay.settings.GrowthSettings;
import io.assay.statistics.FollowerSights;
import io.assay.statistics.Quantiles;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How many accounts an account followed over time, and the steps from one observation to the next.
 *
 * @param used the observations that are used
 * @param minSteps steps that are needed
 */
record FollowingSeries(FollowerSights used, int minSteps) {
  private static final double MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

  /**
   * Takes observations as with followers: without a time or a count none, of several at one time
   * the largest count, of those too close together the later. But what comes back is believed here,
   * for to follow and to unfollow by turns is what is looked for; only a 0 between counts that are
   * not is taken for a page misread.
   *
   * @param times ascending, with nulls
   * @param counts at these times, with nulls
   */
  static FollowingSeries of(List<Long> times, List<Long> counts, GrowthSettings settings) {
    FollowerSights seen = withoutLoneZeros(FollowerSights.of(times, counts));
    return new FollowingSeries(
        seen.farApart(TimeUnit.HOURS.toMicros(settings.minStepHours())),
        settings.followingsMinSteps());
  }

  private static FollowerSights withoutLoneZeros(FollowerSights seen) {
    int first = 0;
    int last = seen.size() - 1;
    while (first <= last && seen.counts()[first] == 0) {
      first++;
    }
    while (last >= first && seen.counts()[last] == 0) {
      last--;
    }
    boolean[] left = new boolean[seen.size()];
    for (int i = first; i < last; i++) {
      left[i] = seen.counts()[i] == 0;
    }
    return seen.without(left);
  }

  /** Why nothing can be said; null where something can. */
  String reason() {
    if (used.size() == 0) {
      return "followings never shown";
    }
    int needed = minSteps + 1;
    return used.size() >= needed
        ? null
        : used.size()
            + (used.size() == 1 ? " observation" : " observations")
            + " of followings, "
            + needed
            + " needed";
  }

  /**
   * Median over steps of the accounts followed more than before, a day; to unfollow is negative.
   */
  double perDay() {
    double[] changes = new double[used.size() - 1];
    for (int step = 0; step < changes.length; step++) {
      changes[step] =
          change(step) / ((used.times()[step + 1] - used.times()[step]) / MICROS_PER_DAY);
    }
    return Quantiles.median(changes, changes.length);
  }

  /**
   * What was followed and left again: all changes, up and down, without what remains of them, as a
   * part of the most it followed at once.
   */
  double churn() {
    long moved = 0;
    long most = 1;
    for (int i = 0; i < used.size(); i++) {
      most = Math.max(most, used.counts()[i]);
      moved += i == 0 ? 0 : Math.abs(change(i - 1));
    }
    long remains = Math.abs(used.counts()[used.size() - 1] - used.counts()[0]);
    return (double) (moved - remains) / most;
  }

  /** Sets the columns of {@code gold.account_growth} about followings. */
  void into(GrowthRow row) {
    String reason = reason();
    row.set("followings_observations", used.size());
    row.set("followings_reason", reason);
    if (reason == null) {
      row.set("followings_per_day", perDay());
      row.set("followings_churn", churn());
    }
  }

  private long change(int step) {
    return used.counts()[step + 1] - used.counts()[step];
  }
}
