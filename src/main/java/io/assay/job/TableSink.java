package io.assay.job;

import io.assay.contracts.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
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
  default void replace(Table table, Dataset<Row> rows) {
    replace(table, rows, List::of);
  }

  /**
   * The same with the results of checks that were taken as the rows passed, recorded beside the
   * table's own.
   *
   * @param alsoChecked asked once the rows are written
   */
  void replace(Table table, Dataset<Row> rows, Supplier<List<CheckResult>> alsoChecked);

  /**
   * The same for a day that need not be the run's own, with what later runs ask about it.
   *
   * @param day value of the table's day
   * @param unproven the keys that were repeated before the rows were chosen, by which alone two may
   *     still share one; null to compare all keys
   * @param inputsHash what the rows were made of, see {@link Lineage}
   * @param alsoChecked results of checks that need other tables or were taken as the rows passed,
   *     recorded beside the table's own; asked once the rows are written
   * @return what was published
   */
  Published replace(
      Table table,
      LocalDate day,
      Dataset<Row> rows,
      RepeatedKeys unproven,
      String inputsHash,
      Supplier<List<CheckResult>> alsoChecked);

  /**
   * Records that a published day stands as it is, although what it was made of has changed. Where
   * it is not recorded, a later run makes the day again.
   *
   * @param inputsHash what it would be made of now, see {@link Lineage}
   */
  void confirm(Table table, LocalDate day, String inputsHash);
}
