package io.assay.lake;

import io.assay.contracts.Table;
import io.assay.lake.delta.StateFile;
import io.assay.lake.delta.TableState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The states of tables, each looked at anew and its files listed once a version. */
final class TableFiles {
  private final SparkSession spark;
  private final Lake lake;
  private final Map<Table, TableState> states = new HashMap<>();

  TableFiles(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** The newest state of a table that the lake holds. */
  TableState state(Table table) {
    TableState now = TableState.of(spark, lake.path(table));
    TableState known = states.get(table);
    if (known == null || known.version() != now.version()) {
      known = now;
      states.put(table, known);
    }
    return known;
  }

  /** See {@link TableSource#files}. */
  List<DataFile> list(Table table, LocalDate first, LocalDate last, String bounded) {
    if (!lake.holds(table)) {
      return List.of();
    }
    List<DataFile> files = new ArrayList<>();
    for (StateFile file : state(table).files(f -> isWithin(f, table, first, last))) {
      files.add(
          new DataFile(
              file.path(),
              day(file, table),
              file.bytes(),
              bounded == null ? null : file.low(bounded),
              bounded == null ? null : file.high(bounded)));
    }
    files.sort(Comparator.comparing(DataFile::day).thenComparing(DataFile::path));
    return files;
  }

  /** Whether a file's day lies in a span; null as the first day for all up to the last. */
  static boolean isWithin(StateFile file, Table table, LocalDate first, LocalDate last) {
    LocalDate day = day(file, table);
    return !day.isAfter(last) && (first == null || !day.isBefore(first));
  }

  private static LocalDate day(StateFile file, Table table) {
    return LocalDate.parse(file.partition().get(table.dayColumn()));
  }
}
