package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import io.assay.coordination.detection.BackgroundRanks;
import io.assay.coordination.detection.CrawlTotals;
import io.assay.job.RunsSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/**
 * What everybody's events are like, over all of them and exactly as one process would say it. Cost:
 * six scans of the events, and one sort of them by post.
 *
 * @param totals numbers over all events
 * @param longest longest delay that is among the fastest, seconds; 0 where no time is known
 */
@RunsSpark
record WholeCrawl(CrawlTotals totals, int longest) {
  private static final UserDefinedFunction DIFFERENCE =
      udf((UDF2<Integer, Integer, Integer>) BackgroundRanks::differenceBits, DataTypes.IntegerType);

  /**
   * @param acts as {@link DistinctActs#withSums}
   */
  static WholeCrawl of(Dataset<Row> acts) {
    Row sums =
        acts.agg(
                count(lit(1)),
                countDistinct("actor"),
                sum(col("n").cast("long")),
                sum(col("flags").bitwiseAND(DistinctActs.COMMENT).cast("long")),
                sum(col("flags").bitwiseAND(DistinctActs.STOCK).cast("long")))
            .collectAsList()
            .get(0);
    long events = sums.getLong(0);
    long comments = events == 0 ? 0 : sums.getLong(3);
    long stock = events == 0 ? 0 : sums.getLong(4) / DistinctActs.STOCK;
    Dataset<Row> timed = acts.where(col("delay").gt(0));
    RankedValues delays = RankedValues.of(timed, "delay");
    long n = delays.total();
    long fastest = BackgroundRanks.fastest(n);
    int[] at =
        n == 0
            ? new int[] {0, 0, 0, 0}
            : delays.at((n - 1) / 4, (n - 1) / 2, 3 * (n - 1) / 4, Math.max(0, fastest - 1));
    int longest = fastest == 0 ? 0 : at[3];
    CrawlTotals totals =
        new CrawlTotals(
            events,
            sums.getLong(1),
            longest == 0 ? 0 : timed.where(col("delay").leq(longest)).count(),
            synchrony(timed),
            stock / Math.max(1.0, comments),
            n,
            n == 0 ? Double.NaN : at[1],
            n == 0 ? Double.NaN : (double) at[2] / at[0],
            events == 0 ? 0 : sums.getLong(2));
    return new WholeCrawl(totals, longest);
  }

  private static double synchrony(Dataset<Row> timed) {
    Dataset<Row> differences = differences(timed).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      RankedValues ranked = RankedValues.of(differences, "difference");
      long n = ranked.total();
      if (n == 0) {
        return Double.NaN;
      }
      int[] middle = ranked.at((n - 1) / 2, n / 2);
      return BackgroundRanks.median(middle[0], middle[1]);
    } finally {
      differences.unpersist();
    }
  }

  /**
   * Absolute differences of ln delay between actors who follow each other among the timed ones of a
   * post, those who publish first, then by key: {@code difference}, bits of a float.
   */
  static Dataset<Row> differences(Dataset<Row> timed) {
    return timed
        .withColumn(
            "before",
            lag("delay", 1)
                .over(Window.partitionBy("post").orderBy(col("publishes").desc(), col("actor"))))
        .where(col("before").isNotNull())
        .select(DIFFERENCE.apply(col("before"), col("delay")).as("difference"));
  }
}
