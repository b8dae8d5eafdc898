package io.assay.signals;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes interactions apart into what each says of one account: a comment says when its author acts,
 * what that author writes, and what is written to the author of the post.
 */
final class EventRows {
  /** {@code at} is a time in microseconds, {@code value} the delay after publication or -1. */
  static final int ACTED = 0;

  /** {@code at} is the key of a text, {@code value} its flags and words. */
  static final int WROTE = 1;

  /** {@code at} is the hash of who wrote, {@code value} the text's flags and words. */
  static final int GOT = 2;

  static final int WROTE_COPY = 3;
  static final int GOT_COPY = 4;

  /** Between platform and id in {@code account}; no platform's name holds it. */
  static final String SEPARATOR = "\n";

  private static final Column COMMENT = col("kind").equalTo("comment");

  private EventRows() {}

  /**
   * @param interactions {@code silver.interaction} of the window
   * @param posts {@code silver.post} of the day
   * @param maxComments of a post that shows more comments, those of so large a share of its
   *     commenters are told to its author; a share of commenters, so that whoever repeats himself
   *     still does
   * @return account (string: platform, {@link #SEPARATOR}, id), role (int, one of the constants),
   *     at (long), value (long). Engagement with own posts is left out. Posts are joined by a
   *     64-bit hash of their key
   */
  static Dataset<Row> of(Dataset<Row> interactions, Dataset<Row> posts, int maxComments) {
    Dataset<Row> events =
        interactions
            // A like without a time says nothing here.
            .where(COMMENT.or(col("occurred_at").isNotNull()))
            .select(
                col("platform"),
                col("actor_id"),
                post(),
                unix_micros(col("occurred_at")).as("happened"),
                when(COMMENT, TextUdfs.FLAGS_AND_KEY.apply(coalesce(col("text"), lit(""))))
                    .as("text"),
                lit(false).as("copied"));
    Dataset<Row> copied =
        CopiedComments.of(interactions.where(COMMENT.and(col("text").isNotNull())))
            .select(
                col("platform"),
                col("actor_id"),
                col("post"),
                lit(null).cast("long").as("happened"),
                lit(null).cast("array<bigint>").as("text"),
                lit(true).as("copied"));
    Dataset<Row> authors =
        posts.select(
            post(),
            col("account_id").as("author_id"),
            unix_micros(col("posted_at")).as("posted"),
            col("comments").as("shown"));
    Column author = col("author_id");
    Column others = author.isNull().or(author.notEqual(col("actor_id")));
    Column told = author.isNotNull().and(sampled(maxComments));
    return events
        .unionByName(copied)
        .join(authors, "post", "left")
        .where(others)
        .select(explode(array(acted(), wrote(), got(told), wroteCopy(), gotCopy(told))).as("row"))
        .where(col("row").isNotNull())
        .select("row.account", "row.role", "row.at", "row.value");
  }

  /** Key of a post in 64 bits. */
  static Column post() {
    return xxhash64(col("platform"), col("post_id")).as("post");
  }

  private static Column acted() {
    Column delay = col("happened").minus(col("posted"));
    // Earlier than its post: somebody's clock is wrong, and the delay unknown.
    Column known = when(delay.geq(0), delay).otherwise(lit(-1L));
    return when(col("happened").isNotNull(), row(ACTED, col("actor_id"), col("happened"), known));
  }

  private static Column wrote() {
    Column text = col("text");
    return when(text.isNotNull(), row(WROTE, col("actor_id"), text.getItem(1), text.getItem(0)));
  }

  private static Column got(Column told) {
    return when(
        col("text").isNotNull().and(told),
        row(GOT, col("author_id"), xxhash64(col("actor_id")), col("text").getItem(0)));
  }

  private static Column wroteCopy() {
    return when(col("copied"), row(WROTE_COPY, col("actor_id"), lit(0L), lit(0L)));
  }

  private static Column gotCopy(Column told) {
    return when(col("copied").and(told), row(GOT_COPY, col("author_id"), lit(0L), lit(0L)));
  }

  private static Column sampled(int most) {
    Column shown = col("shown");
    return shown
        .isNull()
        .or(shown.leq(most))
        .or(pmod(xxhash64(col("actor_id"), col("post")), shown).lt(most));
  }

  private static Column row(int role, Column account, Column at, Column value) {
    return struct(
        concat_ws(SEPARATOR, col("platform"), account).as("account"),
        lit(role).as("role"),
        at.cast("long").as("at"),
        coalesce(value.cast("long"), lit(-1L)).as("value"));
  }
}
