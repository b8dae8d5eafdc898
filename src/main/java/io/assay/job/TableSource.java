package io.assay.job;

import io.assay.contracts.Table;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where a job reads tables. Only tables that the job declares are handed out. */
public interface TableSource {

  /**
   * Rows of a span of days of a table, in its declared columns. How many they are goes into the
   * ledger.
   *
   * @param first first value of the table's day; null for all up to the last
   * @param last last value of it; null for all from the first
   * @throws io.assay.contracts.UserError if the lake does not hold the table yet
   */
  Dataset<Row> read(Table table, LocalDate first, LocalDate last);

  /** Like {@link #read}, but a table that the lake does not hold has no rows. */
  Dataset<Row> readIfHeld(Table table, LocalDate first, LocalDate last);

  /**
   * The files of a span of days, in the order of their days; none if the lake does not hold the
   * table.
   *
   * @param first first value of the table's day; null for all up to the last
   * @param last last value of it; null for all from the first
   * @param bounded column whose bounds are wanted; null for none
   */
  List<DataFile> files(Table table, LocalDate first, LocalDate last, String bounded);

  /**
   * How many rows a span of days of a table has, as its files state it; none if the lake does not
   * hold the table. A file that does not say so counts as large.
   */
  long rows(Table table, LocalDate first, LocalDate last);

  /** Some columns of some files of a table; nothing else of them is read. */
  Dataset<Row> read(Table table, List<DataFile> files, List<String> columns);

  /** What is recorded of each day of a table that was published. */
  Lineage lineage(Table table);
}
