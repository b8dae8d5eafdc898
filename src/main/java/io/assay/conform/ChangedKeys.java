package io.assay.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.assay.job.RunsSpark;
import io.assay.statistics.Keys;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Keys that stored days gained or lost when they were made anew. A later day depends on earlier
 * ones by the keys that it shares with them, and by nothing else: where none of its own is among
 * these, it stands. Cost: eight bytes for each key of a changed day before and after, grouped once;
 * to ask for a day reads that day once, however many days have changed.
 */
@RunsSpark
final class ChangedKeys implements AutoCloseable {
  /** Hashes that every worker can hold. */
  private static final long MOST_BROADCAST = 1_000_000;

  private final List<String> key;
  private final TreeMap<LocalDate, HashesOfDay> byDay = new TreeMap<>();

  private record HashesOfDay(Dataset<Row> rows, long count) {}

  ChangedKeys(List<String> key) {
    this.key = key;
  }

  /**
   * @param before keys of the day as it was stored, each once
   * @param after keys of the day as it is stored, each once
   */
  void add(LocalDate day, Dataset<Row> before, Dataset<Row> after) {
    Dataset<Row> changed =
        hashes(before)
            .unionByName(hashes(after))
            .groupBy(Keys.HASH)
            .agg(count(lit(1)).as("sides"))
            .where(col("sides").equalTo(1))
            .select(Keys.HASH)
            .persist(StorageLevel.MEMORY_AND_DISK());
    long count = changed.count();
    if (count == 0) {
      changed.unpersist();
    } else {
      byDay.put(day, new HashesOfDay(changed, count));
    }
  }

  /**
   * Whether some of these rows have a key that days from the first to the one before the last
   * gained or lost; now and then yes is answered where none has.
   *
   * @param delivered asked for only where such a day has changed
   */
  boolean areAmong(LocalDate first, LocalDate last, Supplier<Dataset<Row>> delivered) {
    Collection<HashesOfDay> days = byDay.subMap(first, true, last, false).values();
    if (days.isEmpty()) {
      return false;
    }
    Dataset<Row> all =
        days.stream().map(HashesOfDay::rows).reduce(Dataset::unionByName).orElseThrow();
    long count = days.stream().mapToLong(HashesOfDay::count).sum();
    Dataset<Row> changed = count <= MOST_BROADCAST ? broadcast(all) : all;
    return !hashes(delivered.get()).join(changed, Keys.HASH, "left_semi").isEmpty();
  }

  private Dataset<Row> hashes(Dataset<Row> rows) {
    return rows.select(Keys.hash(key).as(Keys.HASH));
  }

  @Override
  public void close() {
    byDay.values().forEach(hashes -> hashes.rows().unpersist());
  }
}
