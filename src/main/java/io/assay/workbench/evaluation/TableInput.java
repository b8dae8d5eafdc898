package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import io.assay.lake.Lake;
import io.assay.lake.LakeSource;
import io.assay.lake.PinnedTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Where a table to evaluate is, and which of its rows are meant.
 *
 * @param location path, or a lake's table such as {@code gold.account_engagement}
 * @param asOf day whose rows are meant, where the table holds several; else null
 * @param where Spark SQL condition on its rows; null for all
 * @param platformColumn column with the platform
 * @param accountColumn column with the account's id
 */
@RunsSpark
public record TableInput(
    String location, LocalDate asOf, String where, String platformColumn, String accountColumn) {
  private static final String OPTION = "--table";
  private static final Pattern TABLE = Pattern.compile("(bronze|silver|gold|ops)\\.[a-z0-9_]+");

  /** The same table, of which the rows of a day are meant. */
  public TableInput on(LocalDate day) {
    return new TableInput(location, day, where, platformColumn, accountColumn);
  }

  /** The same rows of a table that is elsewhere. */
  TableInput at(String place) {
    return new TableInput(place, asOf, where, platformColumn, accountColumn);
  }

  /** The table, and which of its rows. */
  private String name() {
    return location + (where == null ? "" : " where " + where);
  }

  /** Whether the location names a lake's table. */
  public boolean isInLake() {
    return TABLE.matcher(location).matches();
  }

  /**
   * Looks, if it can be done without Spark, whether there is a table.
   *
   * @param hasLake whether there will be a lake to read it from
   * @throws UserError if there is nothing to read
   */
  public void requireThere(boolean hasLake) {
    if (isInLake()) {
      requireLake(hasLake);
    } else {
      new DataFiles(OPTION, location).requireThere();
    }
  }

  private void requireLake(boolean hasLake) {
    if (!hasLake) {
      throw new UserError(
          OPTION + " " + location + " is a lake's table, and no lake is given", "Give --lake DIR.");
    }
  }

  /**
   * @param lake where a lake's table is; may be null for a path
   * @throws UserError if there is no such table, or it has not the columns
   */
  public EvaluatedTable read(SparkSession spark, Lake lake) {
    DataFiles.Read read = isInLake() ? ofLake(spark, lake) : ofFiles(spark);
    EvaluatedTable table = new EvaluatedTable(read.rows(), location, read.version(), null);
    table.require("--platform-column", platformColumn);
    table.require("--account-column", accountColumn);
    Dataset<Row> rows = meant(ofDay(read.rows()));
    // In one step: a table may hold both a column of that name and another that is meant.
    rows =
        rows.withColumns(
            java.util.Map.of(
                "platform", EvaluatedTable.quoted(platformColumn).cast("string"),
                "account_id", EvaluatedTable.quoted(accountColumn).cast("string")));
    return new EvaluatedTable(rows, name(), read.version(), runId(rows));
  }

  private DataFiles.Read ofFiles(SparkSession spark) {
    return new DataFiles(OPTION, location).read(spark, null);
  }

  private DataFiles.Read ofLake(SparkSession spark, Lake lake) {
    requireLake(lake != null);
    String[] name = location.split("\\.");
    Table.Layer layer = Table.Layer.valueOf(name[0].toUpperCase(Locale.ROOT));
    Table table = new Table(layer, name[1], "", List.of(), List.of(), List.of(), List.of());
    LakeSource.requireHeld(lake, table);
    PinnedTable pinned = PinnedTable.open(spark, lake.path(table));
    return new DataFiles.Read(pinned.rows(), pinned.version());
  }

  private Dataset<Row> ofDay(Dataset<Row> rows) {
    boolean hasDay = Arrays.asList(rows.columns()).contains("as_of");
    if (hasDay && asOf == null && isInLake()) {
      throw new UserError(
          "--table " + location + " holds a result for each day, and no day is given",
          "Give --as-of DATE.");
    }
    if (!hasDay || asOf == null) {
      return rows;
    }
    Dataset<Row> ofDay = rows.where(col("as_of").try_cast("date").equalTo(lit(asOf)));
    if (ofDay.isEmpty() && !rows.isEmpty() && !isInLake()) {
      throw new UserError(
          "--table " + location + " has no row of --as-of " + asOf, "Check the day.");
    }
    return ofDay;
  }

  private Dataset<Row> meant(Dataset<Row> rows) {
    if (where == null) {
      return rows;
    }
    try {
      return rows.where(where);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new UserError(
            "--where "
                + where
                + " is no condition on "
                + location
                + ": "
                + String.valueOf(e.getMessage()).strip().lines().findFirst().orElse(""),
            "Write a Spark SQL condition on its columns.",
            e);
      }
      throw e;
    }
  }

  private static String runId(Dataset<Row> rows) {
    if (!Arrays.asList(rows.columns()).contains("run_id")) {
      return null;
    }
    List<Row> ids = rows.select(col("run_id").cast("string")).distinct().limit(2).collectAsList();
    return ids.size() == 1 ? ids.get(0).getString(0) : null;
  }
}
