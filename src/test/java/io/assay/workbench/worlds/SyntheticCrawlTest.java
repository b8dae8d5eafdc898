package io.assay.workbench.worlds;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.Field;
import io.assay.testing.SparkFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntheticCrawlTest {

  private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
  private static final GeneratorOptions OPTIONS =
      new GeneratorOptions(6_000, 60_000, 7, 3, DATE, false);

  private static SparkSession spark;
  private static Dataset<Row> accounts;
  private static Dataset<Row> posts;

  @BeforeAll
  static void generate() {
    spark = SparkFixture.spark();
    accounts = SyntheticAccounts.accounts(spark, OPTIONS).cache();
    posts = SyntheticPosts.posts(spark, OPTIONS).cache();
  }

  @AfterAll
  static void release() {
    accounts.unpersist();
    posts.unpersist();
  }

  @Test
  void theSameOptionsGiveTheSameRowsWhateverThePartitions() {
    GeneratorOptions options = new GeneratorOptions(300, 2_000, 7, 2, DATE, false);
    assertThat(SyntheticPosts.posts(spark, options, 1).collectAsList())
        .hasSize(2_000)
        .isEqualTo(SyntheticPosts.posts(spark, options, 7).collectAsList());
    assertThat(SyntheticAccounts.accounts(spark, options, 1).collectAsList())
        .hasSize(600)
        .isEqualTo(SyntheticAccounts.accounts(spark, options, 7).collectAsList());
  }

  @Test
  void anotherSeedGivesAnotherCrawl() {
    Dataset<Row> one = SyntheticPosts.posts(spark, GeneratorOptions.of(300, 2_000, 1));
    Dataset<Row> two = SyntheticPosts.posts(spark, GeneratorOptions.of(300, 2_000, 2));
    List<String> values = List.of("account_id", "caption", "likes");
    for (String value : values) {
      assertThat(one.select(value).except(two.select(value)).count()).as(value).isPositive();
    }
  }

  @Test
  void countsAreAsAskedAndKeysAreUnique() {
    assertThat(accounts.count()).isEqualTo(18_000);
    assertThat(posts.count()).isEqualTo(60_000);
    for (Feed feed : List.of(Feeds.ACCOUNTS, Feeds.POSTS)) {
      Dataset<Row> rows = feed == Feeds.ACCOUNTS ? accounts : posts;
      Column[] key = feed.key().stream().map(f -> col(f)).toArray(Column[]::new);
      assertThat(rows.select(key).distinct().count()).isEqualTo(rows.count());
    }
    assertThat(accounts.select("account_id").distinct().count()).isEqualTo(6_000);
  }

  @Test
  void otherFeedsCanReferToPostsAndAccountsByIndex() {
    Dataset<Row> referred =
        SyntheticPosts.with(spark.range(OPTIONS.posts()).toDF("post_index"), OPTIONS)
            .select(
                col("platform"),
                col("post_id"),
                col("account_id"),
                timestamp_seconds(col("posted_second")).as("posted_at"),
                timestamp_seconds(col("seen_second")).as("crawled_at"));
    Dataset<Row> shown =
        posts.select("platform", "post_id", "account_id", "posted_at", "crawled_at");
    assertThat(referred.exceptAll(shown).count()).isZero();
    Column index = col("id");
    Dataset<Row> named =
        spark
            .range(OPTIONS.accounts())
            .select(
                SyntheticAccounts.platform(index, OPTIONS), SyntheticAccounts.id(index, OPTIONS));
    assertThat(named.except(accounts.select("platform", "account_id")).count()).isZero();
    Dataset<Row> nobody =
        spark
            .range(OPTIONS.accounts(), 2 * OPTIONS.accounts())
            .select(SyntheticAccounts.id(index, OPTIONS));
    assertThat(nobody.except(accounts.select("account_id")).count()).isEqualTo(OPTIONS.accounts());
  }

  @Test
  void columnsAreThoseOfTheFeedsAndNothingRequiredIsMissing() {
    for (Feed feed : List.of(Feeds.ACCOUNTS, Feeds.POSTS)) {
      Dataset<Row> rows = feed == Feeds.ACCOUNTS ? accounts : posts;
      assertThat(feed.fields().stream().map(Field::name)).containsAll(List.of(rows.columns()));
      for (Field field : feed.fields()) {
        if (Stream.of(rows.columns()).anyMatch(field.name()::equals)) {
          assertThat(rows.schema().apply(field.name()).dataType())
              .as(field.name())
              .isEqualTo(field.type());
        }
        if (field.required()) {
          assertThat(rows.filter(field.col().isNull()).count()).as(field.name()).isZero();
        }
      }
    }
  }

  @Test
  void timesLieBeforeTheEndOfTheCrawlsDayAndInOrder() {
    assertThat(
            posts.filter(
                "posted_at >= crawled_at OR cast(crawled_at AS DATE) <> DATE'2026-03-02'"
                    + " OR posted_at < crawled_at - INTERVAL 60 DAYS"))
        .satisfies(SyntheticCrawlTest::isEmpty);
    assertThat(posts.filter("posted_at > crawled_at - INTERVAL 24 HOURS").count())
        .isBetween(300L, 3_000L);
    assertThat(accounts.filter("created_at >= crawled_at OR created_at < DATE'2005-01-01'"))
        .satisfies(SyntheticCrawlTest::isEmpty);
    assertThat(
            accounts
                .selectExpr("cast(crawled_at AS DATE) AS day")
                .distinct()
                .sort("day")
                .toJSON()
                .collectAsList())
        .containsExactly(
            "{\"day\":\"2026-02-16\"}", "{\"day\":\"2026-02-23\"}", "{\"day\":\"2026-03-02\"}");
  }

  @Test
  void everyAuthorIsAnAccountOfItsPlatformWithAtLeastSoManyPosts() {
    Dataset<Row> shown =
        accounts
            .groupBy("platform", "account_id")
            .agg(max("posts_count").as("posts_count"), max("is_private").as("is_private"));
    Dataset<Row> authors = posts.groupBy("platform", "account_id").agg(count(lit(1)).as("seen"));
    assertThat(
            authors.join(
                shown, List.of("platform", "account_id").toArray(String[]::new), "left_anti"))
        .satisfies(SyntheticCrawlTest::isEmpty);
    assertThat(
            authors
                .join(shown, List.of("platform", "account_id").toArray(String[]::new), "inner")
                .filter("is_private OR seen > posts_count"))
        .satisfies(SyntheticCrawlTest::isEmpty);
    Row spread =
        authors
            .agg(percentile(col("seen"), lit(0.5)), max("seen"), count(lit(1)))
            .collectAsList()
            .get(0);
    assertThat(spread.getDouble(0)).isBetween(2.0, 8.0);
    assertThat(spread.getLong(1)).isBetween(100L, 400L);
    assertThat(spread.getLong(2)).isBetween(5_000L, 5_760L);
  }

  @Test
  void followersReachFromTensToMillionsAndChangeSlowly() {
    Row span = accounts.agg(expr("min(followers)"), expr("max(followers)")).collectAsList().get(0);
    assertThat(span.getLong(0)).isLessThan(100);
    assertThat(span.getLong(1)).isGreaterThan(5_000_000);
    Column before =
        lag("followers", 1)
            .over(Window.partitionBy("platform", "account_id").orderBy("crawled_at"));
    Dataset<Row> weekly =
        accounts
            .withColumn("before", before)
            .filter("before > 1000")
            .withColumn("growth", col("followers").divide(col("before")).minus(1));
    assertThat(weekly.filter("abs(growth) > 0.05")).satisfies(SyntheticCrawlTest::isEmpty);
    double shrinking = weekly.agg(avg(col("growth").lt(0).cast("int"))).first().getDouble(0);
    assertThat(shrinking).isBetween(0.1, 0.5);
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
    Dataset<Row> sizes =
        accounts.groupBy("platform", "account_id").agg(max("followers").as("followers"));
    double median =
        posts
            .join(sizes, List.of("platform", "account_id").toArray(String[]::new), "inner")
            .filter(col("platform").equalTo(platform).and(col("followers").between(from, to)))
            .groupBy("account_id")
            .agg(percentile(expr("(likes + comments) / followers"), lit(0.5)).as("rate"))
            .agg(percentile(col("rate"), lit(0.5)))
            .first()
            .getDouble(0);
    assertThat(median).isBetween(low, high);
  }

  @Test
  void aPlatformShowsWhatItShows() {
    assertThat(
            posts.filter(
                "platform <> 'tiktok' AND (shares IS NOT NULL OR saves IS NOT NULL)"
                    + " OR platform = 'tiktok' AND (shares IS NULL OR saves IS NULL)"))
        .satisfies(SyntheticCrawlTest::isEmpty);
    assertThat(
            posts.filter(
                "(platform = 'instagram' AND media_type IN ('image', 'carousel'))"
                    + " = (views IS NOT NULL)"))
        .satisfies(SyntheticCrawlTest::isEmpty);
    assertThat(posts.filter("views <= likes OR least(likes, comments, shares, saves, views) < 0"))
        .satisfies(SyntheticCrawlTest::isEmpty);
    Dataset<Row> hiding =
        posts
            .groupBy("platform", "account_id")
            .agg(expr("avg(cast(likes IS NULL AS INT))").as("hidden"));
    assertThat(hiding.filter("hidden > 0 AND hidden < 1")).satisfies(SyntheticCrawlTest::isEmpty);
    assertThat(hiding.filter("hidden = 1").count()).isBetween(100L, 400L);
    assertThat(accounts.filter("followers IS NULL").count()).isPositive();
    assertThat(accounts.filter("is_private").select("account_id").distinct().count())
        .isBetween(60L, 180L);
  }

  @Test
  void captionsAreVariedAndCarryTheirHashtagsAndSponsors() {
    assertThat(posts.select("caption").distinct().count()).isGreaterThan(30_000);
    assertThat(
            posts.filter(
                "exists(hashtags, t -> NOT contains(caption, '#' || t))"
                    + " OR size(array_distinct(hashtags)) <> size(hashtags)"
                    + " OR is_sponsored <> (mentions IS NOT NULL)"
                    + " OR is_sponsored AND NOT contains(caption, '@' || mentions[0])"))
        .satisfies(SyntheticCrawlTest::isEmpty);
    assertThat(accounts.select("handle").distinct().count()).isEqualTo(6_000);
  }

  private static void isEmpty(Dataset<Row> rows) {
    assertThat(rows.limit(5).toJSON().collectAsList()).isEmpty();
  }
}
