package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;

import io.assay.contracts.Feed;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Events that no earlier day holds. */
final class NewEvents {
  private static final String KNOWN = "_known";
  private static final String RANK = "_rank";

  private NewEvents() {}

  /**
   * Each event once: the sighting that the feed prefers, then the delivery whose name sorts first.
   * Known events travel with the new ones through one shuffle, so there is no join; ranges of the
   * subject keep the rows of a file close together and are what later days skip files by. They are
   * ranges of the actor too, so that a subject with a crowd does not fall to one task.
   *
   * @param delivered bronze rows of one day
   * @param known the key's columns of events that are stored already
   * @return delivered's columns
   */
  static Dataset<Row> of(Dataset<Row> delivered, Dataset<Row> known, EventKind kind) {
    Dataset<Row> both =
        delivered
            .withColumn(KNOWN, lit(false))
            .unionByName(known.withColumn(KNOWN, lit(true)), true)
            .repartitionByRange(col(kind.subject()), col(kind.spread()));
    return both.withColumn(
            RANK, row_number().over(Window.partitionBy(key(kind)).orderBy(order(kind.feed()))))
        .where(col(RANK).equalTo(1).and(not(col(KNOWN))))
        .drop(RANK, KNOWN);
  }

  /** The subject first: sorting compares first bytes first, and platforms share theirs. */
  private static Column[] key(EventKind kind) {
    List<Column> key = new ArrayList<>(List.of(col(kind.subject()), col(kind.spread())));
    kind.feed().key().stream()
        .filter(name -> !name.equals(kind.subject()) && !name.equals(kind.spread()))
        .forEach(name -> key.add(col(name)));
    return key.toArray(Column[]::new);
  }

  private static Column[] order(Feed feed) {
    List<Column> order = new ArrayList<>(List.of(col(KNOWN).desc()));
    feed.precedence()
        .forEach(p -> order.add(p.largest() ? col(p.column()).desc() : col(p.column()).asc()));
    order.add(col("crawl_id"));
    return order.toArray(Column[]::new);
  }
}
