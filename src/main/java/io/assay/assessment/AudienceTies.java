package io.assay.assessment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.assay.statistics.Keys;
import io.assay.statistics.OwnPosts;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What binds an account to a creator: engagements with the creator's own posts, and following.
 * Accounts and posts are known by 64 bits of a hash of their keys, platform included.
 */
final class AudienceTies {
  private static final Column COMMENT = when(col("kind").equalTo("comment"), 1L).otherwise(0L);

  private AudienceTies() {}

  /**
   * Cost: interactions, 17 bytes each, are exchanged by post to find its creator (not if posts are
   * few enough for Spark to broadcast them), and with the follows, 33 bytes each, by actor; from
   * there on nothing of their size is exchanged. A popular post is one key of the first exchange
   * alone, whose join Spark divides where it is out of proportion; an actor never has many.
   *
   * @param interactions {@code silver.interaction} of the window
   * @param follows {@code silver.follow} of the window, each edge once or more
   * @param posts {@code silver.post} of the day
   * @return partitioned by actor, one row a pair: author, actor (long, hashes), engagements (long,
   *     different posts), comments, commented_posts (long), follows (boolean). Reposts, posts that
   *     were not crawled and what a creator does itself are left out; whom nobody knows to publish
   *     may have followers too
   */
  static Dataset<Row> of(Dataset<Row> interactions, Dataset<Row> follows, Dataset<Row> posts) {
    Dataset<Row> authors = posts.where(OwnPosts.isOwn()).select(Keys.post().as("post"), author());
    Dataset<Row> engagements =
        interactions
            .select(
                Keys.post().as("post"),
                Keys.account(col("actor_id")).as("actor"),
                COMMENT.as("comment"))
            .join(authors, "post")
            .select(tie(col("post"), col("comment"), lit(false)));
    Dataset<Row> followers =
        follows
            .select(author(), Keys.account(col("follower_id")).as("actor"))
            .select(tie(lit(null).cast("long"), lit(0L), lit(true)));
    return engagements
        .unionByName(followers)
        .where(col("author").notEqual(col("actor")))
        .repartition(col("actor"))
        .groupBy("author", "actor", "post")
        .agg(sum("comment").as("comments"), max("follows").as("follows"))
        .groupBy("author", "actor")
        .agg(
            count("post").as("engagements"),
            sum("comments").as("comments"),
            count(when(col("comments").gt(0), 1L)).as("commented_posts"),
            max("follows").as("follows"));
  }

  private static Column author() {
    return Keys.account(col("account_id")).as("author");
  }

  private static Column[] tie(Column post, Column comment, Column follows) {
    return new Column[] {
      col("author"), col("actor"), post.as("post"), comment.as("comment"), follows.as("follows")
    };
  }
}
