package io.assay.workbench.evaluation;

import io.assay.contracts.EvaluationTables;
import io.assay.lake.Lake;
import io.assay.lake.OpsTable;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Adds what evaluations found to {@code ops.evaluation}. */
public final class EvaluationLog {

  /**
   * One evaluation.
   *
   * @param id of the call it belongs to
   * @param scorer what the call names: the same for every seed
   * @param seed of the world or path; null for none
   * @param crawl lake, crawl or world whose accounts were scored
   * @param asOf day whose rows were evaluated; null for all
   * @param positive labels that counted as positive
   * @param evaluated what was found
   */
  public record Entry(
      String id,
      String scorer,
      Long seed,
      String crawl,
      LocalDate asOf,
      List<String> positive,
      Evaluated evaluated) {}

  private EvaluationLog() {}

  /** A row a metric. */
  public static void append(SparkSession spark, Lake lake, String codeVersion, Entry entry) {
    Timestamp now = Timestamp.from(Instant.now());
    List<Row> rows = new ArrayList<>();
    for (Evaluated.OfColumn column : entry.evaluated().columns()) {
      for (Result result : column.results()) {
        rows.add(row(now, codeVersion, entry, column, result));
      }
    }
    OpsTable.append(spark, lake, EvaluationTables.EVALUATION, entry.id(), rows);
  }

  private static Row row(
      Timestamp now, String codeVersion, Entry entry, Evaluated.OfColumn column, Result result) {
    Evaluated evaluated = entry.evaluated();
    return RowFactory.create(
        entry.id(),
        now,
        codeVersion,
        evaluated.table().name(),
        evaluated.table().version(),
        evaluated.table().runId(),
        entry.crawl(),
        entry.seed(),
        entry.asOf() == null ? null : Date.valueOf(entry.asOf()),
        evaluated.labels().name(),
        evaluated.labels().version(),
        String.join(",", entry.positive()),
        column.measured().column(),
        column.measured().role().name().toLowerCase(Locale.ROOT),
        result.metric(),
        result.scope(),
        result.part().kind(),
        result.part().segmentColumn(),
        result.part().segment(),
        result.accountClass(),
        result.bin(),
        result.value(),
        result.low(),
        result.high(),
        result.n(),
        result.positives(),
        result.reason());
  }
}
