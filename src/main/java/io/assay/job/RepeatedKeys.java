package io.assay.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import io.assay.statistics.Keys;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * The keys that more than one of some rows have: looked for once, by their hashes, and used for
 * every question about them, so that rows whose key is theirs alone are neither shuffled nor
 * sorted. Cost: eight bytes a row are shuffled.
 */
@RunsSpark
public final class RepeatedKeys {
  private final List<String> key;

  /** Null if no key is repeated. */
  private final HashFilter repeated;

  private RepeatedKeys(List<String> key, HashFilter repeated) {
    this.key = key;
    this.repeated = repeated;
  }

  /** For rows that were chosen so that no two can share a key. */
  public static RepeatedKeys none(List<String> key) {
    return new RepeatedKeys(key, null);
  }

  /**
   * @param rows hold the key's columns
   */
  public static RepeatedKeys in(Dataset<Row> rows, List<String> key) {
    Dataset<Row> hashes = Keys.repeatedHashes(rows, key).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      long count = hashes.count();
      return new RepeatedKeys(key, count == 0 ? null : HashFilter.of(hashes, count));
    } finally {
      hashes.unpersist();
    }
  }

  /** Whether no two rows share a key; now and then no is answered where they do not. */
  public static boolean areUnique(Dataset<Row> rows, List<String> key) {
    return Keys.repeatedHashes(rows, key).isEmpty();
  }

  /** Whether no two rows share a key. */
  public boolean isEmpty() {
    return repeated == null;
  }

  /** Rows that may share their key with another; of those that do, all. */
  public Dataset<Row> among(Dataset<Row> rows) {
    return rows.where(repeated == null ? lit(false) : mayShare());
  }

  /** The other rows: each has a key of its own. */
  public Dataset<Row> without(Dataset<Row> rows) {
    return repeated == null ? rows : rows.where(not(mayShare()));
  }

  private Column mayShare() {
    return repeated.mayContain(Keys.hash(key));
  }

  /** Rows beyond the first of each key; exact. */
  public long surplus(Dataset<Row> rows) {
    if (repeated == null) {
      return 0;
    }
    Column[] columns = key.stream().map(functions::col).toArray(Column[]::new);
    return among(rows.select(columns))
        .groupBy(columns)
        .agg(count(lit(1)).as("n"))
        .agg(coalesce(sum(col("n").minus(1)), lit(0L)))
        .head()
        .getLong(0);
  }
}
