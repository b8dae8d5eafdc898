package io.assay.coordination.coaction;

import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import io.assay.job.TableSource;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The shares that are known as of a day: those that crawls first delivered within a window of days.
 */
@RunsSpark
public final class SharesOfDay {
  /** What is read: the day's accounts only tell that {@code conform} was run for it. */
  public static final List<Table> READS = List.of(SilverTables.ACCOUNT, SilverTables.SHARE);

  private static final String[] KEY = {
    "platform", "object_id", "account_id", "content_id", "shared_at"
  };

  private SharesOfDay() {}

  /**
   * @param days the last of them is {@code asOf}
   * @param storedOnceFor within so many days {@code conform} stores a share once
   * @return {@code silver.share}, each share once
   * @throws UserError if conform was not run for the day, or nothing was delivered in the window
   */
  public static Dataset<Row> read(TableSource source, LocalDate asOf, int days, int storedOnceFor) {
    if (source.files(SilverTables.ACCOUNT, asOf, asOf, null).isEmpty()
        && !source.lineage(SilverTables.ACCOUNT).contents().containsKey(asOf)) {
      throw new UserError(
          "the lake was not conformed for " + asOf,
          "Run `assay conform --as-of " + asOf + "` on it first, or choose a day that was run.");
    }
    LocalDate first = first(asOf, days);
    if (source.files(SilverTables.SHARE, first, asOf, null).isEmpty()) {
      throw new UserError(
          "the lake holds no share that was first delivered in the " + days + " days up to " + asOf,
          "Ingest deliveries with the feed shares (src/docs/feeds.md) and conform the day again, or"
              + " raise coordination.window_days.");
    }
    Dataset<Row> shares = source.read(SilverTables.SHARE, first, asOf);
    return days <= storedOnceFor ? shares : shares.dropDuplicates(KEY);
  }

  /** The same where a day without shares has none. */
  public static Dataset<Row> readIfHeld(
      TableSource source, LocalDate asOf, int days, int storedOnceFor) {
    Dataset<Row> shares = source.readIfHeld(SilverTables.SHARE, first(asOf, days), asOf);
    return days <= storedOnceFor ? shares : shares.dropDuplicates(KEY);
  }

  /** The first day whose shares are read. */
  public static LocalDate first(LocalDate asOf, int days) {
    return asOf.minusDays(days - 1L);
  }
}
