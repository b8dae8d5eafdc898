package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import io.assay.contracts.Feed;
import io.assay.lake.Keys;
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
  private static final String[] JOIN_KEY = {Keys.HASH};

  private Duplicates() {}

  /**
   * Keeps of each key the record that the feed's {@link Feed#precedence} prefers; among equals the
   * one that sorts last by its other columns. Only records whose key occurs more than once are
   * shuffled.
   *
   * @param records the feed's columns, derived ones too, and source_file
   * @return the same columns
   */
  static Dataset<Row> keepBest(Dataset<Row> records, Feed feed) {
    Dataset<Row> hashed = records.withColumn(Keys.HASH, Keys.hash(feed.key()));
    Dataset<Row> repeated = Keys.repeatedHashes(records, feed.key());
    Dataset<Row> single = hashed.join(repeated, JOIN_KEY, "left_anti");
    Dataset<Row> several = hashed.join(repeated, JOIN_KEY, "left_semi");
    String rank = "_rank";
    Dataset<Row> best =
        several
            .withColumn(
                rank,
                row_number()
                    .over(
                        Window.partitionBy(columns(feed.key())).orderBy(bestFirst(records, feed))))
            .where(col(rank).equalTo(1))
            .drop(rank);
    return single.unionByName(best).drop(Keys.HASH);
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
