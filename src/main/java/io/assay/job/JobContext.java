package io.assay.job;

import io.assay.contracts.Table;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a stage's job is given.
 *
 * @param spark the session
 * @param settings those that the job declares
 * @param asOf the whole UTC day the run is for
 * @param source reads the tables that the job declares
 * @param sink publishes the tables that the job declares
 */
public record JobContext(
    SparkSession spark,
    DeclaredSettings settings,
    LocalDate asOf,
    TableSource source,
    TableSink sink) {

  /** A section of the settings, which the job declares. */
  public <S extends Record> S settings(Class<S> section) {
    return settings.get(section);
  }

  /** Rows of the run's own day of a table. */
  public Dataset<Row> today(Table table) {
    return source.read(table, asOf, asOf);
  }

  /** Rows of the last so many days of a table, the run's own included; none if it is not held. */
  public Dataset<Row> lastDays(Table table, int days) {
    return source.readIfHeld(table, asOf.minusDays(days - 1L), asOf);
  }

  /** The newest earlier day of a table that was published; null where there is none. */
  public LocalDate dayBefore(Table table) {
    return source.lineage(table).contents().keySet().stream()
        .filter(day -> day.isBefore(asOf))
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** Rows of a table that has no days; none if it is not held. */
  public Dataset<Row> undated(Table table) {
    return source.readIfHeld(table, null, null);
  }
}
