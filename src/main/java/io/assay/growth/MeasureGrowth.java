package io.assay.growth;

import io.assay.settings.GrowthSettings;
import io.assay.statistics.RowFunction;
import io.assay.statistics.Usual;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/**
 * Measures one account.
 *
 * <p>In: {@link #INPUT}. Out: {@link GrowthRow#SCHEMA}.
 */
record MeasureGrowth(GrowthSettings settings) implements RowFunction {
  /**
   * platform, account_id, handle, seen_at (array of microseconds, ascending), seen_followers (at
   * these times), seen_following_at and seen_followings (likewise of followings), posted_at (array
   * of microseconds), engaged (likes + comments of these posts); arrays may be null.
   */
  static final List<String> INPUT =
      List.of(
          "platform",
          "account_id",
          "handle",
          "seen_at",
          "seen_followers",
          "seen_following_at",
          "seen_followings",
          "posted_at",
          "engaged");

  @Override
  public InternalRow call(Object delivered) {
    InternalRow account = (InternalRow) delivered;
    GrowthRow row = new GrowthRow();
    FollowerSeries series =
        FollowerSeries.of(
            text(account, "platform"),
            list(account, "seen_at"),
            list(account, "seen_followers"),
            settings);
    row.set("platform", text(account, "platform"));
    row.set("account_id", text(account, "account_id"));
    row.set("handle", text(account, "handle"));
    setObserved(row, series);
    FollowingSeries.of(
            list(account, "seen_following_at"), list(account, "seen_followings"), settings)
        .into(row);
    String reason = reason(series);
    row.set("not_assessable_reason", reason);
    if (reason == null) {
      PostEngagement posts =
          new PostEngagement(longs(account, "posted_at"), longs(account, "engaged"));
      List<FollowerChange> changes = FollowerChanges.of(series, settings);
      setGrowth(row, series);
      setChanges(row, series, changes);
      setEvenness(row, series);
      setEngagement(
          row,
          EngagementAroundGain.of(series, FollowerChanges.largest(changes, 1), posts, settings));
    }
    return row.row();
  }

  @Override
  public boolean mayBeNull() {
    return false;
  }

  private String reason(FollowerSeries series) {
    if (series.observations() == 0) {
      return "followers never shown";
    }
    if (series.observations() < settings.minObservations()) {
      int n = series.observations();
      return n
          + (n == 1 ? " observation, " : " observations, ")
          + settings.minObservations()
          + " needed";
    }
    if (series.days() < settings.minDays()) {
      // Cut, not rounded: "7 days, 7 needed" would not be a reason.
      return (long) series.days() + " days observed, " + settings.minDays() + " needed";
    }
    return null;
  }

  private static void setObserved(GrowthRow row, FollowerSeries series) {
    int n = series.observations();
    row.set("observations", n);
    row.set("observations_left_out", series.leftOut());
    row.setSetAside("sights_set_aside", series.setAside());
    if (n > 0) {
      row.set("first_observed_at", series.times()[0]);
      row.set("last_observed_at", series.times()[n - 1]);
      row.set("days_observed", series.days());
      row.set("longest_gap_days", n == 1 ? null : series.longestGapDays());
      row.set("followers_first", series.followers()[0]);
      row.set("followers_last", series.followers()[n - 1]);
      row.set("rounded_to", series.roundedTo());
    }
  }

  private static void setGrowth(GrowthRow row, FollowerSeries series) {
    long first = series.followers()[0];
    Usual perDay = series.usualChangePerDay();
    row.set("growth", series.growth());
    row.set("growth_share", first == 0 ? null : (double) series.growth() / first);
    row.set("growth_per_day", series.growth() / series.days());
    row.set("growth_per_day_median", perDay.median());
    row.set("growth_per_day_mad", perDay.mad());
    row.set("growth_rate_median", StrictMath.expm1(series.usualLogGrowth().median()));
  }

  private static void setChanges(
      GrowthRow row, FollowerSeries series, List<FollowerChange> changes) {
    double usual = Math.abs(series.usualChangePerDay().median());
    FollowerChange gain = FollowerChanges.largest(changes, 1);
    List<FollowerChange> jumps = FollowerChanges.standingOut(changes, 1);
    List<FollowerChange> drops = FollowerChanges.standingOut(changes, -1);
    long last = series.followers()[series.steps()];
    long jumped = jumps.stream().mapToLong(FollowerChange::change).sum();
    setLargest(row, "largest_gain", gain, series, usual);
    setLargest(row, "largest_loss", FollowerChanges.largest(changes, -1), series, usual);
    row.set("largest_gain_lost_again", gain == null ? null : lostAgain(series, gain));
    row.set("jump_count", jumps.size());
    row.set("drop_count", drops.size());
    row.set("jump_followers_share", last == 0 ? null : (double) jumped / last);
    row.setChanges("jumps", series, jumps);
    row.setChanges("drops", series, drops);
  }

  private static void setLargest(
      GrowthRow row, String it, FollowerChange change, FollowerSeries series, double usual) {
    if (change == null) {
      return;
    }
    double perDay = Math.abs(change.perDay());
    row.set(it, Math.abs(change.change()));
    row.set(it + "_share", change.share() == null ? null : Math.abs(change.share()));
    row.set(it + "_from", series.times()[change.from()]);
    row.set(it + "_to", series.times()[change.to()]);
    row.set(it + "_per_day", perDay);
    row.set(it + "_times_typical", usual == 0 ? null : perDay / usual);
    row.set(it + "_score", change.score());
  }

  /** Bought followers are deleted in time (Stringhini et al. 2013, see the methods). */
  private static Double lostAgain(FollowerSeries series, FollowerChange gain) {
    if (gain.to() == series.steps()) {
      return null;
    }
    long lowest = gain.after();
    for (int i = gain.to() + 1; i < series.observations(); i++) {
      lowest = Math.min(lowest, series.followers()[i]);
    }
    return (double) Math.min(gain.after() - lowest, gain.change()) / gain.change();
  }

  private void setEvenness(GrowthRow row, FollowerSeries series) {
    String reason = Evenness.reason(series, settings);
    row.set("gain_steps_share", Evenness.gainStepsShare(series));
    row.set("evenness_reason", reason);
    if (reason == null) {
      Evenness evenness = Evenness.of(series, settings.evenTolerance());
      row.set("gain_cv", evenness.cv());
      row.set("gain_dispersion", evenness.dispersion());
      row.set("even_run_steps", evenness.runSteps());
      row.set("even_run_days", evenness.runDays());
      row.set("even_run_per_day", evenness.runPerDay());
    }
  }

  private static void setEngagement(GrowthRow row, EngagementAroundGain around) {
    if (around.gain() != null) {
      row.set("posts_before", around.before().posts());
      row.set("posts_after", around.after().posts());
    }
    row.set("engagement_reason", around.reason());
    if (around.reason() == null) {
      row.set("engagement_before", around.before().median());
      row.set("engagement_after", around.after().median());
      row.set("engagement_change", around.change());
      row.set("engagement_per_follower_change", around.changePerFollower());
    }
    row.set("posts_first_half", around.firstHalf().posts());
    row.set("posts_second_half", around.secondHalf().posts());
    row.set("engagement_first_half", around.firstHalf().median());
    row.set("engagement_second_half", around.secondHalf().median());
    row.set("engagement_trend", around.trend());
  }

  private static String text(InternalRow row, String column) {
    int at = INPUT.indexOf(column);
    return row.isNullAt(at) ? null : row.getUTF8String(at).toString();
  }

  private static List<Long> list(InternalRow row, String column) {
    int at = INPUT.indexOf(column);
    List<Long> list = new ArrayList<>();
    if (!row.isNullAt(at)) {
      ArrayData array = row.getArray(at);
      for (int i = 0; i < array.numElements(); i++) {
        list.add(array.isNullAt(i) ? null : Long.valueOf(array.getLong(i)));
      }
    }
    return list;
  }

  private static long[] longs(InternalRow row, String column) {
    int at = INPUT.indexOf(column);
    return row.isNullAt(at) ? new long[0] : row.getArray(at).toLongArray();
  }
}
