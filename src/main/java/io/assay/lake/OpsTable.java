package io.assay.lake;

import io.assay.contracts.Field;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.Progress;
import io.assay.lake.delta.CommitLog;
import io.assay.lake.delta.DeltaWrite;
import io.assay.lake.delta.TableState;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Tables that only grow; runs wait for each other there, as each write is brief. */
public final class OpsTable {
  private OpsTable() {}

  /**
   * Appends rows whose values stand in the order of the table's columns. Without rows the table is
   * made all the same, so that a query of a ledger never fails for want of it.
   *
   * @param progress is told if another run has to be waited for
   */
  public static void append(
      SparkSession spark, Lake lake, Table table, String runId, Progress progress, List<Row> rows) {
    append(spark, lake, table, runId, progress, version -> rows);
  }

  /**
   * The same with rows that are chosen while nobody else can append.
   *
   * @param rows given the table's version, -1 where there is no table yet
   * @return its version then
   */
  public static long append(
      SparkSession spark,
      Lake lake,
      Table table,
      String runId,
      Progress progress,
      Function<Long, List<Row>> rows) {
    TableLock lock = TableLock.await(lake, table, TableLock.holder(runId), progress);
    try {
      long version = lake.log(table.id()).newest();
      List<Row> chosen = rows.apply(version);
      if (chosen.isEmpty() && version != CommitLog.NONE) {
        return version;
      }
      DeltaWrite write = DeltaWrite.open(spark, table, lake.path(table));
      if (!chosen.isEmpty()) {
        write.write(
            spark.createDataFrame(chosen, table.schema()).select(table.columns()).coalesce(1));
      }
      return write.append(null);
    } finally {
      lock.close();
    }
  }

  /**
   * Columns are added from version to version and never renamed: one that is not known tells of a
   * version whose results mean something else.
   *
   * @throws UserError if the table has a column that is not declared
   */
  public static void requireDeclared(SparkSession spark, Lake lake, Table table) {
    Set<String> declared = table.fields().stream().map(Field::name).collect(Collectors.toSet());
    for (String column : TableState.of(spark, lake.path(table)).schema().fieldNames()) {
      if (!declared.contains(column)) {
        throw new UserError(
            "lake "
                + lake.root()
                + " was written by another version of assay: its "
                + table.id()
                + " has a column "
                + column,
            "Keep its folder bronze, which this version reads; remove silver, gold and, of ops, all but"
                + " quarantine, ingest_accounting and evaluation; then make the days again: assay run"
                + " --from DATE --to DATE.");
      }
    }
  }

  /** All rows in the declared columns; those that an older table lacks are null. */
  public static Dataset<Row> read(SparkSession spark, Lake lake, Table table) {
    if (!lake.holds(table)) {
      return spark.createDataFrame(List.of(), table.schema());
    }
    TableState state = TableState.of(spark, lake.path(table));
    Set<String> held = Arrays.stream(state.schema().fieldNames()).collect(Collectors.toSet());
    return state.rows().select(LakeSource.columns(table, held));
  }
}
