package io.assay.signals;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.text.CommentText;
import io.assay.text.TextUdfs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple5;

/**
 * Finds comments that another account wrote too, alike or nearly so (see {@link CommentText} for
 * how alike).
 *
 * <p>Algorithm: texts are brought together by their keys and sorted by author, so that a key with
 * two authors is seen in one pass; ties are broken by the comment, so that neither the order of
 * rows nor names decide what is told. Cost: one exchange of at most three rows a comment; no pairs
 * are made, and memory holds the first author's comments of one key, at most {@link #CAP}.
 */
final class CopiedComments {
  /** Comments of one author with one key that are told as copies at most. */
  static final int CAP = 10_000;

  private CopiedComments() {}

  /**
   * @param comments rows of {@code silver.interaction} with a text
   * @return platform, actor_id, post (long, see {@link EventRows#post}), one row a copied comment
   */
  static Dataset<Row> of(Dataset<Row> comments) {
    Encoder<Tuple5<Long, String, String, Long, Long>> keyed =
        Encoders.tuple(
            Encoders.LONG(),
            Encoders.STRING(),
            Encoders.STRING(),
            Encoders.LONG(),
            Encoders.LONG());
    return comments
        .select(
            explode(TextUdfs.KEYS_OF_COPIES.apply(col("text"))).as("key"),
            col("platform"),
            col("actor_id"),
            EventRows.post(),
            xxhash64(col("platform"), col("post_id"), col("actor_id"), col("event_key"))
                .as("comment"))
        .withColumn("key", xxhash64(col("platform"), col("key")))
        .repartition(col("key"))
        .sortWithinPartitions("key", "actor_id", "comment")
        .as(keyed)
        .mapPartitions(new SharedKeys(CAP), keyed)
        .toDF("key", "platform", "actor_id", "post", "comment")
        .groupBy("comment", "platform", "actor_id", "post")
        .count()
        .select("platform", "actor_id", "post");
  }
}
