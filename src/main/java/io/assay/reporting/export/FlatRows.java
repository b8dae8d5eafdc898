package io.assay.reporting.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Rows whose columns hold one value each, for files that know no nesting: the fields of a struct
 * become columns {@code struct.field}, a list or a map becomes its JSON as text, days and times
 * (UTC) their text.
 */
final class FlatRows {
  private FlatRows() {}

  /**
   * @param rows any columns
   * @return the same rows; columns of texts, numbers and true or false
   */
  static Dataset<Row> of(Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      add(columns, col(quoted(field.name())), field.name(), field.dataType());
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private static void add(List<Column> columns, Column value, String name, DataType type) {
    if (type instanceof StructType struct) {
      for (StructField field : struct.fields()) {
        add(columns, value.getField(field.name()), name + "." + field.name(), field.dataType());
      }
    } else if (type instanceof ArrayType || type instanceof MapType) {
      columns.add(to_json(value).as(name));
    } else if (type.equals(DataTypes.DateType) || type.equals(DataTypes.TimestampType)) {
      columns.add(value.cast(DataTypes.StringType).as(name));
    } else {
      columns.add(value.as(name));
    }
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
