package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.contracts.Feed;
import io.assay.statistics.RowFunction;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Events that no earlier day holds. */
final class NewEvents {
  private static final String KNOWN = "_known";
  private static final String FIRST_HASH = "_key_1";
  private static final String SECOND_HASH = "_key_2";
  private static final String FOUND = "_found";
  private static final long UPPER_HALF = -1L << Integer.SIZE;

  private NewEvents() {}

  /**
   * A day's events and the keys of stored ones that may hide them.
   *
   * @param delivered bronze rows of one day
   * @param known the key's columns of events that are stored already
   * @return delivered's columns, and a mark
   */
  static Dataset<Row> besideKnown(Dataset<Row> delivered, Dataset<Row> known) {
    return delivered
        .withColumn(KNOWN, lit(false))
        .unionByName(known.withColumn(KNOWN, lit(true)), true);
  }

  /**
   * Each event once: the sighting that the feed prefers, then the delivery whose name sorts first.
   * They are sorted by what they befell and by their key; nothing is shuffled.
   *
   * @param rows of {@link #besideKnown}, all of a key in one partition
   * @return delivered's columns
   */
  static Dataset<Row> of(Dataset<Row> rows, EventKind kind) {
    return rows.withColumn(FIRST_HASH, hash(1, kind))
        .withColumn(SECOND_HASH, hash(2, kind))
        .sortWithinPartitions(order(kind))
        .withColumn(
            FOUND,
            RowFunction.column(
                new FirstOfEqual(),
                struct(col(FIRST_HASH), col(SECOND_HASH), col(KNOWN)),
                FirstOfEqual.SCHEMA))
        .where(col(FOUND).getField(FirstOfEqual.KEPT))
        .drop(KNOWN, FIRST_HASH, SECOND_HASH, FOUND);
  }

  private static Column hash(long salt, EventKind kind) {
    List<Column> parts = new ArrayList<>(List.of(lit(salt)));
    kind.feed().key().stream().map(functions::col).forEach(parts::add);
    return xxhash64(parts.toArray(Column[]::new));
  }

  private static Column[] order(EventKind kind) {
    Feed feed = kind.feed();
    List<Column> order =
        new ArrayList<>(
            List.of(
                // One number that is seldom equal for different keys, so that rows are compared
                // without a look at them; it keeps a subject's events together.
                xxhash64(col(kind.subject()))
                    .bitwiseAND(lit(UPPER_HALF))
                    .bitwiseOR(shiftrightunsigned(col(FIRST_HASH), Integer.SIZE)),
                col(FIRST_HASH),
                col(SECOND_HASH),
                col(KNOWN).desc()));
    feed.precedence()
        .forEach(p -> order.add(p.largest() ? col(p.column()).desc() : col(p.column()).asc()));
    order.add(col("crawl_id"));
    return order.toArray(Column[]::new);
  }
}
