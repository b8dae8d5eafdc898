package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who engaged what, as numbers. Each gives {@code object}, {@code actor} (long, 64-bit hashes) and
 * {@code value} (long). What people do under their own posts is left out.
 */
final class EngagementValues {
  private EngagementValues() {}

  /** Posts that an actor engaged, each once; the value is 1. */
  static Dataset<Row> onPosts(Crawled crawled) {
    return events(crawled).select(post(), actor(), lit(1L).as("value")).distinct();
  }

  /** platform, account_id, score (double): how many posts an actor engaged. */
  static Dataset<Row> counts(Crawled crawled) {
    return events(crawled)
        .groupBy(col("platform"), col("actor_id").as("account_id"))
        .agg(countDistinct(col("post_id")).cast("double").as("score"));
  }

  /** Events on posts whose time is known; the value is that time in microseconds. */
  static Dataset<Row> timed(Crawled crawled) {
    return events(crawled)
        .where(col("occurred_at").isNotNull())
        .select(post(), actor(), unix_micros(col("occurred_at")).as("value"))
        .distinct();
  }

  /** Authors that an actor engaged; the value is of how many posts. */
  static Dataset<Row> withAuthors(Crawled crawled) {
    return events(crawled)
        .where(col("author_id").isNotNull())
        .groupBy(xxhash64(col("platform"), col("author_id")).as("object"), actor())
        .agg(countDistinct(col("post_id")).as("value"));
  }

  /** platform, account_id and {@code actor}, the hash of both, of everybody who engaged. */
  static Dataset<Row> actors(Crawled crawled) {
    return events(crawled)
        .select(col("platform"), col("actor_id").as("account_id"), actor())
        .distinct();
  }

  /** platform, post_id, actor_id, occurred_at, author_id (null where the post is unknown). */
  private static Dataset<Row> events(Crawled crawled) {
    Dataset<Row> authors =
        crawled.posts().select(col("platform"), col("post_id"), col("account_id").as("author_id"));
    return crawled
        .interactions()
        .select("platform", "post_id", "actor_id", "occurred_at")
        .join(authors, new String[] {"platform", "post_id"}, "left")
        .where(not(coalesce(col("actor_id").equalTo(col("author_id")), lit(false))));
  }

  private static Column post() {
    return xxhash64(col("platform"), col("post_id")).as("object");
  }

  private static Column actor() {
    return xxhash64(col("platform"), col("actor_id")).as("actor");
  }
}
