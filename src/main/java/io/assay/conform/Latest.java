package io.assay.conform;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.Feed;
import io.assay.statistics.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/** The order of the observations of a key. */
final class Latest {
  private Latest() {}

  /** Whoever saw it last; the delivery decides between observations of one time. */
  static WindowSpec first(Feed feed) {
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
