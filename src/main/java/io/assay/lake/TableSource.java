package io.assay.lake;

import io.assay.contracts.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where a job reads tables. Only tables that the job declares are handed out. */
public interface TableSource {

  /**
   * Rows of a table, in its declared columns. How many they are goes into the ledger.
   *
   * @param where condition on partition columns, so that only the files of those partitions are
   *     read
   * @throws io.assay.contracts.UserError if the lake does not hold the table yet
   */
  Dataset<Row> read(Table table, Column where);
}
