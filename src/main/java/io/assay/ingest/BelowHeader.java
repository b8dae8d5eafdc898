package io.assay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows below a header that is not the first row of its file: Spark takes that one for the
 * header, so that the true one, those above it and blank ones come as rows.
 */
final class BelowHeader {
  /** Stands in no cell of a header. */
  private static final String BETWEEN = "\u0001";

  private BelowHeader() {}

  /**
   * @param above the other rows with text that stand above the header
   */
  static Dataset<Row> of(Dataset<Row> rows, CsvHead head, Set<List<String>> above) {
    int size = head.names().size();
    List<Column> cells = new ArrayList<>();
    for (String name : head.names()) {
      cells.add(coalesce(trim(Records.named(name)), lit("")));
    }
    Column row = concat_ws(BETWEEN, cells.toArray(Column[]::new));
    Set<String> top = new HashSet<>(Set.of(row(head.written(), size), row(List.of(), size)));
    above.forEach(written -> top.add(row(written, size)));
    return rows.where(not(row.isin(top.toArray())));
  }

  /** The first cells of a row, as Spark reads it into columns. */
  private static String row(List<String> cells, int size) {
    List<String> row = new ArrayList<>(cells.subList(0, Math.min(cells.size(), size)));
    while (row.size() < size) {
      row.add("");
    }
    return String.join(BETWEEN, row);
  }
}
