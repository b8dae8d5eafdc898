package io.assay.engagement;

import io.assay.contracts.TableRow;
import io.assay.statistics.Quantiles;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How often an account publishes: its counted posts, and its settled reposts where {@code
 * engagement.reposts_count_for_cadence} says so.
 */
final class Cadence {
  private static final double MICROS_PER_HOUR = TimeUnit.HOURS.toMicros(1);
  private static final double MICROS_PER_WEEK = TimeUnit.DAYS.toMicros(7);

  private Cadence() {}

  /**
   * Sets posts_per_week, median_gap_hours and last_posted_at (microseconds since 1970); null where
   * too few posts are dated.
   *
   * @param endMicros end of the window, microseconds since 1970
   */
  static void set(TableRow row, AccountPosts posts, long endMicros) {
    long dated = posts.dated();
    if (dated > 1) {
      double weeks = Math.max(1, posts.span() / MICROS_PER_WEEK);
      row.set("posts_per_week", (dated - 1) / weeks);
    }
    // Between posts that were sampled there were others.
    if (dated > 1 && posts.areAllKept()) {
      row.set("median_gap_hours", medianGap(posts) / MICROS_PER_HOUR);
    }
    if (dated > 0) {
      row.set("last_posted_at", endMicros - posts.youngest());
    }
  }

  private static double medianGap(AccountPosts posts) {
    double[] ages = posts.ages();
    Arrays.sort(ages);
    for (int i = 0; i + 1 < ages.length; i++) {
      ages[i] = ages[i + 1] - ages[i];
    }
    return Quantiles.median(ages, ages.length - 1);
  }
}
