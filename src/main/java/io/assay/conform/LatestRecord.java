package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import io.assay.contracts.Feed;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/** Records that stand until they are delivered again: labels, campaigns, placements. */
final class LatestRecord {
  private static final String RANK = "_rank";

  private LatestRecord() {}

  /**
   * Of each key the delivery that came last; of two of one day the one whose name sorts last.
   *
   * @param delivered the feed's bronze rows
   * @return the same columns
   */
  static Dataset<Row> of(Dataset<Row> delivered, Feed feed) {
    Column[] key = feed.key().stream().map(functions::col).toArray(Column[]::new);
    return delivered
        .withColumn(
            RANK,
            row_number()
                .over(
                    Window.partitionBy(key)
                        .orderBy(col("crawl_date").desc(), col("crawl_id").desc())))
        .where(col(RANK).equalTo(1))
        .drop(RANK);
  }
}
