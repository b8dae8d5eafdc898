package io.assay.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.assay.lake.JobPart;
import io.assay.lake.Keys;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Keys that a stored day gained or lost when it was made anew. A later day depends on an earlier
 * one by the keys that both hold, and by nothing else: where none of its own is among these, it
 * stands. Cost: eight bytes for each key of the day before and after, grouped once.
 */
@JobPart
final class ChangedKeys implements AutoCloseable {
  /** Hashes that every worker can hold. */
  private static final long MOST_BROADCAST = 1_000_000;

  private final List<String> key;
  private final Dataset<Row> hashes;
  private final long count;

  /**
   * @param before keys of the day as it was stored, each once
   * @param after keys of the day as it is stored, each once
   */
  ChangedKeys(Dataset<Row> before, Dataset<Row> after, List<String> key) {
    this.key = key;
    this.hashes =
        hashes(before, key)
            .unionByName(hashes(after, key))
            .groupBy(Keys.HASH)
            .agg(count(lit(1)).as("sides"))
            .where(col("sides").equalTo(1))
            .select(Keys.HASH)
            .persist(StorageLevel.MEMORY_AND_DISK());
    this.count = hashes.count();
  }

  private static Dataset<Row> hashes(Dataset<Row> rows, List<String> key) {
    return rows.select(Keys.hash(key).as(Keys.HASH));
  }

  /** Whether some of these rows have such a key; now and then yes is answered where none has. */
  boolean isAmong(Dataset<Row> delivered) {
    if (count == 0) {
      return false;
    }
    Dataset<Row> changed = count <= MOST_BROADCAST ? broadcast(hashes) : hashes;
    return !hashes(delivered, key).join(changed, Keys.HASH, "left_semi").isEmpty();
  }

  @Override
  public void close() {
    hashes.unpersist();
  }
}
