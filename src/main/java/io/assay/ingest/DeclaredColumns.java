package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns that a mapping declares, of files whose own columns may differ from day to day. */
final class DeclaredColumns {

  private DeclaredColumns() {}

  /**
   * Declared columns that a file lacks are null, others of its columns are left out, and a value
   * that does not fit the declared type is a fault of its record.
   *
   * @param rows a source's columns and those of our own
   * @param own names of our own
   */
  static Dataset<Row> of(Dataset<Row> rows, StructType schema, List<String> own) {
    List<Column> columns = new ArrayList<>();
    Column misfit = lit(null).cast("string");
    for (StructField declared : schema.fields()) {
      String delivered =
          Arrays.stream(rows.columns())
              .filter(n -> n.equalsIgnoreCase(declared.name()))
              .findFirst()
              .orElse(null);
      Column value = lit(null).cast(declared.dataType());
      if (delivered != null) {
        Column raw = Records.named(delivered);
        value = raw.try_cast(declared.dataType());
        misfit =
            coalesce(
                misfit,
                when(
                    raw.isNotNull().and(value.isNull()),
                    declared.name() + " does not fit the mapping's schema"));
      }
      columns.add(value.as(declared.name()));
    }
    for (String name : own) {
      if (name.equals(Records.FAULT)) {
        columns.add(coalesce(col(name), misfit).as(name));
      } else if (Arrays.asList(rows.columns()).contains(name)) {
        columns.add(col(name));
      }
    }
    return rows.select(columns.toArray(Column[]::new));
  }
}
