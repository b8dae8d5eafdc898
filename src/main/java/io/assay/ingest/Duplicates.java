package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import io.assay.contracts.Feed;
import io.assay.job.RepeatedKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/** Records of one delivery that share a key. */
final class Duplicates {
  private Duplicates() {}

  /**
   * Keeps of each key the record that the feed's {@link Feed#precedence} prefers; among equals the
   * one that sorts last by its other columns. Only records whose key occurs more than once are
   * shuffled.
   *
   * @param records the feed's columns, derived ones too, and source_file
   * @param repeated the keys that occur more than once among them
   * @return the same columns
   */
  static Dataset<Row> keepBest(Dataset<Row> records, Feed feed, RepeatedKeys repeated) {
    String rank = "_rank";
    Dataset<Row> best =
        repeated
            .among(records)
            .withColumn(
                rank,
                row_number()
                    .over(
                        Window.partitionBy(columns(feed.key())).orderBy(bestFirst(records, feed))))
            .where(col(rank).equalTo(1))
            .drop(rank);
    return repeated.without(records).unionByName(best);
  }

  private static Column[] bestFirst(Dataset<Row> records, Feed feed) {
    List<Column> order = new ArrayList<>();
    Set<String> used = new HashSet<>(feed.key());
    for (Feed.Precedence p : feed.precedence()) {
      Column column = col(p.column());
      order.add(p.largest() ? column.desc_nulls_last() : column.asc_nulls_last());
      used.add(p.column());
    }
    for (String name : records.columns()) {
      if (used.add(name)) {
        order.add(col(name).desc_nulls_last());
      }
    }
    return order.toArray(Column[]::new);
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(functions::col).toArray(Column[]::new);
  }
}
