package io.assay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import io.assay.contracts.Feed;
import io.assay.lake.Keys;
import java.util.ArrayList;
import java.util.List;
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
   * Keeps of each key the record with the larger counters, in the order in which the feed names
   * them; among equals the one that sorts last by its other columns. Only records whose key occurs
   * more than once are shuffled.
   *
   * @param records the feed's columns and source_file
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
    List<String> names = new ArrayList<>(feed.counters());
    for (String name : records.columns()) {
      if (!names.contains(name) && !feed.key().contains(name)) {
        names.add(name);
      }
    }
    return names.stream().map(n -> col(n).desc_nulls_last()).toArray(Column[]::new);
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(functions::col).toArray(Column[]::new);
  }
}
