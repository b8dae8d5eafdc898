package io.assay.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.Replaced;
import io.assay.lake.delta.Partitions;
import io.assay.lake.delta.TableState;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A day of a table as one run published it, also while another run is replacing it. The newest
 * version is tried first: it holds the day's files long after the version that brought them is
 * cleaned away.
 */
public final class SliceOfRun {
  private static final String RUN_ID = "run_id";

  private SliceOfRun() {}

  /**
   * Cost: one row is read to see whose rows they are.
   *
   * @param table one whose slices are days ({@code as_of}) and whose rows say their run
   * @param published what the ledger says of the run's publication
   * @return its rows in the declared columns
   * @throws UserError if the lake does not hold them any more
   */
  public static Dataset<Row> read(
      SparkSession spark, Lake lake, Table table, LocalDate day, Replaced published) {
    if (published.rows() == 0) {
      return spark.createDataFrame(List.of(), table.schema());
    }
    if (lake.holds(table)) {
      TableState now = TableState.of(spark, lake.path(table));
      Dataset<Row> rows = now.rows(now.files(Partitions.ofDays(table.dayColumn(), day, day)));
      if (isOf(rows, published)) {
        return declared(table, rows);
      }
    }
    try {
      Dataset<Row> rows =
          spark
              .read()
              .format("delta")
              .option("versionAsOf", published.version())
              .load(lake.path(table))
              .where(col(table.dayColumn()).equalTo(lit(Date.valueOf(day))));
      if (isOf(rows, published)) {
        return declared(table, rows);
      }
    } catch (Exception e) {
      // Delta and Spark say in many ways that a version or one of its files was cleaned away.
      throw gone(lake, table, day, published, e);
    }
    throw gone(lake, table, day, published, null);
  }

  private static boolean isOf(Dataset<Row> rows, Replaced published) {
    List<Row> one = rows.select(RUN_ID).limit(1).collectAsList();
    return !one.isEmpty() && one.get(0).getString(0).equals(published.runId());
  }

  private static Dataset<Row> declared(Table table, Dataset<Row> rows) {
    return rows.select(
        LakeSource.columns(table, Arrays.stream(rows.columns()).collect(Collectors.toSet())));
  }

  private static UserError gone(
      Lake lake, Table table, LocalDate day, Replaced published, Exception cause) {
    return new UserError(
        "lake "
            + lake.root()
            + " does not hold "
            + table.id()
            + " of "
            + day
            + " any more as run "
            + published.runId()
            + " published it",
        "Make the day again: assay run --as-of " + day + ".",
        cause);
  }
}
