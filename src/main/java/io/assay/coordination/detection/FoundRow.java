package io.assay.coordination.detection;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.RowLayout;
import io.assay.contracts.Table;
import io.assay.contracts.TableRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** A row of one of several tables, in a column that bears the table's name; the others are null. */
public final class FoundRow {
  /** The tables, in the order of the columns. */
  public static final List<Table> TABLES =
      List.of(
          CoordinationTables.COORDINATED_GROUP,
          CoordinationTables.COORDINATED_MEMBER,
          CoordinationTables.COORDINATED_PAIR,
          CoordinationTables.COORDINATED_HIT,
          CoordinationTables.NICHE,
          CoordinationTables.ACCOUNT_COORDINATION);

  public static final StructType SCHEMA = schema();

  private static final Map<Table, RowLayout> LAYOUTS = layouts();

  private FoundRow() {}

  private static StructType schema() {
    StructType schema = new StructType();
    for (Table table : TABLES) {
      schema = schema.add(table.name(), table.measuredSchema());
    }
    return schema;
  }

  private static Map<Table, RowLayout> layouts() {
    Map<Table, RowLayout> layouts = new LinkedHashMap<>();
    TABLES.forEach(table -> layouts.put(table, RowLayout.measured(table)));
    return layouts;
  }

  /** An empty row of a table, to be filled in. */
  static TableRow in(Table table) {
    return LAYOUTS.get(table).row();
  }

  static Row of(Table table, TableRow filled) {
    Object[] values = new Object[TABLES.size()];
    values[TABLES.indexOf(table)] = filled.row();
    return RowFactory.create(values);
  }
}
