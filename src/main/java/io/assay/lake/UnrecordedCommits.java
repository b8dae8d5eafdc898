package io.assay.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import io.assay.contracts.OpsTables;
import io.assay.contracts.Table;
import io.delta.tables.DeltaTable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Commits that changed the rows of a table and that the ledger does not know: of runs that were
 * killed between publishing and recording, or of other programs. What the ledger says of slices
 * that were published before such a commit may be true no longer.
 */
final class UnrecordedCommits {
  /** Less than any version. */
  static final long NONE = -1;

  /** Operations that leave the rows of a table as they are, by Delta's names. */
  private static final Set<String> LEAVE_ROWS =
      Set.of(
          "OPTIMIZE",
          "VACUUM START",
          "VACUUM END",
          "ADD COLUMNS",
          "CHANGE COLUMN",
          "CHANGE COLUMNS",
          "ADD CONSTRAINT",
          "DROP CONSTRAINT",
          "SET TBLPROPERTIES",
          "UNSET TBLPROPERTIES",
          "UPGRADE PROTOCOL",
          "COMPUTE STATS");

  private UnrecordedCommits() {}

  /** The same with the versions that the ledger names now. */
  static long newest(SparkSession spark, Lake lake, Table table) {
    List<Long> recorded =
        spark
            .read()
            .format("delta")
            .load(lake.path(OpsTables.PUBLICATION))
            .where(col("table_name").equalTo(table.id()))
            .select("version")
            .distinct()
            .as(Encoders.LONG())
            .collectAsList();
    return newest(spark, lake, table, recorded);
  }

  /**
   * The version of the newest such commit, {@link #NONE} if there is none after the first recorded
   * one. The table's history is read only where versions are missing in the ledger.
   *
   * @param recorded versions of the table that the ledger names
   */
  static long newest(SparkSession spark, Lake lake, Table table, Collection<Long> recorded) {
    if (recorded.isEmpty() || !lake.holds(table)) {
      return NONE;
    }
    long first = Collections.min(recorded);
    long current = PinnedTable.open(spark, lake.path(table)).version();
    Set<Long> known = Set.copyOf(recorded);
    List<Long> missing =
        LongStream.rangeClosed(first, current).filter(v -> !known.contains(v)).boxed().toList();
    if (missing.isEmpty()) {
      return NONE;
    }
    Row newest =
        DeltaTable.forPath(spark, lake.path(table))
            .history((int) (current - missing.get(0) + 1))
            .where(
                col("version")
                    .isInCollection(missing)
                    .and(not(col("operation").isInCollection(LEAVE_ROWS))))
            .agg(max(col("version")))
            .head();
    return newest.isNullAt(0) ? NONE : newest.getLong(0);
  }
}
