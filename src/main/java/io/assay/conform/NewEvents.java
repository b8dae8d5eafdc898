package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;

import io.assay.contracts.Feed;
import io.assay.lake.RepeatedKeys;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/** Events that no earlier day holds. */
final class NewEvents {
  private static final String KNOWN = "_known";
  private static final String RANK = "_rank";

  private NewEvents() {}

  /**
   * Each event once: the sighting that the feed prefers, then the delivery whose name sorts first.
   * Only events that may be known or delivered twice are compared.
   *
   * @param delivered bronze rows of one day
   * @param known the key's columns of events that are stored already
   * @param repeated keys that occur more than once among both
   * @return delivered's columns
   */
  static Dataset<Row> of(
      Dataset<Row> delivered, Dataset<Row> known, RepeatedKeys repeated, EventKind kind) {
    Dataset<Row> compared =
        repeated
            .among(delivered)
            .withColumn(KNOWN, lit(false))
            .unionByName(repeated.among(known).withColumn(KNOWN, lit(true)), true);
    Dataset<Row> best =
        compared
            .withColumn(
                RANK, row_number().over(Window.partitionBy(key(kind)).orderBy(order(kind.feed()))))
            .where(col(RANK).equalTo(1).and(not(col(KNOWN))))
            .drop(RANK, KNOWN);
    return repeated.without(delivered).unionByName(best);
  }

  private static Column[] key(EventKind kind) {
    return kind.feed().key().stream().map(functions::col).toArray(Column[]::new);
  }

  private static Column[] order(Feed feed) {
    List<Column> order = new ArrayList<>(List.of(col(KNOWN).desc()));
    feed.precedence()
        .forEach(p -> order.add(p.largest() ? col(p.column()).desc() : col(p.column()).asc()));
    order.add(col("crawl_id"));
    return order.toArray(Column[]::new);
  }
}
