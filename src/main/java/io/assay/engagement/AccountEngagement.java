package io.assay.engagement;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.assay.contracts.GoldTables;
import io.assay.settings.EngagementSettings;
import io.assay.settings.Settings;
import io.assay.statistics.LogBins;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple3;

/**
 * Measures every account from its posts.
 *
 * <p>Algorithm: posts are packed into blocks by account where they are read, blocks and profiles
 * are exchanged once by account and sorted, and one account after the other is unpacked and
 * measured. Cost: one pass for what each platform shows, one pass over the posts, one exchange of
 * some 15 bytes a post; memory for one account's posts.
 */
final class AccountEngagement {

  private AccountEngagement() {}

  /**
   * @param posts {@code silver.post} of the day
   * @param accounts {@code silver.account} of the day
   * @return {@link AccountMeasures#COLUMNS}, one row per account or author
   */
  static Dataset<Row> measure(
      Dataset<Row> posts, Dataset<Row> accounts, LocalDate asOf, EngagementSettings settings) {
    CountedPosts window = new CountedPosts(asOf, settings.windowDays(), settings.settleHours());
    Column account = col("account_id");
    Column platform = col("platform");
    return pack(window.narrow(posts))
        .unionByName(profiles(accounts), true)
        .join(broadcast(window.shownCounters(posts, settings.shownShare())), "platform", "left")
        .select(
            platform,
            account,
            col("handle"),
            col("followers"),
            col("seen_at"),
            col("seen_followers"),
            col("block"),
            coalesce(col("shares_shown"), lit(false)),
            coalesce(col("saves_shown"), lit(false)))
        .repartition(platform, account)
        .sortWithinPartitions(xxhash64(account, platform), account, platform)
        .mapPartitions(
            new MeasureAccounts(
                settings.minPosts(), settings.maxPostsPerAccount(), window.endMicros()),
            Encoders.row(AccountMeasures.SCHEMA))
        .withColumn("last_posted_at", timestamp_micros(col("last_posted_at")));
  }

  /**
   * Sets measured accounts beside what is to be expected at their size and beside their peers.
   *
   * @param measured result of {@link #measure}
   * @param curve {@code gold.expected_engagement}
   * @return {@code gold.account_engagement}
   */
  static Dataset<Row> compare(Dataset<Row> measured, Dataset<Row> curve, Settings settings) {
    EngagementSettings engagement = settings.engagement();
    LogBins bins = new LogBins(engagement.binsPerDecade());
    Column expected = col("expected_rate");
    return Peers.withPeers(measured, bins, engagement.minPeers())
        .join(broadcast(ExpectedEngagement.points(curve)), new String[] {"platform"}, "left")
        .withColumn("expected_rate", ExpectedEngagement.expected(col("followers")))
        .withColumn("rate_vs_expected", when(expected.gt(0), col("rate_public").divide(expected)))
        .withColumn("band", FollowerAxis.band(settings.bands().defaultBands(), col("followers")))
        .select(Results.columns(GoldTables.ACCOUNT_ENGAGEMENT));
  }

  private static Dataset<Row> pack(Dataset<Row> narrow) {
    Encoder<Tuple3<String, String, long[]>> post =
        Encoders.tuple(
            Encoders.STRING(),
            Encoders.STRING(),
            narrow.sparkSession().implicits().newLongArrayEncoder());
    Encoder<Tuple3<String, String, byte[]>> block =
        Encoders.tuple(Encoders.STRING(), Encoders.STRING(), Encoders.BINARY());
    return narrow
        .as(post)
        .mapPartitions(new PackPosts(), block)
        .toDF("platform", "account_id", "block");
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
