package io.assay.reporting.html.collect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.assay.contracts.OpsTables;
import io.assay.job.RunsSpark;
import io.assay.lake.OpsTable;
import io.assay.reporting.html.model.ReportLimits;
import io.assay.reporting.html.model.RunFacts;
import io.assay.reporting.html.model.RunFacts.FailedCheck;
import io.assay.reporting.html.model.RunFacts.FeedCount;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what was delivered up to the day and which checks of its tables warn. */
@RunsSpark
final class RunReader {
  private RunReader() {}

  static RunFacts read(FinishedDay day) {
    List<FeedCount> feeds =
        accounting(day)
            .groupBy("feed")
            .agg(
                expr("sum(said.records)"),
                expr("sum(said.accepted)"),
                expr("sum(said.duplicates)"),
                expr("sum(said.quarantined)"))
            .orderBy("feed")
            .collectAsList()
            .stream()
            .map(
                r ->
                    new FeedCount(
                        r.getString(0), r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4)))
            .toList();
    Row deliveries =
        accounting(day)
            .selectExpr(
                "count(DISTINCT crawl_id, crawl_date)",
                "CAST(min(crawl_date) AS string)",
                "CAST(max(crawl_date) AS string)")
            .first();
    Dataset<Row> warnings =
        OpsTable.read(day.spark(), day.lake(), OpsTables.QUALITY_CHECK)
            .where(col("run_id").isInCollection(day.runIds()))
            .where(col("slice").equalTo("as_of=" + day.day()))
            .where("NOT passed");
    List<FailedCheck> shown =
        warnings
            .orderBy(col("violations").desc(), col("table_name"), col("check_name"))
            .limit(ReportLimits.WARNINGS)
            .select("table_name", "check_name", "violations", "rows", "hint")
            .collectAsList()
            .stream()
            .map(
                r ->
                    new FailedCheck(
                        r.getString(0), r.getString(1), r.getLong(2), r.getLong(3), r.getString(4)))
            .toList();
    return new RunFacts(
        day.runId(),
        day.codeVersion(),
        deliveries.getLong(0),
        deliveries.getString(1),
        deliveries.getString(2),
        feeds,
        shown,
        shown.size() < ReportLimits.WARNINGS ? shown.size() : warnings.count());
  }

  /** Of each delivery and feed what its last ingest says; a repeated one replaced the earlier. */
  private static Dataset<Row> accounting(FinishedDay day) {
    return OpsTable.read(day.spark(), day.lake(), OpsTables.INGEST_ACCOUNTING)
        .where(col("published").and(col("crawl_date").leq(lit(day.day()))))
        .groupBy("crawl_id", "crawl_date", "feed")
        .agg(
            max_by(struct("records", "accepted", "duplicates", "quarantined"), col("run_id"))
                .as("said"));
  }
}
