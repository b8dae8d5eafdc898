package io.assay.engagement;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

  /**
   * Posts in the window as narrow as they can travel.
   *
   * <p>In: {@code silver.post}. Out: platform, account_id (string), then the values of a post
   * (long) in the order of {@link PostBlock}.
   */
  Dataset<Row> narrow(Dataset<Row> posts) {
    Column age = lit(endMicros()).minus(unix_micros(col("posted_at")));
    List<Column> columns = new ArrayList<>(List.of(col("platform"), col("account_id")));
    columns.add(when(settled(), age).otherwise(PostBlock.UNSETTLED).as("age"));
    columns.add(MediaTypes.code(col("media_type")).as("media"));
    PostBlock.COUNTERS.forEach(c -> columns.add(coalesce(col(c), lit(PostBlock.HIDDEN)).as(c)));
    return inWindow(posts).select(columns.toArray(Column[]::new));
  }

  /** {@code silver.post} rows published in the window, settled or not. */
  private Dataset<Row> inWindow(Dataset<Row> posts) {
    Column posted = col("posted_at");
    return posts.where(posted.geq(start(asOf.minusDays(windowDays - 1L))).and(posted.lt(end())));
  }

  /** True where the post is settled (boolean). */
  private Column settled() {
    Column age = unix_micros(col("crawled_at")).minus(unix_micros(col("posted_at")));
    return settleHours == 0 ? lit(true) : age.geq(TimeUnit.HOURS.toMicros(settleHours));
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
}
