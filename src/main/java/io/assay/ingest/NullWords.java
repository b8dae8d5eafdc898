package io.assay.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.transform_values;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

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

/** Words of a source that mean that there is no value, such as N/A, wherever they stand. */
final class NullWords {
  private static final String WHITE_SPACE = " \t\r\n\u00a0";

  private NullWords() {}

  /**
   * @param words compared with whole texts, without the blanks around them; none changes nothing
   * @param own columns that are not the source's
   * @return the same columns, in which such a text is null, also in lists and nested objects
   */
  static Dataset<Row> removed(Dataset<Row> rows, List<String> words, List<String> own) {
    if (words.isEmpty()) {
      return rows;
    }
    List<Column> columns = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      Column value = Records.named(field.name());
      columns.add(
          own.contains(field.name())
              ? value
              : removed(value, field.dataType(), words.toArray()).as(field.name()));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private static Column removed(Column value, DataType type, Object[] words) {
    if (!holdsTexts(type)) {
      return value;
    }
    if (type instanceof StructType object) {
      Column[] fields = new Column[object.fields().length];
      for (int i = 0; i < fields.length; i++) {
        StructField field = object.fields()[i];
        fields[i] = removed(value.getField(field.name()), field.dataType(), words).as(field.name());
      }
      return when(value.isNotNull(), struct(fields));
    }
    if (type instanceof ArrayType list) {
      return transform(value, element -> removed(element, list.elementType(), words));
    }
    if (type instanceof MapType map) {
      return transform_values(value, (key, of) -> removed(of, map.valueType(), words));
    }
    return when(not(trim(value, lit(WHITE_SPACE)).isin(words)), value);
  }

  private static boolean holdsTexts(DataType type) {
    if (type instanceof StructType object) {
      return List.of(object.fields()).stream().anyMatch(field -> holdsTexts(field.dataType()));
    }
    if (type instanceof ArrayType list) {
      return holdsTexts(list.elementType());
    }
    return type instanceof MapType map
        ? holdsTexts(map.valueType())
        : type.equals(DataTypes.StringType);
  }
}
