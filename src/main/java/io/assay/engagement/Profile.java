package io.assay.engagement;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * What is known of an account beside its posts.
 *
 * @param handle null for an account known only as an author
 * @param followers latest followers; null where unknown
 * @param seenAt times of the observations of followers, ascending, microseconds since 1970
 * @param seenFollowers followers at these times
 * @param totalCounters what its platform's total rate sums up
 * @param sharesShown whether shares are among them
 * @param savesShown whether saves are among them
 * @param endMicros end of the window, microseconds since 1970
 */
record Profile(
    String platform,
    String accountId,
    String handle,
    Long followers,
    long[] seenAt,
    long[] seenFollowers,
    List<String> totalCounters,
    boolean sharesShown,
    boolean savesShown,
    long endMicros) {

  /** Reads {@link MeasureAccounts}'s columns; {@code profile} is null for a mere author. */
  static Profile of(Row any, Row profile, boolean shares, boolean saves, long endMicros) {
    List<String> counters = new ArrayList<>(List.of("likes", "comments"));
    if (shares) {
      counters.add("shares");
    }
    if (saves) {
      counters.add("saves");
    }
    long[] times = longs(profile, 4);
    long[] counts = longs(profile, 5);
    Long latest = profile == null || profile.isNullAt(3) ? null : Long.valueOf(profile.getLong(3));
    if (latest == null && counts.length > 0) {
      latest = counts[counts.length - 1];
    }
    return new Profile(
        any.getString(0),
        any.getString(1),
        profile == null ? null : profile.getString(2),
        latest,
        times,
        counts,
        counters,
        shares,
        saves,
        endMicros);
  }

  /**
   * Followers at the observation nearest to a time, of two as near the earlier one; the latest
   * where there is no observation; -1 where nothing is known.
   */
  long followersAt(long micros) {
    if (seenAt.length == 0) {
      return followers == null ? -1 : followers;
    }
    int after = 0;
    while (after < seenAt.length && seenAt[after] < micros) {
      after++;
    }
    if (after == 0) {
      return seenFollowers[0];
    }
    boolean earlier =
        after == seenAt.length || micros - seenAt[after - 1] <= seenAt[after] - micros;
    return seenFollowers[earlier ? after - 1 : after];
  }

  private static long[] longs(Row row, int column) {
    if (row == null || row.isNullAt(column)) {
      return new long[0];
    }
    return row.<Long>getList(column).stream().mapToLong(Long::longValue).toArray();
  }
}
