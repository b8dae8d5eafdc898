package io.assay.workbench.worlds;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.OpsTables;
import io.assay.contracts.SilverTables;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feeds of a small world in which every kind occurs. */
class WorldCrawlTest {
  private static final LocalDate DAY = CrawlDate.DEFAULT;
  private static final String SMALL =
      """
      population: {accounts: 2000, niches: 5}
      activity: {engagements_per_account: 10}
      pods: {size: [8, 12]}
      farms: {size: [8, 12], customers: [2, 3], victims: [1, 2]}
      bought_followers: {size: [8, 16]}
      look_alikes: {breaking_news: 0.001, clique_size: [8, 8], brand_size: [5, 5]}
      """;

  private static Society society;
  private static WorldCrawl crawl;

  @TempDir Path temp;

  @BeforeAll
  static void make() {
    society = Worlds.society(1, Worlds.load(SMALL));
    crawl = new WorldCrawl(SparkFixture.spark(), society);
  }

  private static Dataset<Row> rows(Function<Society, FeedRows> feed) {
    return crawl.rows(feed.apply(society), 2);
  }

  private static FeedRows posts(Society society) {
    return new PostRows(society, crawl.totals(3));
  }

  @Test
  void rowsAreTheSameWhateverThePartitions() {
    List<Function<Society, FeedRows>> feeds =
        List.of(
            AccountRows::new,
            WorldCrawlTest::posts,
            InteractionRows::new,
            FollowRows::new,
            LabelRows::new);
    for (Function<Society, FeedRows> feed : feeds) {
      FeedRows maker = feed.apply(society);
      assertThat(crawl.rows(maker, 7).collectAsList())
          .as(maker.name())
          .isNotEmpty()
          .isEqualTo(crawl.rows(maker, 1).collectAsList());
    }
    assertThat(crawl.totals(7).all()).isEqualTo(crawl.totals(1).all());
  }

  @Test
  void aCrawlWithoutInteractionsHoldsProfilesAndPosts() throws IOException {
    Society plain = Worlds.society(1, "{crawl: {interactions: false}}");
    Path out = temp.resolve("profiles");
    WorldCrawl.Written written =
        new WorldCrawl(SparkFixture.spark(), plain).write(out.toString(), false);
    assertThat(written.interactions()).isZero();
    try (Stream<Path> feeds = Files.list(out)) {
      assertThat(feeds.map(feed -> feed.getFileName().toString()))
          .containsExactlyInAnyOrder("accounts", "posts", "labels");
    }
  }

  @Test
  void keysAreUniqueAndNothingRequiredIsMissing() {
    unique(Feeds.ACCOUNTS, rows(AccountRows::new));
    unique(Feeds.POSTS, rows(WorldCrawlTest::posts));
    unique(Feeds.FOLLOWS, rows(FollowRows::new));
    unique(Feeds.LABELS, rows(LabelRows::new));
    Dataset<Row> interactions = rows(InteractionRows::new);
    assertThat(interactions.dropDuplicates("post_id", "actor_id", "kind").count())
        .isEqualTo(interactions.count());
    assertThat(interactions.where("kind = 'comment'").select("interaction_id").distinct().count())
        .isEqualTo(interactions.where("kind = 'comment'").count());
    isEmpty(interactions.where("kind = 'comment' AND (text IS NULL OR occurred_at IS NULL)"));
  }

  private static void unique(Feed feed, Dataset<Row> rows) {
    Column[] key = feed.key().stream().map(f -> col(f)).toArray(Column[]::new);
    assertThat(rows.select(key).distinct().count()).as(feed.name()).isEqualTo(rows.count());
    feed.fields().stream()
        .filter(f -> f.required())
        .forEach(f -> isEmpty(rows.where(f.col().isNull())));
  }

  @Test
  void countersAgreeWithTheInteractions() {
    Dataset<Row> counted =
        rows(InteractionRows::new)
            .groupBy("post_id")
            .agg(
                sum(when(col("kind").equalTo("like"), 1).otherwise(0)).as("seen_likes"),
                sum(when(col("kind").equalTo("comment"), 1).otherwise(0)).as("seen_comments"));
    Dataset<Row> posts = rows(WorldCrawlTest::posts);
    Dataset<Row> joined = posts.join(counted, "post_id");
    assertThat(joined.count()).isGreaterThan(1_000);
    isEmpty(joined.where("likes < seen_likes OR comments < seen_comments"));
    assertThat(counted.join(posts, "post_id").count()).isEqualTo(counted.count());
    // What the crawl does not hold is a matter of the post alone.
    Totals none = new Totals(society.posts());
    Totals totals = crawl.totals(2);
    Person author = society.person(0);
    for (int k = 0; k < society.timeline().count(0); k++) {
      int post = society.timeline().post(0, k);
      PostCounters with = PostCounters.of(author, post, society, totals, 0, false, Purchase.NONE);
      PostCounters without = PostCounters.of(author, post, society, none, 0, false, Purchase.NONE);
      assertThat(with.likes() - without.likes()).isEqualTo(totals.likes(post));
      assertThat(with.comments() - without.comments()).isEqualTo(totals.comments(post));
    }
  }

  @Test
  void nothingHappensBeforeThePostOrAfterTheVisit() {
    Dataset<Row> posts = rows(WorldCrawlTest::posts).select("post_id", "posted_at", "crawled_at");
    Dataset<Row> events =
        rows(InteractionRows::new)
            .withColumnRenamed("crawled_at", "seen_at")
            .join(posts, "post_id");
    isEmpty(
        events.where(
            "occurred_at <= posted_at OR seen_at <= posted_at OR occurred_at > seen_at OR seen_at >"
                + " crawled_at"));
    isEmpty(rows(FollowRows::new).where("followed_at > crawled_at OR follower_id = account_id"));
    isEmpty(rows(AccountRows::new).where("created_at >= crawled_at"));
    double untimed =
        events
            .where("kind = 'like'")
            .agg(avg(col("occurred_at").isNull().cast("int")))
            .first()
            .getDouble(0);
    assertThat(untimed).isBetween(0.28, 0.32);
  }

  @Test
  void profilesAreSeenWeekByWeekUpToTheDayOfTheCrawl() {
    Dataset<Row> days =
        rows(AccountRows::new)
            .selectExpr(
                "account_id", "datediff(DATE'" + DAY + "', CAST(crawled_at AS DATE)) AS ago");
    isEmpty(days.where("ago < 0 OR ago % 7 <> 0 OR ago > 49"));
    assertThat(days.where("ago = 0").count()).isEqualTo(2_000);
    assertThat(days.where("ago = 21").count())
        .as("new accounts were not there yet")
        .isGreaterThan(1_900);
    isEmpty(
        rows(WorldCrawlTest::posts)
            .where(
                "CAST(crawled_at AS DATE) <> DATE'"
                    + DAY
                    + "' OR posted_at < crawled_at - INTERVAL 61 DAYS"));
  }

  @Test
  void everyAuthorIsAnAccountWithAtLeastSoManyPosts() {
    Dataset<Row> shown =
        rows(AccountRows::new).groupBy("account_id").agg(max("posts_count").as("posts_count"));
    Dataset<Row> authors =
        rows(WorldCrawlTest::posts).groupBy("account_id").agg(count(lit(1)).as("seen"));
    assertThat(authors.count()).isBetween(200L, 300L);
    isEmpty(
        authors.join(
            shown, authors.col("account_id").equalTo(shown.col("account_id")), "left_anti"));
    isEmpty(authors.join(shown, "account_id").where("seen > posts_count"));
  }

  @Test
  void captionsAreVariedAndCarryTheirHashtagsAndSponsors() {
    Dataset<Row> posts = rows(WorldCrawlTest::posts);
    assertThat(posts.select("caption").distinct().count()).isGreaterThan(posts.count() / 2);
    isEmpty(
        posts.where(
            "exists(hashtags, t -> NOT contains(caption, '#' || t))"
                + " OR exists(mentions, m -> NOT contains(caption, '@' || m))"
                + " OR is_sponsored AND mentions IS NULL"));
    assertThat(rows(AccountRows::new).select("handle").distinct().count()).isEqualTo(2_000);
  }

  @Test
  void likesAreHiddenByAccountNotByPost() {
    Dataset<Row> hidden =
        rows(WorldCrawlTest::posts)
            .groupBy("account_id")
            .agg(count("likes").as("shown"), count(lit(1)).as("all"));
    isEmpty(hidden.where("shown > 0 AND shown < all"));
    assertThat(hidden.where("shown = 0").count()).isBetween(15L, 25L);
  }

  @Test
  void anotherSeedIsAnotherCrawlOfTheSameWorld() {
    Society other = Worlds.society(2, society.world());
    assertThat(other.kinds()).isEqualTo(society.kinds());
    Dataset<Row> one = rows(LabelRows::new);
    Dataset<Row> two = new WorldCrawl(SparkFixture.spark(), other).rows(new LabelRows(other), 2);
    assertThat(two.count()).isEqualTo(one.count());
    assertThat(one.select("account_id").intersect(two.select("account_id")).count()).isZero();
  }

  @Test
  void theSameSeedGivesTheSameBytesAndIngestTakesThemAll() throws IOException {
    SparkSession spark = SparkFixture.spark();
    Path one = temp.resolve("one");
    WorldCrawl.Written written = crawl.write(one.toString(), false);
    new WorldCrawl(spark, Worlds.society(1, society.world()))
        .write(temp.resolve("two").toString(), false);
    List<Path> files = files(one);
    assertThat(files).hasSize(written.files()).isEqualTo(files(temp.resolve("two")));
    for (Path file : files) {
      assertThat(one.resolve(file)).hasSameBinaryContentAs(temp.resolve("two").resolve(file));
    }
    TestLake lake = new TestLake(temp.resolve("lake"));
    lake.ingest(one, "world", DAY, null).run("conform", DAY);
    assertThat(lake.table(OpsTables.QUARANTINE).count()).isZero();
    assertThat(lake.table(SilverTables.ACCOUNT).count()).isEqualTo(2_000);
    assertThat(lake.table(SilverTables.POST).count()).isEqualTo(written.posts());
    assertThat(lake.table(SilverTables.INTERACTION).count()).isEqualTo(written.interactions());
    assertThat(lake.table(SilverTables.LABEL).count()).isEqualTo(2_000);
    assertThat(lake.table(BronzeTables.LABEL).where("camouflage IS NOT NULL").count()).isPositive();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  private static void isEmpty(Dataset<Row> rows) {
    assertThat(rows.limit(5).toJSON().collectAsList()).isEmpty();
  }
}
