package io.assay.ledger;

import io.assay.contracts.Table;
import io.assay.job.Aside;
import io.assay.job.Replaced;
import io.assay.job.RunRecord;
import io.assay.job.Slice;
import io.assay.job.StagedSink;
import io.assay.job.StagedSlice;
import io.assay.lake.LakeSink;
import io.assay.lake.PublishedSlices;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Publishes a delivery and marks the days that were made without it.
 *
 * @param lake writes and commits
 * @param published what is known of slices
 * @param record of the run, which notes what became stale
 * @param crawl the delivery
 */
public record DeliverySink(LakeSink lake, PublishedSlices published, RunRecord record, Slice crawl)
    implements StagedSink {

  @Override
  public boolean holdsSlice(Table table) {
    return lake.holdsSlice(table);
  }

  @Override
  public StagedSlice stage(Table table, Dataset<Row> rows, Aside aside) {
    return lake.stage(table, rows, aside);
  }

  @Override
  public void check(StagedSlice staged) {
    lake.check(staged);
  }

  @Override
  public void publish(StagedSlice staged) {
    lake.publish(staged);
  }

  @Override
  public Delivered publishDelivery(List<StagedSlice> staged) {
    // Another process may have replaced the delivery since this one looked.
    published.lookAgain();
    Map<String, Replaced> before = published.replaced(crawl);
    boolean news = StaleDays.isNews(published, staged, before);
    staged.forEach(lake::publish);
    // Days that others made meanwhile lack the delivery too.
    published.lookAgain();
    List<LocalDate> stale = news ? published.silverDays(crawl.crawlDate()) : List.of();
    StaleDays.mark(record, stale, crawl.crawlId(), crawl.crawlDate());
    return new Delivered(before, stale);
  }
}
