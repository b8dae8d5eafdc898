package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;

/**
 * What is evaluated.
 *
 * @param rows platform, account_id (string) and any other columns
 * @param name table, path or baseline
 * @param version Delta version; null where there is none
 * @param runId run that published the rows; null where they do not say or differ
 */
public record EvaluatedTable(Dataset<Row> rows, String name, Long version, String runId) {

  /** A column by its name, whatever characters that holds. */
  static Column quoted(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  /**
   * @throws UserError if there is no such column
   */
  void require(String option, String column) {
    if (rows.columns().length == 0) {
      throw new UserError(name + " is empty", "Give a table with a row an account.");
    }
    if (!names().contains(column.toLowerCase(Locale.ROOT))) {
      throw new UserError(
          option + " " + column + ": " + name + " has no such column",
          "Its columns are " + String.join(", ", rows.columns()) + ".");
    }
  }

  DataType type(String column) {
    return rows.select(quoted(column)).schema().fields()[0].dataType();
  }

  private List<String> names() {
    return Arrays.stream(rows.columns()).map(c -> c.toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * @throws UserError if the column's type is not one that can be a number
   */
  void requireNumeric(String option, String column) {
    require(option, column);
    DataType type = type(column);
    if (!(type instanceof NumericType
        || type instanceof StringType
        || type instanceof BooleanType)) {
      throw new UserError(
          option + " " + column + " is of type " + type.catalogString() + ", not a number",
          "Name a column of numbers.");
    }
  }

  /** Its number (double), null for null and for NaN, and for text that is none. */
  static Column number(String column) {
    Column number = quoted(column).try_cast("double");
    // Adding 0 makes -0 a 0: the two are one score.
    return when(not(isnan(number)), number.plus(lit(0.0)));
  }

  /** Whether it holds a text that is neither true nor false. */
  static Column isNoFlag(String column) {
    return quoted(column).isNotNull().and(quoted(column).try_cast("boolean").isNull());
  }

  /** Whether it holds a text that is no number. */
  static Column isNoNumber(String column) {
    return quoted(column).isNotNull().and(quoted(column).try_cast("double").isNull());
  }
}
