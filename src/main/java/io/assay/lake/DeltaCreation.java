package io.assay.lake;

import io.assay.contracts.Constraint;
import io.assay.contracts.Constraint.Severity;
import io.assay.contracts.Table;
import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Creates tables. Reader contract: {@code minReaderVersion} 1 and no reader features, so that any
 * Delta reader can read them; constraints cost writers, not readers.
 */
final class DeltaCreation {
  private DeltaCreation() {}

  /** Creates the table with comments and constraints unless it is there. */
  static void ensure(SparkSession spark, Lake lake, Table table) {
    if (lake.holds(table)) {
      return;
    }
    DeltaTableBuilder builder =
        DeltaTable.createIfNotExists(spark)
            .location(lake.path(table))
            .comment(table.comment())
            .addColumns(table.schema());
    properties(table).forEach(builder::property);
    if (!table.partitionBy().isEmpty()) {
      builder.partitionedBy(table.partitionBy().toArray(String[]::new));
    }
    builder.execute();
  }

  /**
   * How many columns each file's bounds are taken of, which costs the writer. Events are written in
   * ranges of what they befell, and a later day skips files by that, which stands among the first
   * columns; other large tables are in no order that bounds could tell files apart by.
   */
  private static int bounded(Table table) {
    return table.partitionBy().contains("first_seen_on") ? 5 : 0;
  }

  private static Map<String, String> properties(Table table) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("delta.enableDeletionVectors", "false");
    properties.put("delta.columnMapping.mode", "none");
    if (table.layer() == Table.Layer.BRONZE || table.layer() == Table.Layer.SILVER) {
      properties.put("delta.dataSkippingNumIndexedCols", String.valueOf(bounded(table)));
    }
    for (Constraint constraint : table.constraints()) {
      if (constraint.severity() == Severity.FAIL) {
        // Delta takes null for a violation; SQL's CHECK, and ours, does not.
        properties.put(
            "delta.constraints." + constraint.name(), "(" + constraint.sql() + ") IS NOT FALSE");
      }
    }
    return properties;
  }
}
