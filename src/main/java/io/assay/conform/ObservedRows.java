package io.assay.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Field;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that a state is made of: observations as delivered, and the rows of an earlier state, in one
 * form. With accounts each row brings along when it was seen, and the followers and followings that
 * it had then.
 */
final class ObservedRows {
  /**
   * Counters of accounts of which every sight is kept, each in a history of its own: an array of
   * {@code crawled_at} and the counter, see {@code silver.account}.
   */
  static final Map<String, String> HISTORIES =
      new TreeMap<>(Map.of("follower_history", "followers", "following_history", "followings"));

  /** Times of observations, see {@code silver.account}. */
  static final String SEEN = "observed_at";

  /** Whether it is a row of an earlier state (boolean). */
  static final String OF_STATE = "_of_state";

  private ObservedRows() {}

  /**
   * Observations, with histories of one observation each. A number beside hidden likes is none, and
   * likes that are shown are not hidden.
   */
  static Dataset<Row> ofDeliveries(Dataset<Row> delivered, Table state) {
    Dataset<Row> observations =
        delivered
            .withColumn(SilverTables.KNOWN_AT, lit(null).cast(SilverTables.TIMES_BY_COLUMN))
            .withColumn(OF_STATE, lit(false));
    return state.equals(SilverTables.ACCOUNT)
        ? chosen(withHistories(observations.withColumn(SEEN, array(col("crawled_at")))), state)
        : chosen(
            withHiddenLikes(observations)
                .withColumn(SilverTables.AUTHORS, lit(null).cast(SilverTables.AUTHORS_SEEN)),
            state);
  }

  private static Dataset<Row> withHistories(Dataset<Row> accounts) {
    Dataset<Row> all = accounts;
    for (Map.Entry<String, String> history : HISTORIES.entrySet()) {
      Column counter = col(history.getValue());
      all =
          all.withColumn(
              history.getKey(),
              when(counter.isNotNull(), array(struct(col("crawled_at"), counter)))
                  .otherwise(array())
                  .cast(SilverTables.ACCOUNT.field(history.getKey()).type()));
    }
    return all;
  }

  private static Dataset<Row> withHiddenLikes(Dataset<Row> posts) {
    Column shown = when(not(coalesce(col("likes_hidden"), lit(false))), col("likes"));
    return posts
        .withColumn("likes", shown)
        .withColumn(
            "likes_hidden", coalesce(col("likes_hidden"), when(col("likes").isNotNull(), false)));
  }

  /** Rows of an earlier state, with the part of their histories that lies in the window. */
  static Dataset<Row> ofState(Dataset<Row> held, Table state, LocalDate windowStart) {
    Dataset<Row> rows = held.withColumn(OF_STATE, lit(true));
    if (!state.equals(SilverTables.ACCOUNT)) {
      return chosen(rows, state);
    }
    Column first = lit(windowStart).cast("timestamp");
    rows = rows.withColumn(SEEN, filter(col(SEEN), seen -> seen.geq(first)));
    for (String history : HISTORIES.keySet()) {
      rows =
          rows.withColumn(
              history, filter(col(history), seen -> seen.getField("crawled_at").geq(first)));
    }
    return chosen(rows, state);
  }

  /** The state's columns without those that are made anew. */
  private static Dataset<Row> chosen(Dataset<Row> rows, Table state) {
    return rows.select(
        Stream.concat(
                state.measured().stream()
                    .filter(field -> !field.name().equals("observations"))
                    .map(Field::col),
                Stream.of(col(OF_STATE)))
            .toArray(Column[]::new));
  }
}
