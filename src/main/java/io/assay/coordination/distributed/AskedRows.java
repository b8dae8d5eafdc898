package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.coordination.detection.HeldRow;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What of a crawl belongs to what a task asked for, see {@link HeldRow}. */
final class AskedRows {

  private AskedRows() {}

  /** Rows of the accounts, or of other things, that are wanted. */
  static Dataset<Row> of(Dataset<Row> rows, String key, Dataset<Row> wanted) {
    return rows.join(wanted, rows.col(key).equalTo(wanted.col("wanted")), "left_semi");
  }

  /** Whether a row asks for something. */
  static Column isAsked() {
    return col("sort")
        .isin(
            HeldRow.WHOLE_CREATOR, HeldRow.WHOLE_ACCOUNT, HeldRow.WHOLE_POST, HeldRow.WHOLE_AUTHOR);
  }

  /** Keys of one kind of what was asked for: {@code wanted}. */
  static Dataset<Row> keys(Dataset<Row> asked, int sort) {
    return asked.where(col("sort").equalTo(sort)).select(col("key").as("wanted")).distinct();
  }

  /**
   * Events of the accounts that are wanted, and all on the posts that are wanted, each once.
   *
   * @param acts as {@link DistinctActs#withSums}
   * @param asked {@link HeldRow#WHOLE_ACCOUNT} and {@link HeldRow#WHOLE_POST}
   */
  static Dataset<Row> wantedActs(Dataset<Row> acts, Dataset<Row> asked) {
    Dataset<Row> accounts =
        keys(asked, HeldRow.WHOLE_ACCOUNT)
            .select(col("wanted").as("actor"), lit(true).as("of_account"));
    Dataset<Row> posts =
        keys(asked, HeldRow.WHOLE_POST).select(col("wanted").as("post"), lit(true).as("on_post"));
    return acts.join(accounts, new String[] {"actor"}, "left")
        .join(posts, new String[] {"post"}, "left")
        .where(col("of_account").isNotNull().or(col("on_post").isNotNull()))
        .drop("of_account", "on_post");
  }

  /**
   * Pairs of the creators that are wanted, in either direction, each once.
   *
   * @param pairs as {@link CreatorSums#ofPairs}
   * @param asked {@link HeldRow#WHOLE_CREATOR}
   */
  static Dataset<Row> wantedPairs(Dataset<Row> pairs, Dataset<Row> asked) {
    Dataset<Row> creators = keys(asked, HeldRow.WHOLE_CREATOR);
    Dataset<Row> actors = creators.select(col("wanted").as("actor"), lit(true).as("gives"));
    Dataset<Row> authors = creators.select(col("wanted").as("author"), lit(true).as("takes"));
    return pairs
        .join(actors, new String[] {"actor"}, "left")
        .join(authors, new String[] {"author"}, "left")
        .where(col("gives").isNotNull().or(col("takes").isNotNull()))
        .drop("gives", "takes");
  }
}
