package io.assay.lake;

import io.assay.contracts.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where a job publishes tables. Only tables that the job declares are taken. */
public interface TableSink {

  /**
   * Replaces the run's slice of a table by these rows: writes them, runs all of the table's checks
   * in that same scan, and publishes atomically if none fails. The partition columns and {@code
   * run_id} are filled in from the run and need not be among the rows' columns.
   *
   * @throws io.assay.contracts.QualityGateError if a check fails; the table is then as before
   */
  void replace(Table table, Dataset<Row> rows);
}
