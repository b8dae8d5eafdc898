package io.assay.reporting.changes;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.ClusterTables;
import io.assay.contracts.Table;
import io.assay.lake.Lake;
import io.assay.lake.SliceOfRun;
import io.assay.ledger.MadeDay;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a day's runs published of its assessment.
 *
 * @param made the runs
 * @param accounts {@code gold.account_assessment}
 * @param evidence {@code gold.assessment_evidence}
 * @param level {@code gold.assessment_level}
 * @param clusters {@code gold.account_cluster}
 * @param divisions {@code gold.cluster_model}
 */
record DayTables(
    MadeDay made,
    Dataset<Row> accounts,
    Dataset<Row> evidence,
    Dataset<Row> level,
    Dataset<Row> clusters,
    Dataset<Row> divisions) {

  static final List<Table> READ =
      List.of(
          AssessmentTables.ACCOUNT_ASSESSMENT,
          AssessmentEvidenceTables.ASSESSMENT_EVIDENCE,
          AssessmentEvidenceTables.ASSESSMENT_LEVEL,
          ClusterTables.ACCOUNT_CLUSTER,
          ClusterTables.CLUSTER_MODEL);

  /**
   * @throws io.assay.contracts.UserError if the runs did not publish them, or they are gone
   */
  static DayTables read(SparkSession spark, Lake lake, MadeDay made) {
    List<Dataset<Row>> rows =
        READ.stream()
            .map(table -> SliceOfRun.read(spark, lake, table, made.day(), made.published(table)))
            .toList();
    return new DayTables(made, rows.get(0), rows.get(1), rows.get(2), rows.get(3), rows.get(4));
  }

  /** Rows of all of them. */
  static long rows(MadeDay made) {
    return READ.stream().mapToLong(table -> made.published(table).rows()).sum();
  }
}
