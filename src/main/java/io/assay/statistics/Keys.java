package io.assay.statistics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Which rows share a key. */
public final class Keys {
  /** Column of {@link #repeatedHashes}. */
  public static final String HASH = "key_hash";

  private Keys() {}

  /** The key as 64 bits: equal keys have equal hashes, and seldom others do. */
  public static Column hash(List<String> key) {
    return xxhash64(columns(key));
  }

  /** The key of an account, {@link #hash} of platform and id. In: platform. */
  public static Column account(Column id) {
    return xxhash64(col("platform"), id);
  }

  /** The key of a post, {@link #hash} of platform and id. In: platform, post_id. */
  public static Column post() {
    return hash(List.of("platform", "post_id"));
  }

  /**
   * Hashes that more than one row has, each once. Eight bytes a row are shuffled, whatever the
   * key's width, and sorted: to group them would build a hash table of keys that seldom repeat.
   *
   * @return {@link #HASH} (long)
   */
  public static Dataset<Row> repeatedHashes(Dataset<Row> rows, List<String> key) {
    return rows.select(hash(key).as(HASH))
        .repartition(col(HASH))
        .sortWithinPartitions(HASH)
        .as(Encoders.LONG())
        .mapPartitions((MapPartitionsFunction<Long, Long>) RepeatedNeighbours::new, Encoders.LONG())
        .toDF(HASH);
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }
}
