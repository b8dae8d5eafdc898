package io.assay.lake;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Option;

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
    long version =
        DeltaLog.forTable(spark, path).update(false, Option.empty(), Option.empty()).version();
    return new PinnedTable(
        spark.read().format("delta").option("versionAsOf", version).load(path), version);
  }
}
