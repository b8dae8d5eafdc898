package io.assay.job;

import static org.apache.spark.sql.functions.udf;

import java.util.Arrays;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * Which 64-bit hashes may be among a set of them. Few are listed; of more about a byte a hash is
 * kept (a Bloom filter; Bloom 1970), which some 2 % of those that are not among them pass. None
 * that is among them is missed.
 */
@RunsSpark
public final class HashFilter {
  /** Bounds the filter's size; beyond it more pass that are not among the set. */
  private static final long MOST_FILTERED = 100_000_000;

  private static final double FALSE_POSITIVES = 0.02;

  /** So many are listed at most. */
  private static final int FEW = 10_000;

  private final UserDefinedFunction mayContain;

  private HashFilter(UserDefinedFunction mayContain) {
    this.mayContain = mayContain;
  }

  /**
   * @param hashes rows of one column, a long
   * @param count how many
   */
  public static HashFilter of(Dataset<Row> hashes, long count) {
    return count <= FEW ? listed(hashes) : filtered(hashes, count);
  }

  private static HashFilter listed(Dataset<Row> hashes) {
    long[] sorted =
        hashes.collectAsList().stream().mapToLong(row -> row.getLong(0)).sorted().toArray();
    UDF1<Long, Boolean> test = hash -> Arrays.binarySearch(sorted, hash) >= 0;
    return new HashFilter(udf(test, DataTypes.BooleanType));
  }

  private static HashFilter filtered(Dataset<Row> hashes, long count) {
    BloomFilter filter =
        hashes
            .stat()
            .bloomFilter(
                hashes.columns()[0], Math.max(1, Math.min(count, MOST_FILTERED)), FALSE_POSITIVES);
    Broadcast<BloomFilter> shared =
        JavaSparkContext.fromSparkContext(hashes.sparkSession().sparkContext()).broadcast(filter);
    UDF1<Long, Boolean> test = hash -> shared.value().mightContainLong(hash);
    return new HashFilter(udf(test, DataTypes.BooleanType));
  }

  /** True where the hash may be among the set. */
  public Column mayContain(Column hash) {
    return mayContain.apply(hash);
  }
}
