package io.assay.coordination.coaction;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Cuts time into buckets, so that whoever looks for what happened within a window of another share
 * meets it by equal keys, object and bucket: a task holds the shares of an object in one bucket, be
 * the object shared ten million times. A bucket is at least as wide as the window. Each share is at
 * home in one bucket; as a guest it also visits the one before, if it lies within the window of its
 * end, and on demand the one after.
 *
 * @param width of a bucket, microseconds
 * @param window within which shares meet, microseconds; at most the width
 */
record TimeBuckets(long width, long window) {
  static final String BUCKET = "bucket";

  TimeBuckets {
    if (window < 1 || width < window) {
      throw new IllegalArgumentException("no buckets of " + width + " for a window of " + window);
    }
  }

  /**
   * @param shares with {@code at}
   * @return the same with {@code bucket}, the home of each
   */
  Dataset<Row> home(Dataset<Row> shares) {
    return shares.withColumn(BUCKET, bucket());
  }

  /** Where those at home meet every share that is as late as they are, or later. */
  Dataset<Row> withLater(Dataset<Row> shares) {
    return shares.withColumn(BUCKET, explode(array_compact(array(bucket(), before()))));
  }

  /** Where those at home meet every share, earlier or later. */
  Dataset<Row> withAll(Dataset<Row> shares) {
    return shares.withColumn(BUCKET, explode(array_compact(array(bucket(), before(), after()))));
  }

  private Column bucket() {
    return expr("at div " + width + "L");
  }

  private Column begin() {
    return bucket().multiply(lit(width));
  }

  private Column before() {
    return when(col("at").minus(begin()).lt(window), bucket().minus(1));
  }

  private Column after() {
    return when(begin().plus(width).minus(col("at")).leq(window), bucket().plus(1));
  }
}
