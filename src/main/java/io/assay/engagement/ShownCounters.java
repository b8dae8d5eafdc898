package io.assay.engagement;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.assay.job.RunsSpark;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many of a platform's counted posts carry the counters that not every platform shows. The
 * platform decides, not the post, so that a stray row decides nothing.
 */
@RunsSpark
final class ShownCounters {
  private long posts;
  private long shares;
  private long saves;

  ShownCounters() {}

  private ShownCounters(long posts, long shares, long saves) {
    this.posts = posts;
    this.shares = shares;
    this.saves = saves;
  }

  /**
   * Counts all posts, in one pass over the columns that it takes.
   *
   * @param narrow rows of {@link CountedPosts#narrow}
   * @return by platform
   */
  static Map<String, ShownCounters> ofPlatforms(Dataset<Row> narrow) {
    return narrow
        .where(col("age").geq(0))
        .groupBy("platform")
        .agg(
            count(lit(1)),
            count_if(col("shares").notEqual(PostBlock.HIDDEN)),
            count_if(col("saves").notEqual(PostBlock.HIDDEN)))
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.getString(0),
                row -> new ShownCounters(row.getLong(1), row.getLong(2), row.getLong(3))));
  }

  /** Counts one post if it counts, given by its values, see {@link PostBlock}. */
  void add(long[] values) {
    if (PostBlock.counts(values)) {
      posts++;
      shares += values[PostBlock.SHARES] == PostBlock.HIDDEN ? 0 : 1;
      saves += values[PostBlock.SAVES] == PostBlock.HIDDEN ? 0 : 1;
    }
  }

  /** Whether the platform shows shares. */
  boolean shares(double shownShare) {
    return shown(shares, shownShare);
  }

  /** Whether the platform shows saves. */
  boolean saves(double shownShare) {
    return shown(saves, shownShare);
  }

  private boolean shown(long carrying, double share) {
    return carrying > 0 && carrying >= posts * share;
  }

  byte[] toBytes() {
    return ByteBuffer.allocate(3 * Long.BYTES)
        .putLong(posts)
        .putLong(shares)
        .putLong(saves)
        .array();
  }

  /** Adds what another one counted. */
  void add(byte[] other) {
    try (DataInputStream counts = new DataInputStream(new ByteArrayInputStream(other))) {
      posts += counts.readLong();
      shares += counts.readLong();
      saves += counts.readLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
