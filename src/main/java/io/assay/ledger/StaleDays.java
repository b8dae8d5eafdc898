package io.assay.ledger;

import io.assay.contracts.OpsTables;
import io.assay.contracts.TableRow;
import io.assay.job.Replaced;
import io.assay.job.RunRecord;
import io.assay.job.StagedSlice;
import io.assay.lake.PublishedSlices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Days whose results were made without a delivery that now belongs to them. */
public final class StaleDays {
  private StaleDays() {}

  /**
   * Whether a delivery changes anything: not if it replaces itself by the same content.
   *
   * @param staged what the delivery is about to publish
   * @param before what it replaces, by table
   */
  public static boolean isNews(
      PublishedSlices published, List<StagedSlice> staged, Map<String, Replaced> before) {
    return staged.stream()
        .anyMatch(
            s -> {
              Replaced held = before.get(s.table().id());
              return held == null
                  || !held.contentHash().equals(s.contentHash())
                  || held.version() <= published.newestUnknown(s.table());
            });
  }

  /** Rows of {@code ops.stale_day}. */
  public static List<Row> rows(
      List<LocalDate> days, String crawlId, LocalDate crawlDate, String runId, Instant markedAt) {
    return days.stream()
        .map(
            day ->
                TableRow.of(OpsTables.STALE_DAY)
                    .set("as_of", day)
                    .set("crawl_id", crawlId)
                    .set("crawl_date", crawlDate)
                    .set("run_id", runId)
                    .set("marked_at", markedAt)
                    .row())
        .toList();
  }

  /**
   * Notes the days in the run's log, from which the ledger is written. To be called when the
   * delivery is visible, so that a day which was made without it is not taken for a later one.
   */
  public static void mark(
      RunRecord log, List<LocalDate> days, String crawlId, LocalDate crawlDate) {
    log.ledger(OpsTables.STALE_DAY, rows(days, crawlId, crawlDate, log.runId(), Instant.now()));
  }
}
