package io.assay.statistics;

import java.io.Serializable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.StructType;

/**
 * Plain Java that Spark calls once a row, with values in Spark's own form: nothing is converted on
 * the way in or out, and the code that Spark generates is one call, however many fields and rules
 * there are.
 *
 * <p>Which to use, where Spark's own functions do not do:
 *
 * <ul>
 *   <li>a row in, a value out: Spark's {@code udf}, which is shorter to write;
 *   <li>a row in, a row of many columns out: {@link #column};
 *   <li>the same, where rows are to be exchanged by the result: {@link #repeatable};
 *   <li>many rows in, rows of many columns out: {@link WideRows}.
 * </ul>
 */
public interface RowFunction extends Serializable {

  /**
   * @param delivered the argument in Spark's own form, never null
   * @return a row of the function's schema; null if there is none
   */
  InternalRow call(Object delivered);

  /** Whether there may be no row for an argument. One that always has a row makes shorter code. */
  default boolean mayBeNull() {
    return true;
  }

  /**
   * The function's result as a column, worked out once a row, whatever is taken from it; null where
   * the argument is.
   *
   * @param argument a struct or bytes
   * @param schema of the rows that it returns
   */
  static Column column(RowFunction function, Column argument, StructType schema) {
    // Spark may work out a function anew for each column that is taken from its result, unless it
    // cannot know that the result would be the same.
    return column(function, argument, schema, false);
  }

  /**
   * The same, of a function whose result depends on the argument alone: Spark does not exchange
   * rows by any other. It may be worked out more than once a row.
   */
  static Column repeatable(RowFunction function, Column argument, StructType schema) {
    return column(function, argument, schema, true);
  }

  private static Column column(
      RowFunction function, Column argument, StructType schema, boolean repeatable) {
    return ExpressionUtils.column(
        RowCall.of(function, ExpressionUtils.expression(argument), schema, repeatable));
  }
}
