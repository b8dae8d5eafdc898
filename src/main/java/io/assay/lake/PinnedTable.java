package io.assay.lake;

import io.assay.lake.delta.TableState;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A Delta table as it is now, whatever is written to it while it is read.
 *
 * @param rows of the version
 * @param version the newest version when it was opened
 */
public record PinnedTable(Dataset<Row> rows, long version) {

  /**
   * @param path folder of the table
   */
  public static PinnedTable open(SparkSession spark, String path) {
    TableState state = TableState.of(spark, path);
    return new PinnedTable(state.rows(), state.version());
  }
}
