package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import io.assay.contracts.Feed;
import io.assay.statistics.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/** The latest observation of each key. */
final class Latest {
  private static final String RANK = "rank_from_latest";

  private Latest() {}

  /** The feed's columns, crawl_id and crawl_date of the latest observation of each key. */
  static Dataset<Row> of(Dataset<Row> observations, Feed feed) {
    return of(observations, feed, UnaryOperator.identity());
  }

  /**
   * The same.
   *
   * @param watched gives back the rows that it is given, all observations of a key in one place
   */
  static Dataset<Row> of(
      Dataset<Row> observations, Feed feed, UnaryOperator<Dataset<Row>> watched) {
    Dataset<Row> ranked =
        observations
            .withColumn(Keys.HASH, Keys.hash(Arrays.asList(identityNames(feed))))
            .withColumn(RANK, row_number().over(latestFirst(feed)));
    return watched.apply(ranked).where(col(RANK).equalTo(1)).drop(RANK, Keys.HASH);
  }

  /** Whoever saw it last; the delivery decides between observations of one time. */
  static WindowSpec latestFirst(Feed feed) {
    List<Column> key = new ArrayList<>(List.of(identity(feed)));
    // Sorting compares the first eight bytes first, and those of a platform's name tell nothing.
    key.add(0, col(Keys.HASH));
    return Window.partitionBy(key.toArray(Column[]::new))
        .orderBy(col("crawled_at").desc(), col("crawl_date").desc(), col("crawl_id").desc());
  }

  /** The feed's key without the time of the observation. */
  static Column[] identity(Feed feed) {
    return Arrays.stream(identityNames(feed)).map(functions::col).toArray(Column[]::new);
  }

  static String[] identityNames(Feed feed) {
    return feed.key().stream().filter(k -> !k.equals("crawled_at")).toArray(String[]::new);
  }
}
