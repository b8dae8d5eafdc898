package io.assay.engagement;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.Table;
import java.util.List;
import org.apache.spark.sql.Column;

/** The columns of a result as its table declares them. */
final class Results {
  private static final List<String> OF_THE_RUN = List.of("as_of", "run_id");

  private Results() {}

  /** The table's columns in their order and types, without those that the publication fills in. */
  static Column[] columns(Table table) {
    return table.fields().stream()
        .filter(field -> !OF_THE_RUN.contains(field.name()))
        .map(field -> col(field.name()).cast(field.type()).as(field.name()))
        .toArray(Column[]::new);
  }
}
