package io.assay.coordination.distributed;

import io.assay.job.RunsSpark;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.LogicalRDD;

/**
 * Datasets that are used several times, worked out at once and kept until all is done. What is made
 * of them does not know how they were made: a plan that did would double with each use, until Spark
 * did nothing but plan.
 */
@RunsSpark
final class KeptDatasets implements AutoCloseable {
  private final List<Dataset<Row>> kept = new ArrayList<>();

  /** The same rows, in memory or on the disks of their machines; if one is lost, the job fails. */
  Dataset<Row> keep(Dataset<Row> rows) {
    Dataset<Row> here = rows.localCheckpoint();
    kept.add(here);
    return here;
  }

  @Override
  public void close() {
    for (Dataset<Row> rows : kept) {
      if (rows.queryExecution().logical() instanceof LogicalRDD held) {
        held.rdd().unpersist(false);
      }
    }
    kept.clear();
  }
}
