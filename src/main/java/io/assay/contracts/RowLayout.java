package io.assay.contracts;

import java.io.Serializable;
import java.util.HashMap;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Which column stands where in the rows of a table, looked up once: whoever makes many rows keeps
 * one and asks it for a {@link TableRow} each time.
 */
public final class RowLayout implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String of;
  private final StructType schema;
  private final DataType[] types;
  private final HashMap<String, Integer> positions = new HashMap<>();

  private RowLayout(String of, StructType schema) {
    this.of = of;
    this.schema = schema;
    this.types = new DataType[schema.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = schema.apply(i).dataType();
      positions.put(schema.apply(i).name(), i);
    }
  }

  /** Rows of all columns of a table. */
  public static RowLayout of(Table table) {
    return new RowLayout(table.id(), table.schema());
  }

  /** Rows without the columns that publication fills in, see {@link Table#measured}. */
  public static RowLayout measured(Table table) {
    return new RowLayout(table.id(), table.measuredSchema());
  }

  /** Rows that stand in a column, which holds an array of structs. */
  public static RowLayout elementOf(Table table, String column) {
    ArrayType array = (ArrayType) table.field(column).type();
    return new RowLayout(table.id() + "." + column, (StructType) array.elementType());
  }

  /**
   * Rows of other columns.
   *
   * @param of what these are rows of, for messages
   */
  public static RowLayout of(String of, StructType schema) {
    return new RowLayout(of, schema);
  }

  /** An empty row, to be filled in. */
  public TableRow row() {
    return new TableRow(this);
  }

  /** The columns in their order. */
  public StructType schema() {
    return schema;
  }

  int position(String column) {
    Integer at = positions.get(column);
    if (at == null) {
      throw new IllegalArgumentException(
          of + " has no column " + column + "; it has " + String.join(", ", schema.fieldNames()));
    }
    return at;
  }

  DataType type(int position) {
    return types[position];
  }

  String nameOf(int position) {
    return of + "." + schema.apply(position).name();
  }
}
