package io.assay.lake.delta;

import io.assay.contracts.Constraint;
import io.assay.contracts.Constraint.Severity;
import io.assay.contracts.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A declared table in Delta's terms. Reader contract: {@code minReaderVersion} 1 and no reader
 * features, so that any Delta reader can read it; constraints cost writers, not readers.
 */
final class TableDefinition {
  private static final String CONSTRAINT = "delta.constraints.";

  private TableDefinition() {}

  /**
   * Makes the table with the transaction, or adds the columns that were declared since and takes
   * over the rules that hold now.
   */
  static void bringUpToDate(OptimisticTransaction transaction, Table table) {
    if (transaction.readVersion() < 0) {
      transaction.updateMetadata(of(table), false);
      return;
    }
    Metadata held = transaction.snapshot().metadata();
    StructType widened = widened(held.schema(), table.schema());
    Map<String, String> rules =
        withRulesOf(table, CollectionConverters.asJava(held.configuration()));
    if (widened.length() > held.schema().length()
        || !rules.equals(CollectionConverters.asJava(held.configuration()))) {
      transaction.updateMetadata(
          new Metadata(
              held.id(),
              held.name(),
              held.description(),
              held.format(),
              widened.json(),
              held.partitionColumns(),
              scalaMap(rules),
              held.createdTime()),
          false);
    }
  }

  private static Map<String, String> withRulesOf(Table table, Map<String, String> held) {
    Map<String, String> properties = new HashMap<>(held);
    properties.keySet().removeIf(name -> name.startsWith(CONSTRAINT));
    properties(table)
        .forEach(
            (name, value) -> {
              if (name.startsWith(CONSTRAINT)) {
                properties.put(name, value);
              }
            });
    return properties;
  }

  private static Metadata of(Table table) {
    return new Metadata(
        java.util.UUID.randomUUID().toString(),
        null,
        table.comment(),
        new Format("parquet", scalaMap(Map.of())),
        table.schema().json(),
        CollectionConverters.asScala(table.partitionBy()).toSeq(),
        scalaMap(properties(table)),
        Option.apply(System.currentTimeMillis()));
  }

  private static StructType widened(StructType held, StructType declared) {
    Set<String> names = Arrays.stream(held.fieldNames()).collect(Collectors.toSet());
    StructType widened = held;
    for (StructField field : declared.fields()) {
      if (!names.contains(field.name())) {
        widened = widened.add(field.name(), field.dataType(), true, field.metadata());
      }
    }
    return widened;
  }

  private static Map<String, String> properties(Table table) {
    Map<String, String> properties = new HashMap<>();
    properties.put("delta.enableDeletionVectors", "false");
    properties.put("delta.columnMapping.mode", "none");
    if (table.layer() == Table.Layer.BRONZE || table.layer() == Table.Layer.SILVER) {
      // Large tables are in no order that other columns' bounds could tell files apart by.
      if (table.bounded().isEmpty()) {
        properties.put("delta.dataSkippingNumIndexedCols", "0");
      } else {
        properties.put("delta.dataSkippingStatsColumns", String.join(",", table.bounded()));
      }
    }
    for (Constraint constraint : table.constraints()) {
      if (constraint.severity() == Severity.FAIL) {
        // Delta takes null for a violation; SQL's CHECK, and ours, does not.
        properties.put(CONSTRAINT + constraint.name(), "(" + constraint.sql() + ") IS NOT FALSE");
      }
    }
    return properties;
  }

  private static scala.collection.immutable.Map<String, String> scalaMap(Map<String, String> map) {
    return scala.collection.immutable.Map.from(CollectionConverters.asScala(map));
  }
}
