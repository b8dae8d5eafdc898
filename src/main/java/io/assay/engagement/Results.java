package io.assay.engagement;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.Field;
import io.assay.contracts.Table;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a result as its table declares them. */
final class Results {
  private static final List<String> OF_THE_RUN = List.of("as_of", "run_id");

  private Results() {}

  /** The table's columns in their order and types, without those that the publication fills in. */
  static Column[] columns(Table table) {
    return fields(table)
        .map(field -> col(field.name()).cast(field.type()).as(field.name()))
        .toArray(Column[]::new);
  }

  /** Rows that hold these columns. */
  static Dataset<Row> rows(SparkSession spark, Table table, List<Row> rows) {
    return spark.createDataFrame(
        rows, new StructType(fields(table).map(Field::structField).toArray(StructField[]::new)));
  }

  static Row row(List<Object> values) {
    return RowFactory.create(values.toArray());
  }

  private static Stream<Field> fields(Table table) {
    return table.fields().stream().filter(field -> !OF_THE_RUN.contains(field.name()));
  }
}
