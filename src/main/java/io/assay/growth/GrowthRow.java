package io.assay.growth;

import io.assay.contracts.GrowthTables;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One row of {@code gold.account_growth} while it is being filled in, column by column. Times leave
 * as microseconds, since the class Spark wants for them is a matter of its settings; {@link
 * #columns} makes timestamps of them.
 */
final class GrowthRow {
  private static final List<String> OF_THE_RUN = List.of("as_of", "run_id");

  private static final List<StructField> DECLARED =
      List.of(GrowthTables.ACCOUNT_GROWTH.schema().fields()).stream()
          .filter(field -> !OF_THE_RUN.contains(field.name()))
          .toList();

  static final StructType SCHEMA = (StructType) withMicros(DataTypes.createStructType(DECLARED));

  private final Object[] values = new Object[SCHEMA.size()];

  void set(String column, Object value) {
    values[SCHEMA.fieldIndex(column)] = value;
  }

  /** Sets jumps or drops. */
  void setMoves(String column, FollowerSeries series, List<Move> moves) {
    List<Row> rows =
        moves.stream()
            .map(
                move ->
                    RowFactory.create(
                        series.times()[move.from()],
                        series.times()[move.to()],
                        move.before(),
                        move.after(),
                        move.change(),
                        move.share(),
                        move.perDay(),
                        move.score()))
            .toList();
    set(column, CollectionConverters.asScala(rows).toSeq());
  }

  Row row() {
    return RowFactory.create(values);
  }

  /** The declared columns out of those of {@link #SCHEMA}. */
  static Column[] columns() {
    return DECLARED.stream()
        .map(field -> withTimes(functions.col(field.name()), field.dataType()).as(field.name()))
        .toArray(Column[]::new);
  }

  private static Column withTimes(Column value, DataType type) {
    if (type.equals(DataTypes.TimestampType)) {
      return functions.timestamp_micros(value);
    }
    if (type instanceof ArrayType array && array.elementType() instanceof StructType element) {
      return functions.transform(value, each -> structOf(each, element));
    }
    return value;
  }

  private static Column structOf(Column each, StructType element) {
    Column[] fields = new Column[element.size()];
    for (int i = 0; i < fields.length; i++) {
      StructField field = element.fields()[i];
      fields[i] = withTimes(each.getField(field.name()), field.dataType()).as(field.name());
    }
    return functions.struct(fields);
  }

  private static DataType withMicros(DataType type) {
    if (type.equals(DataTypes.TimestampType)) {
      return DataTypes.LongType;
    }
    if (type instanceof ArrayType array) {
      return DataTypes.createArrayType(withMicros(array.elementType()), array.containsNull());
    }
    if (type instanceof StructType struct) {
      StructField[] fields = new StructField[struct.size()];
      for (int i = 0; i < fields.length; i++) {
        StructField field = struct.fields()[i];
        fields[i] =
            DataTypes.createStructField(
                field.name(), withMicros(field.dataType()), field.nullable());
      }
      return DataTypes.createStructType(fields);
    }
    return type;
  }
}
