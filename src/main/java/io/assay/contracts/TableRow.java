package io.assay.contracts;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A row of a table while it is filled in, column by column, by name. A name that the table does not
 * have, a value of another type and a required column left out are programming mistakes and are
 * refused at once.
 */
public final class TableRow {
  private final RowLayout layout;
  private final Object[] values;

  TableRow(RowLayout layout) {
    this.layout = layout;
    this.values = new Object[layout.schema().size()];
  }

  /** A row of all columns of a table. For many rows keep a {@link RowLayout}. */
  public static TableRow of(Table table) {
    return RowLayout.of(table).row();
  }

  /**
   * Sets a column.
   *
   * @param value null, or what the column's type takes: String, Boolean, Integer, Long, Double;
   *     LocalDate or Date; Instant or Timestamp; a List or Map of such; a Row for a struct
   * @throws IllegalArgumentException if there is no such column, or it takes no such value
   */
  public TableRow set(String column, Object value) {
    int at = layout.position(column);
    values[at] = external(layout.type(at), value, at);
    return this;
  }

  /** The row, with its schema. */
  public Row row() {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null && !layout.schema().apply(i).nullable()) {
        throw new IllegalStateException(layout.nameOf(i) + " is required, but was not set");
      }
    }
    return new GenericRowWithSchema(values, layout.schema());
  }

  private Object external(DataType type, Object value, int at) {
    if (value == null) {
      return null;
    }
    if (type instanceof ArrayType array && value instanceof List<?> list) {
      List<Object> elements = new ArrayList<>(list.size());
      for (Object element : list) {
        elements.add(external(array.elementType(), element, at));
      }
      return CollectionConverters.asScala(elements).toSeq();
    }
    if (type instanceof MapType map && value instanceof Map<?, ?> entries) {
      Map<Object, Object> converted = new LinkedHashMap<>();
      entries.forEach(
          (key, held) ->
              converted.put(external(map.keyType(), key, at), external(map.valueType(), held, at)));
      return CollectionConverters.asScala(converted);
    }
    Object stored =
        value instanceof LocalDate day
            ? Date.valueOf(day)
            : value instanceof Instant time ? Timestamp.from(time) : value;
    if (!takes(type, stored)) {
      throw new IllegalArgumentException(
          "%s takes %s, not %s (%s)"
              .formatted(
                  layout.nameOf(at), type.simpleString(), value.getClass().getName(), value));
    }
    return stored;
  }

  private static boolean takes(DataType type, Object value) {
    if (type instanceof StructType struct) {
      return value instanceof Row row && row.size() == struct.size();
    }
    return type instanceof StringType && value instanceof String
        || type instanceof LongType && value instanceof Long
        || type instanceof DoubleType && value instanceof Double
        || type instanceof IntegerType && value instanceof Integer
        || type instanceof BooleanType && value instanceof Boolean
        || type instanceof TimestampType && value instanceof Timestamp
        || type instanceof DateType && value instanceof Date;
  }
}
