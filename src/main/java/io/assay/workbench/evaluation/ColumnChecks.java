package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.UserError;
import io.assay.job.RepeatedKeys;
import io.assay.job.RunsSpark;
import io.assay.workbench.evaluation.EvaluationRequest.Measured;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Refuses columns that cannot be evaluated as what the caller says they are. */
@RunsSpark
final class ColumnChecks {
  private static final List<String> KEY = List.of("platform", "account_id");

  private ColumnChecks() {}

  /**
   * Looks at the schema alone.
   *
   * @throws UserError naming the column, what is wrong with it and what to do
   */
  static void requireColumns(EvaluatedTable table, EvaluationRequest request) {
    for (Measured measured : request.columns()) {
      if (measured.role() == ColumnRole.GROUP) {
        table.require(option(measured), measured.column());
      } else {
        table.requireNumeric(option(measured), measured.column());
      }
    }
    request.segments().forEach(s -> table.require("--segment", s));
    if (request.flagColumn() != null) {
      table.require("--flag", request.flagColumn());
      String type = table.type(request.flagColumn()).catalogString();
      if (!List.of("boolean", "string").contains(type)) {
        throw new UserError(
            "--flag " + request.flagColumn() + " is of type " + type + ", not boolean",
            "Name a column of true and false, or give --threshold.");
      }
    }
  }

  /**
   * Looks at every row.
   *
   * @param name of the table
   * @throws UserError naming the column, what is wrong with it and what to do
   */
  static void requireValues(Dataset<Row> rows, String name, EvaluationRequest request) {
    requireKeys(rows, name);
    if (request.flagColumn() != null) {
      requireFlags(rows, request.flagColumn());
    }
    for (Measured measured : request.columns()) {
      if (measured.role() != ColumnRole.GROUP) {
        requireNumbers(rows, measured);
      }
    }
    if (request.columns().stream().anyMatch(m -> m.role() != ColumnRole.GROUP)) {
      requireOneRowAnAccount(rows, name);
    }
  }

  private static String option(Measured measured) {
    return "--" + measured.role().name().toLowerCase(Locale.ROOT);
  }

  private static void requireKeys(Dataset<Row> rows, String name) {
    Column incomplete = col("platform").isNull().or(col("account_id").isNull());
    long found = rows.where(incomplete).count();
    if (found > 0) {
      throw new UserError(
          name + " holds rows without platform or account id (" + found + " in all)",
          "Fill them in, or leave them out with --where.");
    }
  }

  private static void requireFlags(Dataset<Row> rows, String column) {
    Column noFlag = EvaluatedTable.isNoFlag(column);
    Column text = EvaluatedTable.quoted(column).cast("string");
    Row found = rows.agg(counted(noFlag), example(noFlag, text)).head();
    if (found.getLong(0) > 0) {
      throw new UserError(
          "--flag "
              + column
              + " holds values that are neither true nor false"
              + inAll(found.getLong(0))
              + found.getString(1),
          "Name a column of true and false, or give --threshold.");
    }
  }

  private static void requireNumbers(Dataset<Row> rows, Measured measured) {
    String column = measured.column();
    Column number = EvaluatedTable.number(column);
    Column noNumber = EvaluatedTable.isNoNumber(column);
    Column outside =
        measured.role() == ColumnRole.LIKELIHOOD ? not(number.between(0, 1)) : lit(false);
    Column text = EvaluatedTable.quoted(column).cast("string");
    Row found =
        rows.agg(
                counted(noNumber),
                example(noNumber, text),
                counted(outside),
                example(outside, number))
            .head();
    String what = option(measured) + " " + column + " holds values ";
    if (found.getLong(0) > 0) {
      throw new UserError(
          what + "that are no number" + inAll(found.getLong(0)) + found.getString(1),
          "Mend them, leave them empty, or name another column.");
    }
    if (found.getLong(2) > 0) {
      throw new UserError(
          what + "outside 0 to 1" + inAll(found.getLong(2)) + found.getString(3),
          "A likelihood is a probability; evaluate other numbers with --score.");
    }
  }

  /** A value and whose it is. */
  static Column example(Column condition, Column value) {
    Column account = concat_ws(" ", col("platform"), col("account_id"));
    return max(
        when(condition, concat(lit("'"), value.cast("string"), lit("' of account "), account)));
  }

  /** How many, in words that go before an example. */
  static String inAll(long n) {
    return " (" + n + " in all), such as ";
  }

  private static Column counted(Column condition) {
    return coalesce(sum(when(condition, 1L)), lit(0L));
  }

  private static void requireOneRowAnAccount(Dataset<Row> rows, String name) {
    if (RepeatedKeys.areUnique(rows, KEY)) {
      return;
    }
    // Equal hashes are only nearly always equal keys.
    Row found =
        rows.groupBy("platform", "account_id")
            .agg(count(lit(1)).as("n"))
            .where(col("n").gt(1))
            .agg(count(lit(1)), max(concat_ws(" ", col("platform"), col("account_id"))))
            .head();
    if (found.getLong(0) > 0) {
      throw new UserError(
          name + " has several rows of an account" + inAll(found.getLong(0)) + found.getString(1),
          "A score is of one row an account: choose a day with --as-of, or rows with --where.");
    }
  }
}
