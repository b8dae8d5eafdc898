package io.assay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Constraint;
import io.assay.contracts.Field;
import io.assay.contracts.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/** The rules of a table, for rows that a stage publishes without a lake. */
public final class Rules {
  private Rules() {}

  /** The rows, computed once; they have the table's types and obey its rules. */
  public static List<Row> obeyed(Table table, Dataset<Row> rows) {
    for (StructField field : rows.schema().fields()) {
      assertThat(field.dataType().catalogString())
          .as(field.name())
          .isEqualTo(table.field(field.name()).type().catalogString());
    }
    List<Row> held = rows.collectAsList();
    List<String> names = List.of(rows.columns());
    List<String> broken = new ArrayList<>();
    Dataset<Row> local = rows.sparkSession().createDataFrame(held, rows.schema());
    for (Field field : table.fields()) {
      if (field.required() && names.contains(field.name())) {
        broken.add(field.name() + " IS NULL");
      }
    }
    for (Constraint constraint : table.constraints()) {
      broken.add("NOT (" + constraint.sql() + ")");
    }
    for (String rule : broken) {
      assertThat(local.where(rule).collectAsList()).as(table.id() + ": " + rule).isEmpty();
    }
    return held;
  }
}
