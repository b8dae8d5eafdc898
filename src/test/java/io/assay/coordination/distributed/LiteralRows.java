package io.assay.coordination.distributed;

import static io.assay.testing.SparkFixture.spark;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Datasets that are written down, and what they hold as texts. */
final class LiteralRows {

  private LiteralRows() {}

  /**
   * @param columns names and types, as {@code actor long, n int}
   * @param rows values divided by commas; nothing for null
   */
  static Dataset<Row> of(String columns, String... rows) {
    return spark()
        .read()
        .schema(columns)
        .csv(spark().createDataset(List.of(rows), Encoders.STRING()));
  }

  /** Rows in order, values divided by bars. */
  static List<String> texts(Dataset<Row> rows, String... columns) {
    return rows.selectExpr(columns).collectAsList().stream()
        .map(row -> row.mkString("|"))
        .sorted()
        .toList();
  }
}
