package io.assay.engagement;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.contracts.EngagementTables;
import io.assay.settings.BandSettings.Band;
import io.assay.settings.BandSettings.Scheme;
import io.assay.settings.EngagementSettings;
import io.assay.statistics.PostWindow;
import io.assay.statistics.WideRows;
import java.time.LocalDate;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;

/**
 * Measures every account from its posts.
 *
 * <p>Algorithm: posts are packed into blocks by account where they are read, blocks and profiles
 * are exchanged once by account and sorted, and one account after the other is unpacked and
 * measured. What each platform shows is counted in the same pass and travels from every task to
 * every bucket, where it is read before the first account; where tasks and buckets are so many that
 * these counts would outweigh the posts, it is counted in a pass of its own before. Cost: one pass
 * over the posts, then perhaps another over five of their columns; one exchange of some 15 bytes a
 * post; memory for one account's posts.
 */
final class AccountEngagement {
  /** Counts of a platform that tasks hand on to buckets, at most; beyond, they are taken before. */
  private static final long MOST_COUNTS = 100_000;

  private AccountEngagement() {}

  /**
   * @param posts {@code silver.post} of the day
   * @param accounts {@code silver.account} of the day
   * @param mostBuckets into how many partitions accounts are exchanged at most; no result depends
   *     on it
   * @return {@link AccountMeasures#SCHEMA}, one row per account or author
   */
  static Dataset<Row> measure(
      Dataset<Row> posts,
      Dataset<Row> accounts,
      LocalDate asOf,
      EngagementSettings settings,
      int mostBuckets) {
    return measure(posts, accounts, asOf, settings, mostBuckets, MOST_COUNTS);
  }

  /**
   * @param mostCounts product of tasks and buckets up to which tasks count what platforms show; no
   *     result depends on it
   */
  static Dataset<Row> measure(
      Dataset<Row> posts,
      Dataset<Row> accounts,
      LocalDate asOf,
      EngagementSettings settings,
      int mostBuckets,
      long mostCounts) {
    PostWindow window = new PostWindow(asOf, settings.windowDays(), settings.settleHours());
    Column account = col("account_id");
    Column platform = col("platform");
    Column hash = xxhash64(account, platform);
    SparkSession spark = posts.sparkSession();
    Dataset<Row> counted = new CountedPosts(window).narrow(posts);
    RDD<InternalRow> narrow = counted.queryExecution().toRdd();
    // Packed, what a task reads is a small part of a task's worth of the exchange.
    int busy = Math.max(spark.sparkContext().defaultParallelism(), narrow.getNumPartitions());
    int buckets = Math.min(mostBuckets, busy);
    boolean countsWithin = (long) narrow.getNumPartitions() * buckets <= mostCounts;
    Dataset<Row> packed =
        countsWithin
            ? new PackPosts(buckets).of(spark, narrow)
            : new PackPosts(0)
                .of(spark, narrow)
                .unionByName(PackPosts.counts(spark, ShownCounters.ofPlatforms(counted), buckets));
    Dataset<Row> sorted =
        packed
            .unionByName(profiles(accounts), true)
            .repartitionById(
                buckets, coalesce(col("bucket"), pmod(hash, lit((long) buckets)).cast("int")))
            .withColumn("place", when(account.isNull(), Long.MIN_VALUE).otherwise(hash))
            .sortWithinPartitions(col("place"), account, platform)
            .select(
                platform,
                account,
                col("handle"),
                col("followers"),
                col("seen_at"),
                col("seen_followers"),
                col("block"));
    MeasureAccounts measure =
        new MeasureAccounts(
            settings.minPosts(),
            settings.maxPostsPerAccount(),
            settings.shownShare(),
            window.endMicros());
    return WideRows.mapPartitions(sorted, measure, AccountMeasures.SCHEMA)
        .withColumn("last_posted_at", timestamp_micros(col("last_posted_at")));
  }

  /**
   * Sets measured accounts beside what is to be expected at their size and beside their peers.
   *
   * @param measured result of {@link #measure}
   * @param curves what is to be expected
   * @param scheme the scheme of their band
   * @return {@code gold.account_engagement}
   */
  static Dataset<Row> compare(
      Dataset<Row> measured, ExpectedEngagement curves, PeerRanks peers, Scheme scheme) {
    UDF2<String, Long, Double> expectedAt = curves::at;
    UDF3<String, Long, Double, Row> peersOf = peers::of;
    Column platform = col("platform");
    Column followers = col("followers");
    Column rate = col("rate_public");
    Column expected = col("expected_rate");
    return measured
        .withColumn("peers", udf(peersOf, PeerRanks.SCHEMA).apply(platform, followers, rate))
        .withColumn(
            "expected_rate", udf(expectedAt, DataTypes.DoubleType).apply(platform, followers))
        .withColumn("rate_vs_expected", when(expected.gt(0), rate.divide(expected)))
        .withColumn("band", band(scheme, followers))
        .select(col("*"), col("peers.*"))
        .select(EngagementTables.ACCOUNT_ENGAGEMENT.measuredColumns());
  }

  /** Name of the band of a scheme (string) that a column of followers lies in; null for null. */
  private static Column band(Scheme scheme, Column followers) {
    Column band = lit(null).cast("string");
    for (Band candidate : scheme.bands()) {
      band = when(followers.geq(candidate.lower()), candidate.name()).otherwise(band);
    }
    return band;
  }

  private static Dataset<Row> profiles(Dataset<Row> accounts) {
    Column history = col("follower_history");
    return accounts.select(
        col("platform"),
        col("account_id"),
        col("handle"),
        col("followers"),
        transform(history, seen -> unix_micros(seen.getField("crawled_at"))).as("seen_at"),
        transform(history, seen -> seen.getField("followers")).as("seen_followers"));
  }
}
