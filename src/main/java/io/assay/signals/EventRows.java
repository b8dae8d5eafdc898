package io.assay.signals;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.statistics.Moments;
import io.assay.statistics.OwnPosts;
import io.assay.text.TextUdfs;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes interactions apart into what each says of one account: a comment says when its author acts,
 * what that author writes, and what is written to the author of the post.
 */
final class EventRows {
  /** In place of a value: it was not crawled, or cannot be. */
  static final long UNKNOWN = -1;

  /** {@code at} is a time in microseconds, {@code value} the delay after publication. */
  static final int ACTED = 0;

  /** {@code at} is the key of a text, {@code value} its flags and words. */
  static final int WROTE = 1;

  /** A comment whose text was not crawled. */
  static final int WROTE_UNREAD = 2;

  /** {@code at} is the hash of who wrote, {@code value} the text's flags and words. */
  static final int GOT = 3;

  static final int WROTE_COPY = 4;
  static final int GOT_COPY = 5;

  /** It acts, and nothing else is known of it. */
  static final int SEEN = 6;

  /** Between platform and id in {@code account}; no platform's name holds it. */
  static final String SEPARATOR = "\n";

  private static final Column COMMENT = col("kind").equalTo("comment");

  private EventRows() {}

  /**
   * Cost: interactions that say more than {@link #SEEN} are joined with their posts once; a busy
   * post is known by a count that is broadcast.
   *
   * @param interactions {@code silver.interaction} of the window
   * @param posts {@code silver.post} of the day
   * @param maxComments of a post with more crawled comments, those of so large a share of its
   *     commenters are told to its author; a share of commenters, so that whoever repeats himself
   *     still does
   * @return account (string: platform, {@link #SEPARATOR}, id), role (int, one of the constants),
   *     at (long), value (long or {@link #UNKNOWN}). Engagement with own posts is left out; with
   *     posts that were not crawled it is not, for nobody knows whose they are. What is done under
   *     a repost is meant for somebody else's post: it is not told to the reposter, and has no
   *     delay. Posts are joined by a 64-bit hash of their key
   */
  static Dataset<Row> of(Dataset<Row> interactions, Dataset<Row> posts, int maxComments) {
    Dataset<Row> comments = interactions.where(COMMENT);
    Column telling = COMMENT.or(Moments.micros("occurred_at").isNotNull());
    Dataset<Row> authors =
        posts.select(
            post(),
            col("account_id").as("author_id"),
            OwnPosts.isOwn().as("own"),
            when(OwnPosts.isOwn(), Moments.micros("posted_at")).as("posted"));
    Column author = col("author_id");
    Column others = author.isNull().or(author.notEqual(col("actor_id")));
    Column told = author.isNotNull().and(col("own")).and(BusyPosts.drawn(maxComments));
    return events(interactions.where(telling))
        .unionByName(copied(comments))
        .join(authors.hint("merge"), "post", "left")
        .join(broadcast(BusyPosts.of(comments, maxComments)), "post", "left")
        .where(others)
        .select(explode(array(acted(), wrote(), got(told), wroteCopy(), gotCopy(told))).as("row"))
        .where(col("row").isNotNull())
        .select("row.account", "row.role", "row.at", "row.value")
        .unionByName(seen(interactions.where(not(telling))));
  }

  /** Key of a post in 64 bits. */
  static Column post() {
    return xxhash64(col("platform"), col("post_id")).as("post");
  }

  private static Dataset<Row> events(Dataset<Row> interactions) {
    return interactions.select(
        col("platform"),
        col("actor_id"),
        post(),
        Moments.micros("occurred_at").as("happened"),
        COMMENT.as("comment"),
        when(COMMENT, TextUdfs.FLAGS_AND_KEY.apply(col("text"))).as("text"),
        lit(false).as("copied"));
  }

  private static Dataset<Row> copied(Dataset<Row> comments) {
    return CopiedComments.of(comments.where(col("text").isNotNull()))
        .select(
            col("platform"),
            col("actor_id"),
            col("post"),
            lit(null).cast("long").as("happened"),
            lit(false).as("comment"),
            lit(null).cast("array<bigint>").as("text"),
            lit(true).as("copied"));
  }

  /** Likes without a time say that somebody is there; distinct, for they are many. */
  private static Dataset<Row> seen(Dataset<Row> interactions) {
    return interactions
        .select(account(col("actor_id")))
        .distinct()
        .select(col("account"), lit(SEEN).as("role"), lit(0L).as("at"), lit(0L).as("value"));
  }

  private static Column acted() {
    Column delay = col("happened").minus(col("posted"));
    // Earlier than its post: somebody's clock is wrong, and the delay unknown.
    Column known = when(delay.geq(0), delay);
    return when(
        col("happened").isNotNull(), row(lit(ACTED), col("actor_id"), col("happened"), known));
  }

  private static Column wrote() {
    Column text = col("text");
    Column role = when(text.isNull(), WROTE_UNREAD).otherwise(WROTE);
    return when(col("comment"), row(role, col("actor_id"), text.getItem(1), text.getItem(0)));
  }

  private static Column got(Column told) {
    Column commenter = xxhash64(col("actor_id"));
    return when(
        col("comment").and(told),
        row(lit(GOT), col("author_id"), commenter, col("text").getItem(0)));
  }

  private static Column wroteCopy() {
    return when(col("copied"), row(lit(WROTE_COPY), col("actor_id"), lit(0L), lit(0L)));
  }

  private static Column gotCopy(Column told) {
    return when(col("copied").and(told), row(lit(GOT_COPY), col("author_id"), lit(0L), lit(0L)));
  }

  private static Column account(Column id) {
    return concat_ws(SEPARATOR, col("platform"), id).as("account");
  }

  private static Column row(Column role, Column account, Column at, Column value) {
    return struct(
        account(account),
        role.as("role"),
        coalesce(at.cast("long"), lit(0L)).as("at"),
        coalesce(value.cast("long"), lit(UNKNOWN)).as("value"));
  }
}
