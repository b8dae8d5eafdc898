package io.assay.workbench.evaluation;

import io.assay.contracts.EvaluationTables;
import io.assay.contracts.RowLayout;
import io.assay.job.Progress;
import io.assay.lake.Lake;
import io.assay.lake.OpsTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Adds what evaluations found to {@code ops.evaluation}. */
public final class EvaluationLog {
  private static final RowLayout LAYOUT = RowLayout.of(EvaluationTables.EVALUATION);

  /**
   * One evaluation.
   *
   * @param id of the call it belongs to
   * @param world name of the world; null where none was made
   * @param scorer what the call names: the same for every seed
   * @param seed of the world or path; null for none
   * @param crawl lake, crawl or world whose accounts were scored
   * @param asOf day whose rows were evaluated; null for all
   * @param positives what counted as positive
   * @param evaluated what was found
   */
  public record Entry(
      String id,
      String world,
      String scorer,
      Long seed,
      String crawl,
      LocalDate asOf,
      Positives positives,
      Evaluated evaluated) {}

  private EvaluationLog() {}

  /** A row a metric. */
  public static void append(
      SparkSession spark, Lake lake, String codeVersion, Progress progress, Entry entry) {
    Instant now = Instant.now();
    List<Row> rows = new ArrayList<>();
    for (Evaluated.OfColumn column : entry.evaluated().columns()) {
      for (Result result : column.results()) {
        rows.add(row(now, codeVersion, entry, column, result));
      }
    }
    OpsTable.append(spark, lake, EvaluationTables.EVALUATION, entry.id(), progress, rows);
  }

  private static Row row(
      Instant now, String codeVersion, Entry entry, Evaluated.OfColumn column, Result result) {
    Evaluated evaluated = entry.evaluated();
    return result
        .into(LAYOUT.row())
        .set("evaluation_id", entry.id())
        .set("evaluated_at", now)
        .set("code_version", codeVersion)
        .set("scorer", evaluated.table().name())
        .set("scorer_version", evaluated.table().version())
        .set("run_id", evaluated.table().runId())
        .set("crawl", entry.crawl())
        .set("seed", entry.seed())
        .set("as_of", entry.asOf())
        .set("label_source", evaluated.labels().name())
        .set("label_version", evaluated.labels().version())
        .set("positive", entry.positives().text())
        .set("column_name", column.measured().column())
        .set("role", column.measured().role().name().toLowerCase(Locale.ROOT))
        .set("scope", result.scope())
        .set("kind", result.part().kind())
        .set("segment_column", result.part().segmentColumn())
        .set("segment", result.part().segment())
        .set("class", result.part().accountClass())
        .set("bin", result.bin())
        .row();
  }
}
