package io.assay.statistics;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.ObjectType;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** The call of a {@link RowFunction} in Spark's plans. */
final class RowCall {

  private RowCall() {}

  /**
   * @param repeatable whether Spark may take it that equal arguments give equal rows
   */
  static Expression of(
      RowFunction function, Expression argument, StructType schema, boolean repeatable) {
    List<Expression> arguments = List.of(argument);
    List<AbstractDataType> asGiven = List.of();
    return new Invoke(
        new Literal(function, new ObjectType(RowFunction.class)),
        "call",
        schema,
        CollectionConverters.asScala(arguments).toSeq(),
        CollectionConverters.asScala(asGiven).toSeq(),
        true,
        function.mayBeNull(),
        repeatable);
  }
}
