package io.assay.engagement;

import io.assay.statistics.FollowerSights;
import io.assay.statistics.LoneSights;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * What is known of an account beside its posts. A sight of its followers that no other bears out
 * ({@link LoneSights}) is not believed.
 *
 * @param handle null for an account known only as an author
 * @param followers at the latest observation that is believed; null where unknown
 * @param seen the observations of followers that are believed
 * @param totalCounters what its platform's total rate sums up
 * @param sharesShown whether shares are among them
 * @param savesShown whether saves are among them
 * @param endMicros end of the window, microseconds since 1970
 * @param stated what a list says of its usual post
 */
record Profile(
    String platform,
    String accountId,
    String handle,
    Long followers,
    FollowerSights seen,
    List<String> totalCounters,
    boolean sharesShown,
    boolean savesShown,
    long endMicros,
    StatedAverages stated) {

  private static final int STATED = 7;

  /**
   * Reads {@link MeasureAccounts}'s columns; {@code profile} is null for a mere author.
   *
   * @param limits which sights of followers are believed
   */
  static Profile of(
      Row any,
      Row profile,
      boolean shares,
      boolean saves,
      long endMicros,
      LoneSights.Limits limits) {
    List<String> counters = new ArrayList<>(List.of("likes", "comments"));
    if (shares) {
      counters.add("shares");
    }
    if (saves) {
      counters.add("saves");
    }
    FollowerSights all =
        profile == null
            ? FollowerSights.of(List.of(), List.of())
            : FollowerSights.of(longs(profile, 4), longs(profile, 5));
    LoneSights.Why[] why = LoneSights.of(all, limits);
    FollowerSights seen = all.without(why);
    Long latest = profile == null || profile.isNullAt(3) ? null : Long.valueOf(profile.getLong(3));
    boolean latestIsBelieved = latest != null && (why.length == 0 || why[why.length - 1] == null);
    if (!latestIsBelieved && seen.size() > 0) {
      latest = seen.counts()[seen.size() - 1];
    }
    return new Profile(
        any.getString(0),
        any.getString(1),
        profile == null ? null : profile.getString(2),
        latest,
        seen,
        counters,
        shares,
        saves,
        endMicros,
        StatedAverages.of(profile == null ? null : profile.getStruct(STATED)));
  }

  /**
   * Followers at the observation nearest to a time, of two as near the earlier one; the latest
   * where there is no observation; -1 where nothing is known.
   */
  long followersAt(long micros) {
    long[] times = seen.times();
    long[] counts = seen.counts();
    if (times.length == 0) {
      return followers == null ? -1 : followers;
    }
    int after = 0;
    while (after < times.length && times[after] < micros) {
      after++;
    }
    if (after == 0) {
      return counts[0];
    }
    boolean earlier = after == times.length || micros - times[after - 1] <= times[after] - micros;
    return counts[earlier ? after - 1 : after];
  }

  private static List<Long> longs(Row row, int column) {
    return row.isNullAt(column) ? List.of() : row.<Long>getList(column);
  }
}
