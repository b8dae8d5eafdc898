package io.assay.workbench.worlds;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Worlds of honest creators alone, one for each platform: what they earn and what is shown. */
class PlatformsTest {
  private static final Map<String, Dataset<Row>> POSTS = new HashMap<>();
  private static final Map<String, Dataset<Row>> ACCOUNTS = new HashMap<>();

  private static void make(String platform) {
    if (!POSTS.containsKey(platform)) {
      Society society =
          Worlds.society(
              7,
              "{population: {platform: "
                  + platform
                  + ", accounts: 3000, creators: 1},"
                  + " activity: {engagements_per_account: 2}, look_alikes: {celebrities: 0.002}}");
      WorldCrawl crawl = new WorldCrawl(SparkFixture.spark(), society);
      POSTS.put(platform, crawl.rows(new PostRows(society, crawl.totals(2)), 2).cache());
      ACCOUNTS.put(platform, crawl.rows(new AccountRows(society), 2).cache());
    }
  }

  @AfterAll
  static void release() {
    POSTS.values().forEach(Dataset::unpersist);
    ACCOUNTS.values().forEach(Dataset::unpersist);
  }

  /** Wide margins: the medians are targets of the model, the sample is a few hundred accounts. */
  @ParameterizedTest
  @CsvSource({
    "instagram, 500, 2000, 0.035, 0.070",
    "instagram, 500000, 5000000, 0.006, 0.016",
    "tiktok, 500, 2000, 0.06, 0.14",
    "tiktok, 500000, 5000000, 0.025, 0.065",
    "youtube, 500, 2000, 0.022, 0.055",
    "youtube, 500000, 5000000, 0.010, 0.030"
  })
  void theMedianRateIsThatOfThePlatformAndSize(
      String platform, long from, long to, double low, double high) {
    make(platform);
    Dataset<Row> sizes =
        ACCOUNTS.get(platform).groupBy("account_id").agg(max("followers").as("followers"));
    Row median =
        POSTS
            .get(platform)
            .join(sizes, "account_id")
            .where(col("followers").between(from, to))
            .groupBy("account_id")
            .agg(percentile(expr("(likes + comments) / followers"), lit(0.5)).as("rate"))
            .agg(percentile(col("rate"), lit(0.5)))
            .first();
    assertThat(median.getDouble(0)).isBetween(low, high);
  }

  @ParameterizedTest
  @EnumSource(PlatformProfile.class)
  void aPlatformShowsWhatItShows(PlatformProfile profile) {
    make(profile.id());
    Dataset<Row> posts = POSTS.get(profile.id());
    isEmpty(posts.where("platform <> '" + profile.id() + "' OR likes IS NULL"));
    boolean tiktok = profile == PlatformProfile.TIKTOK;
    isEmpty(posts.where("(shares IS NOT NULL AND saves IS NOT NULL) <> " + tiktok));
    isEmpty(posts.where("(shares IS NOT NULL OR saves IS NOT NULL) <> " + tiktok));
    boolean instagram = profile == PlatformProfile.INSTAGRAM;
    isEmpty(
        posts.where(
            "(" + instagram + " AND media_type IN ('image', 'carousel')) = (views IS NOT NULL)"));
    isEmpty(posts.where("views <= likes OR least(likes, comments, shares, saves, views) < 0"));
    Dataset<Row> accounts = ACCOUNTS.get(profile.id());
    isEmpty(
        accounts.where(
            "(followings IS NULL) <> "
                + (profile == PlatformProfile.YOUTUBE)
                + " OR (likes_received IS NOT NULL) <> "
                + tiktok));
  }

  @ParameterizedTest
  @EnumSource(PlatformProfile.class)
  void followersReachFromTensToMillions(PlatformProfile profile) {
    make(profile.id());
    Row span = ACCOUNTS.get(profile.id()).selectExpr("min(followers)", "max(followers)").first();
    assertThat(span.getLong(0)).isLessThan(200);
    assertThat(span.getLong(1)).isGreaterThan(1_000_000);
  }

  private static void isEmpty(Dataset<Row> rows) {
    assertThat(rows.limit(5).toJSON().collectAsList()).isEmpty();
  }
}
