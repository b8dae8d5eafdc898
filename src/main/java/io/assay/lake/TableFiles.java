package io.assay.lake;

import io.assay.contracts.Table;
import io.assay.job.DataFile;
import io.assay.job.TableSource;
import io.assay.lake.delta.Partitions;
import io.assay.lake.delta.StateFile;
import io.assay.lake.delta.TableState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * The states of tables. One that changes while it is read is looked at anew each time, and its
 * files are listed once a version; every other is looked at once.
 */
final class TableFiles {
  private final SparkSession spark;
  private final Lake lake;
  private final Set<Table> changing;
  private final Map<Table, TableState> states = new HashMap<>();
  private final Map<Table, Boolean> held = new HashMap<>();

  /**
   * @param changing tables that are written meanwhile
   */
  TableFiles(SparkSession spark, Lake lake, Collection<Table> changing) {
    this.spark = spark;
    this.lake = lake;
    this.changing = Set.copyOf(changing);
  }

  /** Whether the lake holds the table; one that it does not hold has no state. */
  boolean holds(Table table) {
    return changing.contains(table) ? lake.holds(table) : held.computeIfAbsent(table, lake::holds);
  }

  /** The state of a table that the lake holds. */
  TableState state(Table table) {
    TableState known = states.get(table);
    if (known != null && !changing.contains(table)) {
      return known;
    }
    TableState now = TableState.of(spark, lake.path(table));
    if (known == null || known.version() != now.version()) {
      states.put(table, now);
      return now;
    }
    return known;
  }

  /** See {@link TableSource#files}. */
  List<DataFile> list(Table table, LocalDate first, LocalDate last, String bounded) {
    if (!holds(table)) {
      return List.of();
    }
    List<DataFile> files = new ArrayList<>();
    for (StateFile file : state(table).files(days(table, first, last))) {
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

  /**
   * The partitions of a span of days; null as the first day for all up to the last. Of a table
   * without days all there is.
   */
  static Partitions days(Table table, LocalDate first, LocalDate last) {
    return table.partitionBy().isEmpty()
        ? Partitions.all()
        : Partitions.ofDays(table.dayColumn(), first, last);
  }

  private static LocalDate day(StateFile file, Table table) {
    return LocalDate.parse(file.partition().get(table.dayColumn()));
  }
}
