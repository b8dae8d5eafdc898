package io.assay.workbench.calibration;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import io.assay.lake.Lake;
import io.assay.lake.LakeSource;
import io.assay.lake.PinnedTable;
import io.assay.workbench.evaluation.Labels;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What models are fitted to, beside labels.
 *
 * @param families rows of {@code gold.account_family_evidence} of the day
 * @param bands platform, account_id, band (string, never null) of the accounts of the day
 */
@RunsSpark
public record EvidenceOfDay(Dataset<Row> families, Dataset<Row> bands) {
  static final String BAND = "band";

  /**
   * Labelled accounts.
   *
   * @param labelled all of them
   * @param found those of whom there is evidence
   */
  public record Coverage(long labelled, long found) {}

  /**
   * @throws UserError if the lake has no evidence of the day
   */
  public static EvidenceOfDay read(SparkSession spark, Lake lake, LocalDate day) {
    return new EvidenceOfDay(
        ofDay(spark, lake, EvidenceTables.ACCOUNT_FAMILY_EVIDENCE, day),
        ofDay(spark, lake, EngagementTables.ACCOUNT_ENGAGEMENT, day)
            .select(
                col("platform"),
                col("account_id"),
                coalesce(col(BAND), lit("followers unknown")).as(BAND)));
  }

  /** How many labelled accounts there are, and of how many there is evidence. */
  public Coverage coverage(Labels labels) {
    String[] key = {"platform", "account_id"};
    Dataset<Row> labelled = labels.rows().select("platform", "account_id").distinct();
    return new Coverage(labelled.count(), labelled.join(families, key, "left_semi").count());
  }

  /** Run that published the evidence. */
  public String runId() {
    return families.select("run_id").head().getString(0);
  }

  private static Dataset<Row> ofDay(SparkSession spark, Lake lake, Table table, LocalDate day) {
    LakeSource.requireHeld(lake, table);
    Dataset<Row> rows =
        PinnedTable.open(spark, lake.path(table)).rows().where(col("as_of").equalTo(lit(day)));
    if (rows.isEmpty()) {
      throw new UserError(
          "lake " + lake.root() + " has no " + table.id() + " of " + day,
          "Run the jobs of that day first: jobs/assay run --as-of " + day + ".");
    }
    return rows;
  }
}
