package io.assay.lake;

import io.assay.contracts.Table;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Appends to the ledger's tables; runs wait for each other there, as each write is brief. */
public final class TableLog {
  private TableLog() {}

  /**
   * Appends rows whose values stand in the order of the table's columns. Without rows the table is
   * made all the same, so that a query of a ledger never fails for want of it.
   */
  public static void append(
      SparkSession spark, Lake lake, Table table, String runId, List<Row> rows) {
    if (rows.isEmpty() && lake.holds(table)) {
      return;
    }
    TableLock lock = TableLock.await(lake, table, TableLock.holder(runId));
    try {
      DeltaCreation.ensure(spark, lake, table);
      if (rows.isEmpty()) {
        return;
      }
      spark
          .createDataFrame(rows, table.schema())
          .coalesce(1)
          .write()
          .format("delta")
          .option("mergeSchema", "true")
          .mode(SaveMode.Append)
          .save(lake.path(table));
    } finally {
      lock.close();
    }
  }
}
