package io.assay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.assay.contracts.Constraint;
import io.assay.contracts.Field;
import io.assay.contracts.Table;
import io.assay.contracts.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every table and column in words, out of the declarations. */
final class DataDictionary {
  private static final Map<Table.Layer, String> LAYERS =
      Map.of(
          Table.Layer.BRONZE, "What crawls delivered, as they delivered it.",
          Table.Layer.SILVER, "States: one row per key as of a date.",
          Table.Layer.GOLD, "Results, one slice a day. These are the tables to query.",
          Table.Layer.OPS, "What ran, what it published, what it refused.");

  private DataDictionary() {}

  static String markdown() {
    StringBuilder text = new StringBuilder("# Tables\n\n");
    text.append("Printed by `jobs/assay tables`; the declarations are in `io.assay.contracts`.\n");
    text.append("Paths are `<lake>/<layer>/<table>`. Times are UTC, in microseconds.\n");
    text.append(
        "A cross under *person* marks what tells who somebody is, or what somebody wrote:\n");
    text.append("treat it as personal data.\n");
    Table.Layer layer = null;
    for (Table table : Tables.ALL) {
      if (table.layer() != layer) {
        layer = table.layer();
        text.append("\n## ").append(layer.folder()).append("\n\n");
        text.append(LAYERS.get(layer)).append('\n');
      }
      describe(table, text);
    }
    return text.toString();
  }

  private static void describe(Table table, StringBuilder text) {
    text.append("\n### ").append(table.id()).append("\n\n").append(table.comment()).append("\n\n");
    if (!table.key().isEmpty()) {
      text.append("Key: ").append(names(table.key())).append(".\n");
    }
    if (!table.partitionBy().isEmpty()) {
      text.append("Replaced by: ").append(names(table.partitionBy())).append(".\n");
    }
    text.append("Kept: ").append(table.retention().words()).append(".\n");
    text.append("\n| column | type | unit | person | meaning |\n|---|---|---|---|---|\n");
    for (Field field : table.fields()) {
      text.append("| `").append(field.name()).append("` | ");
      text.append(cell(field.type().catalogString())).append(field.required() ? " not null" : "");
      text.append(" | ").append(cell(field.unit()));
      text.append(" | ").append(field.personal() ? "x" : "");
      text.append(" | ").append(cell(field.comment())).append(" |\n");
    }
    if (!table.constraints().isEmpty()) {
      text.append("\nRules:\n\n");
    }
    for (Constraint rule : table.constraints()) {
      text.append("- ").append(rule.name()).append(" (").append(rule.severity()).append("): `");
      text.append(rule.sql()).append("`; ").append(rule.hint()).append(".\n");
    }
  }

  static String json() {
    try {
      return JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(
                  Map.of("tables", Tables.ALL.stream().map(DataDictionary::tree).toList()))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> tree(Table table) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("table", table.id());
    tree.put("comment", table.comment());
    tree.put("key", table.key());
    tree.put("partition_by", table.partitionBy());
    tree.put("kept", table.retention().words());
    tree.put("columns", table.fields().stream().map(DataDictionary::tree).toList());
    tree.put("rules", table.constraints().stream().map(DataDictionary::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(Field field) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", field.name());
    tree.put("type", field.type().catalogString());
    tree.put("nullable", !field.required());
    tree.put("unit", field.unit());
    tree.put("identifies_person", field.personal());
    tree.put("comment", field.comment());
    return tree;
  }

  private static Map<String, Object> tree(Constraint rule) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", rule.name());
    tree.put("severity", rule.severity().name());
    tree.put("sql", rule.sql());
    tree.put("hint", rule.hint());
    return tree;
  }

  private static String names(List<String> columns) {
    return "`" + String.join("`, `", columns) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;");
  }
}
