package io.assay.statistics;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;

/**
 * Which posts count: published in a window of whole UTC days, and seen late enough after that for
 * most of their engagement to have come.
 *
 * @param asOf last day of the window
 * @param days length of the window
 * @param settleHours hours from publication to the observation that a post needs; 0 counts all
 */
public record PostWindow(LocalDate asOf, int days, int settleHours) {

  /** True for posts that were published in the window (boolean). In: posted_at (timestamp). */
  public Column isInside() {
    Column posted = col("posted_at");
    return posted.geq(start(asOf.minusDays(days - 1L))).and(posted.lt(start(asOf.plusDays(1))));
  }

  /** True for posts that were seen late enough (boolean). In: posted_at, crawled_at (timestamp). */
  public Column isSettled() {
    Column age = unix_micros(col("crawled_at")).minus(unix_micros(col("posted_at")));
    return settleHours == 0 ? lit(true) : age.geq(TimeUnit.HOURS.toMicros(settleHours));
  }

  /**
   * A counter (long), null where it was last shown before the post was late enough: later sights
   * that hide it keep it, but it is not what the post came to. In: the counter, posted_at
   * (timestamp), known_at (see {@code silver.post}).
   */
  public Column settled(String counter) {
    if (settleHours == 0) {
      return col(counter);
    }
    Column shown = unix_micros(element_at(col("known_at"), counter));
    Column early =
        shown.minus(unix_micros(col("posted_at"))).lt(TimeUnit.HOURS.toMicros(settleHours));
    return when(not(coalesce(early, lit(false))), col(counter));
  }

  /** First microsecond after the window, since 1970. */
  public long endMicros() {
    return TimeUnit.SECONDS.toMicros(start(asOf.plusDays(1)).getEpochSecond());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
