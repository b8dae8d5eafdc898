package io.assay.statistics;

import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.CreateNamedStruct;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.ObjectType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Function1;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows of many columns that plain Java makes of other rows, several or none for one. Spark's own
 * encoder writes some 300 bytes of code a column into one method, and Java does not compile a
 * method of more than 8,000; here the code is one call. Of rows with less than some twenty columns
 * {@link Dataset#mapPartitions} is as good; where each row becomes one, use {@link RowFunction}.
 */
public final class WideRows {
  private static final String ROW = "row";

  private WideRows() {}

  /**
   * As {@link Dataset#mapPartitions}.
   *
   * @param schema of the rows that the function returns
   */
  public static <T> Dataset<Row> mapPartitions(
      Dataset<T> rows, MapPartitionsFunction<T, Row> function, StructType schema) {
    return rows.mapPartitions(function, encoder(schema)).select(ROW + ".*");
  }

  private static ExpressionEncoder<Row> encoder(StructType schema) {
    AgnosticEncoder<Row> ofOneColumn =
        (AgnosticEncoder<Row>) Encoders.row(new StructType().add(ROW, schema, false));
    Expression given = new BoundReference(0, new ObjectType(Row.class), false);
    Expression converted = RowCall.of(new Conversion(schema), given, schema, true);
    List<Expression> column =
        List.of(new Literal(UTF8String.fromString(ROW), DataTypes.StringType), converted);
    return new ExpressionEncoder<>(
        ofOneColumn,
        new CreateNamedStruct(CollectionConverters.asScala(column).toSeq()),
        ExpressionEncoder.apply(ofOneColumn).objDeserializer());
  }

  /** Brings a row into Spark's own form. */
  private static final class Conversion implements RowFunction {
    private static final long serialVersionUID = 1L;

    private final StructType schema;
    private transient Function1<Object, Object> convert;

    Conversion(StructType schema) {
      this.schema = schema;
    }

    @Override
    public InternalRow call(Object delivered) {
      if (convert == null) {
        convert = CatalystTypeConverters.createToCatalystConverter(schema);
      }
      return (InternalRow) convert.apply(delivered);
    }

    @Override
    public boolean mayBeNull() {
      return false;
    }
  }
}
