package io.assay.engagement;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.settings.EngagementSettings;
import io.assay.statistics.LoneSights;
import io.assay.statistics.PostWindow;
import io.assay.statistics.WideRows;
import java.time.LocalDate;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Measures every account from its posts. The way of a post:
 *
 * <ol>
 *   <li>{@link CountedPosts} takes those of the window, and of each the seven numbers that count.
 *   <li>{@link PackPosts} packs a task's posts into one {@link PostBlock} an account, and counts
 *       which counters each platform shows ({@link ShownCounters}).
 *   <li>Here blocks and profiles are exchanged once by account, and sorted.
 *   <li>{@link MeasureAccounts} unpacks one account after the other into {@link AccountPosts},
 *       beside its {@link Profile}.
 *   <li>{@link PostRates} are the three rates of each of its posts, {@link AccountMeasures} what
 *       they come to: one row.
 * </ol>
 *
 * <p>What platforms show travels from every task to every bucket, where it is read before the first
 * account; where tasks and buckets are so many that these counts would outweigh the posts, it is
 * counted in a pass of its own before. Cost: one pass over the posts, then perhaps another over
 * five of their columns; one exchange of some 15 bytes a post; memory for one account's posts.
 */
final class AccountEngagement {
  /** Counts of a platform that tasks hand on to buckets, at most; beyond, they are taken before. */
  private static final long MOST_COUNTS = 100_000;

  private AccountEngagement() {}

  /**
   * @param posts {@code silver.post} of the day
   * @param accounts {@code silver.account} of the day
   * @param limits which sights of followers are believed
   * @param mostBuckets into how many partitions accounts are exchanged at most; no result depends
   *     on it
   * @return {@link AccountMeasures#SCHEMA}, one row per account or author
   */
  static Dataset<Row> measure(
      Dataset<Row> posts,
      Dataset<Row> accounts,
      LocalDate asOf,
      EngagementSettings settings,
      LoneSights.Limits limits,
      int mostBuckets) {
    return measure(posts, accounts, asOf, settings, limits, mostBuckets, MOST_COUNTS);
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
      LoneSights.Limits limits,
      int mostBuckets,
      long mostCounts) {
    PostWindow window = new PostWindow(asOf, settings.windowDays(), settings.settleHours());
    Dataset<Row> counted =
        new CountedPosts(window, settings.repostsCountForCadence()).narrow(posts);
    RDD<InternalRow> narrow = counted.queryExecution().toRdd();
    int tasks = narrow.getNumPartitions();
    // Packed, what a task reads is a small part of a task's worth of the exchange.
    int busy = Math.max(posts.sparkSession().sparkContext().defaultParallelism(), tasks);
    int buckets = Math.min(mostBuckets, busy);
    Dataset<Row> packed =
        (long) tasks * buckets <= mostCounts
            ? PackPosts.withCounts(posts.sparkSession(), narrow, buckets)
            : PackPosts.beside(
                posts.sparkSession(), narrow, ShownCounters.ofPlatforms(counted), buckets);
    MeasureAccounts measure =
        new MeasureAccounts(
            settings.minPosts(),
            settings.minPostsWithViews(),
            settings.maxPostsPerAccount(),
            settings.shownShare(),
            window.endMicros(),
            limits);
    return WideRows.mapPartitions(
            byAccount(packed, profiles(accounts), buckets), measure, AccountMeasures.SCHEMA)
        .withColumn("last_posted_at", timestamp_micros(col("last_posted_at")));
  }

  /**
   * Brings the blocks and the profile of each account together in one of the buckets, one account
   * after the other, what platforms show first.
   *
   * @return the columns that {@link MeasureAccounts} reads
   */
  private static Dataset<Row> byAccount(Dataset<Row> packed, Dataset<Row> profiles, int buckets) {
    Column account = col("account_id");
    Column platform = col("platform");
    Column hash = xxhash64(account, platform);
    Column bucket = coalesce(col("bucket"), pmod(hash, lit((long) buckets)).cast("int"));
    return packed
        .unionByName(profiles, true)
        .repartitionById(buckets, bucket)
        .withColumn("rank", when(account.isNull(), Long.MIN_VALUE).otherwise(hash))
        .sortWithinPartitions(col("rank"), account, platform)
        .select(
            platform,
            account,
            col("handle"),
            col("followers"),
            col("seen_at"),
            col("seen_followers"),
            col("block"),
            col("stated"));
  }

  private static Dataset<Row> profiles(Dataset<Row> accounts) {
    Column history = col("follower_history");
    return accounts.select(
        col("platform"),
        col("account_id"),
        col("handle"),
        col("followers"),
        transform(history, seen -> unix_micros(seen.getField("crawled_at"))).as("seen_at"),
        transform(history, seen -> seen.getField("followers")).as("seen_followers"),
        StatedAverages.column().as("stated"));
  }
}
