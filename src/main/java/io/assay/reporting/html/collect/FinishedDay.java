package io.assay.reporting.html.collect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.Field;
import io.assay.contracts.Table;
import io.assay.lake.Lake;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The tables of a day as its last complete run published them.
 *
 * @param runId the run; where jobs ran one by one the last of them
 * @param runIds all runs whose tables are read
 * @param codeVersion version of the application that ran
 * @param versions the version to read of each table, by layer and name; null = as it is now, where
 *     nothing has replaced the day since
 */
record FinishedDay(
    SparkSession spark,
    Lake lake,
    LocalDate day,
    String runId,
    Set<String> runIds,
    String codeVersion,
    Map<String, Optional<Long>> versions) {

  /**
   * The day's rows of a table, in its declared columns; those that an older table lacks are null.
   * Empty where the run published no such table or it is gone.
   */
  Optional<Dataset<Row>> rows(Table table) {
    Optional<Long> version = versions.get(table.id());
    if (version == null || !lake.holds(table)) {
      return Optional.empty();
    }
    var reader = spark.read().format("delta");
    version.ifPresent(v -> reader.option("versionAsOf", v));
    Dataset<Row> all = reader.load(lake.path(table));
    Set<String> present = new TreeSet<>(Arrays.asList(all.columns()));
    Column[] columns = table.fields().stream().map(f -> column(f, present)).toArray(Column[]::new);
    return Optional.of(all.where(col(table.dayColumn()).equalTo(lit(day))).select(columns));
  }

  private static Column column(Field field, Set<String> present) {
    return present.contains(field.name())
        ? field.col()
        : functions.lit(null).cast(field.type()).as(field.name());
  }
}
