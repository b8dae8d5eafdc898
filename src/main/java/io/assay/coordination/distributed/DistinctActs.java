package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.assay.coordination.detection.CrawlRow;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Step 0 where no process holds all events: one row for each actor and post, what somebody does
 * under an own post left out.
 */
final class DistinctActs {
  /** Bits of {@code flags}: a comment, and one that would fit under any post. */
  static final int COMMENT = 1;

  static final int STOCK = 2;

  private DistinctActs() {}

  /**
   * Posts by their keys.
   *
   * @param rows {@link CrawlRow#POST} of a platform
   * @return {@code post, author, published_at} (second or null) and {@code post_id}
   */
  static Dataset<Row> posts(Dataset<Row> rows) {
    return rows.select(
        col("key").as("post"),
        col("other").as("author"),
        col("at").as("published_at"),
        col("text").as("post_id"));
  }

  /**
   * Cost: the engagements go over the network once, in some 25 bytes.
   *
   * @param events {@link CrawlRow#EVENT} and {@link CrawlRow#COMMENT} of a platform
   * @param posts as {@link #posts}
   * @return {@code actor, post, author} (long), {@code delay} (int, the smallest known in seconds,
   *     at least 1; 0 where none is) and {@code flags} (int)
   */
  static Dataset<Row> of(Dataset<Row> events, Dataset<Row> posts) {
    Column comment = col("sort").equalTo(CrawlRow.COMMENT);
    Column stock = comment.and(col("text").isNotNull());
    Column delay =
        least(
            lit((long) Integer.MAX_VALUE), greatest(lit(1L), col("at").minus(col("published_at"))));
    Column known = col("at").isNotNull().and(col("published_at").isNotNull());
    return events
        .withColumnRenamed("other", "post")
        .join(posts.drop("post_id"), "post")
        .where(not(col("key").equalTo(col("author"))))
        .select(
            col("key").as("actor"),
            col("post"),
            col("author"),
            when(known, delay).cast("int").as("delay"),
            comment.cast("int").as("comment"),
            stock.cast("int").as("stock"))
        .groupBy("post", "actor")
        .agg(
            max("author").as("author"),
            min("delay").as("delay"),
            max("comment").as("comment"),
            max("stock").as("stock"))
        .select(
            col("actor"),
            col("post"),
            col("author"),
            coalesce(col("delay"), lit(0)).as("delay"),
            col("comment").multiply(COMMENT).plus(col("stock").multiply(STOCK)).as("flags"));
  }

  /**
   * The same with what is known of actor and post. Cost: two exchanges.
   *
   * @param acts as {@link #of}
   * @param posts as {@link #posts}
   * @return also {@code n} (int, events on the post), {@code d} (int, events of the actor) and
   *     {@code publishes} (boolean, whether the actor has posts of its own)
   */
  static Dataset<Row> withSums(Dataset<Row> acts, Dataset<Row> posts) {
    Dataset<Row> authors =
        posts.select(col("author").as("actor")).distinct().withColumn("own", lit(true));
    return acts.join(acts.groupBy("post").agg(count(lit(1)).cast("int").as("n")), "post")
        .join(acts.groupBy("actor").agg(count(lit(1)).cast("int").as("d")), "actor")
        .join(authors, new String[] {"actor"}, "left")
        .withColumn("publishes", coalesce(col("own"), lit(false)))
        .drop("own");
  }

  /** Whether an event has a time and is at most so late. */
  static Column isFast(int longest) {
    return col("delay").gt(0).and(col("delay").leq(longest));
  }
}
