package io.assay.ingest;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

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
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/** Records of one delivery that share a key. */
final class Duplicates {
  /** 1 for the record of its key that is kept (int). */
  static final String RANK = "_rank";

  /**
   * Of a record that is not kept: its key and what it says otherwise than the one that is, so that
   * the two may not be of one thing; else null (string).
   */
  static final String CONFLICT = "_conflict";

  private static final String CO_AUTHORED = "_co_authored";
  private static final String CO_AUTHORS = "co_authors";
  private static final String AUTHOR = "account_id";
  private static final int EXAMPLE_CHARACTERS = 40;

  private Duplicates() {}

  /**
   * Ranks the records of each key by the feed's {@link Feed#precedence}; of equals the one that
   * sorts last by its other columns comes first. A post that several accounts publish together is
   * delivered with each of them as its author: the one whom no other's record names as a co-author
   * is its owner and comes first. Only records whose key occurs more than once are shuffled.
   *
   * @param records the feed's columns, derived ones too, and source_file
   * @param repeated the keys that occur more than once among them
   * @return the same columns, {@link #RANK} and {@link #CONFLICT}
   */
  static Dataset<Row> ranked(Dataset<Row> records, Feed feed, RepeatedKeys repeated) {
    return repeated
        .without(records)
        .withColumn(RANK, lit(1))
        .withColumn(CONFLICT, lit(null).cast("string"))
        .unionByName(ranked(repeated.among(records), feed));
  }

  /** The same, of records each of which is shuffled. */
  static Dataset<Row> ranked(Dataset<Row> records, Feed feed) {
    WindowSpec ofKey = Window.partitionBy(columns(feed.key()));
    boolean coAuthored = feed.fields().stream().anyMatch(f -> f.name().equals(CO_AUTHORS));
    // Some crawlers list the owner among them.
    Column others = coAuthored ? array_remove(col(CO_AUTHORS), col(AUTHOR)) : null;
    Column named =
        coAuthored
            ? array_contains(flatten(collect_list(others).over(ofKey)), col(AUTHOR))
            : lit(false);
    WindowSpec bestFirst = ofKey.orderBy(bestFirst(records, feed));
    return records
        .withColumn(CO_AUTHORED, coalesce(named, lit(false)))
        .withColumn(RANK, row_number().over(bestFirst))
        .withColumn(CONFLICT, conflict(feed, bestFirst))
        .drop(CO_AUTHORED);
  }

  private static Column conflict(Feed feed, WindowSpec bestFirst) {
    WindowSpec kept = bestFirst.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column says = lit(null).cast("string");
    for (String name : feed.tellsApart()) {
      Column best = first(col(name)).over(kept);
      Column saying =
          concat_ws(" ", lit(name), shortened(col(name)), lit("beside"), shortened(best));
      says = coalesce(says, when(col(name).notEqual(best), saying));
    }
    Column ofOwner = col(CO_AUTHORED).and(functions.not(first(col(CO_AUTHORED)).over(kept)));
    return when(
        functions.not(ofOwner).and(says.isNotNull()),
        concat_ws(": ", concat_ws(" ", shortenedKey(feed)), says));
  }

  private static Column[] shortenedKey(Feed feed) {
    return feed.key().stream()
        .filter(name -> !name.equals("crawled_at"))
        .map(name -> shortened(col(name)))
        .toArray(Column[]::new);
  }

  private static Column shortened(Column value) {
    return value.cast("string").substr(1, EXAMPLE_CHARACTERS);
  }

  private static Column[] bestFirst(Dataset<Row> records, Feed feed) {
    List<Column> order = new ArrayList<>(List.of(col(CO_AUTHORED)));
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
