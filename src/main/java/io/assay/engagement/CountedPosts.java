package io.assay.engagement;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which posts count: published in the window, and seen late enough after that.
 *
 * @param asOf last day of the window
 * @param windowDays length of the window in whole UTC days
 * @param settleHours hours from publication to the observation that a post needs; 0 counts all
 */
record CountedPosts(LocalDate asOf, int windowDays, int settleHours) {

  /** {@code silver.post} rows published in the window, settled or not. */
  Dataset<Row> inWindow(Dataset<Row> posts) {
    Column posted = col("posted_at");
    return posts.where(posted.geq(start(asOf.minusDays(windowDays - 1L))).and(posted.lt(end())));
  }

  /** True where the post is settled (boolean). */
  Column settled() {
    Column age = unix_micros(col("crawled_at")).minus(unix_micros(col("posted_at")));
    return settleHours == 0 ? lit(true) : age.geq(TimeUnit.HOURS.toMicros(settleHours));
  }

  /**
   * Posts in the window as narrow as they can travel.
   *
   * <p>In: {@code silver.post}. Out: platform, account_id, values (array of long, see {@link
   * PostBlock}).
   */
  Dataset<Row> narrow(Dataset<Row> posts) {
    Column age = lit(endMicros()).minus(unix_micros(col("posted_at")));
    Column[] values =
        Stream.concat(
                Stream.of(
                    when(settled(), age).otherwise(PostBlock.UNSETTLED),
                    MediaTypes.code(col("media_type"))),
                PostBlock.COUNTERS.stream().map(c -> coalesce(col(c), lit(PostBlock.HIDDEN))))
            .toArray(Column[]::new);
    return inWindow(posts).select(col("platform"), col("account_id"), array(values).as("values"));
  }

  /**
   * What each platform shows beside likes and comments, decided by its counted posts, so that a
   * stray row decides nothing.
   *
   * <p>In: {@code silver.post}. Out: platform, shares_shown, saves_shown (boolean).
   *
   * @param shownShare share of the counted posts that must carry a counter
   */
  Dataset<Row> shownCounters(Dataset<Row> posts, double shownShare) {
    return inWindow(posts)
        .where(settled())
        .groupBy("platform")
        .agg(
            count(lit(1)).as("posts"),
            count(col("shares")).as("shares"),
            count(col("saves")).as("saves"))
        .select(
            col("platform"),
            shown("shares", shownShare).as("shares_shown"),
            shown("saves", shownShare).as("saves_shown"));
  }

  /** First microsecond after the window, since 1970. */
  long endMicros() {
    return TimeUnit.SECONDS.toMicros(end().getEpochSecond());
  }

  private Instant end() {
    return start(asOf.plusDays(1));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Column shown(String counter, double share) {
    return col(counter).gt(0).and(col(counter).geq(col("posts").multiply(share)));
  }
}
