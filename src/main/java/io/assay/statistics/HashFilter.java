package io.assay.statistics;

import static org.apache.spark.sql.functions.udf;

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
 * Which 64-bit hashes may be among a set of them, about a byte a hash (a Bloom filter; Bloom 1970).
 * Some that are not pass, some 2 % of them; none that is among them is missed.
 */
public final class HashFilter {
  /** Bounds the filter's size; beyond it more pass that are not among the set. */
  private static final long MOST_FILTERED = 100_000_000;

  private static final double FALSE_POSITIVES = 0.02;

  private final UserDefinedFunction mayContain;

  private HashFilter(UserDefinedFunction mayContain) {
    this.mayContain = mayContain;
  }

  /**
   * @param hashes rows of one column, a long
   * @param count how many
   */
  public static HashFilter of(Dataset<Row> hashes, long count) {
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
