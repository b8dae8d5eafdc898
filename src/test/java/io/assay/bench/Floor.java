package io.assay.bench;

import io.assay.lake.SparkSessions;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The least that a process of Spark and Delta must do for the tables of a small run: open the same
 * session and replace the same slices, their rows ready-made, in one commit a table. It computes
 * nothing, checks nothing and keeps no ledger.
 */
public final class Floor {
  private Floor() {}

  /**
   * @param args folder of {@link ReadyRows} · folder of a lake
   */
  public static void main(String[] args) throws IOException {
    Path lake = Path.of(args[1]);
    try (SparkSession spark = SparkSessions.open("assay bench floor")) {
      for (ReadyRows slice : ReadyRows.in(Path.of(args[0]))) {
        spark
            .read()
            .parquet(slice.rows().toString())
            .write()
            .format("delta")
            .mode(SaveMode.Overwrite)
            .option("replaceWhere", slice.predicate())
            .partitionBy(slice.table().partitionBy().toArray(String[]::new))
            .save(lake.resolve(slice.table().id().replace('.', '/')).toString());
      }
    }
  }
}
