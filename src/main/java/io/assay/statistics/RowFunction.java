package io.assay.statistics;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.ObjectType;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Plain Java that Spark calls once a row, with values in Spark's own form: nothing is converted on
 * the way in or out, and the code that Spark generates is one call, however many fields and rules
 * there are.
 */
public interface RowFunction extends Serializable {

  /**
   * @param delivered the argument in Spark's own form, never null
   * @return a row of the function's schema; null if there is none
   */
  InternalRow call(Object delivered);

  /**
   * The function's result as a column, worked out once a row; null where the argument is.
   *
   * @param argument a struct or bytes
   * @param schema of the rows that it returns
   */
  static Column column(RowFunction function, Column argument, StructType schema) {
    // Spark may work out a function anew for each column that is taken from its result, unless it
    // cannot know that the result would be the same.
    return column(function, argument, schema, true, false);
  }

  /** The same of a function that has a row for everything, which makes shorter code. */
  static Column columnOfAll(RowFunction function, Column argument, StructType schema) {
    return column(function, argument, schema, false, false);
  }

  /** The same where Spark has to know that the result depends on the argument alone. */
  static Column repeatable(RowFunction function, Column argument, StructType schema) {
    return column(function, argument, schema, true, true);
  }

  private static Column column(
      RowFunction function,
      Column argument,
      StructType schema,
      boolean nullable,
      boolean repeatable) {
    List<Expression> arguments = List.of(ExpressionUtils.expression(argument));
    List<AbstractDataType> asGiven = List.of();
    return ExpressionUtils.column(
        new Invoke(
            new Literal(function, new ObjectType(RowFunction.class)),
            "call",
            schema,
            CollectionConverters.asScala(arguments).toSeq(),
            CollectionConverters.asScala(asGiven).toSeq(),
            true,
            nullable,
            repeatable));
  }
}
