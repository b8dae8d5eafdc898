package io.assay.ingest;

import static org.apache.spark.sql.functions.expr;

import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;

/**
 * Leaves out the cast of a text to what its field is: the field reads the text itself, refuses what
 * has two readings and counts what it cannot read, where Spark guesses or gives null. A {@code
 * try_cast} says on purpose that what does not fit is left out, and stays.
 */
final class OuterCasts {
  private OuterCasts() {}

  /**
   * @param sql expression that can be analysed
   * @param field type of the field that it is for
   * @param typeOf the type of a column among the source's rows
   */
  static Column without(String sql, DataType field, Function<Column, DataType> typeOf) {
    Expression parsed;
    try {
      parsed = CatalystSqlParser$.MODULE$.parseExpression(sql);
    } catch (Exception e) { // Spark throws ParseException, which Scala does not declare
      return expr(sql);
    }
    if (parsed instanceof Cast cast
        && !cast.evalMode().equals(EvalMode.TRY())
        && areAlike(cast.dataType(), field)) {
      Column text = ExpressionUtils.column(cast.child());
      if (typeOf.apply(text) instanceof StringType) {
        return text;
      }
    }
    return expr(sql);
  }

  private static boolean areAlike(DataType cast, DataType field) {
    return field instanceof NumericType
        ? cast instanceof NumericType
        : cast.equals(field)
            && (field.equals(DataTypes.TimestampType) || field.equals(DataTypes.DateType));
  }
}
