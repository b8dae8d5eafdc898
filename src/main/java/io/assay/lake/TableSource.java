package io.assay.lake;

import io.assay.contracts.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where a job reads tables. Only tables that the job declares are handed out. */
public interface TableSource {

  /**
   * The whole table, in its declared columns.
   *
   * @throws io.assay.contracts.UserError if the lake does not hold the table yet
   */
  Dataset<Row> read(Table table);
}
