package io.assay.workbench.worlds;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import io.assay.testing.SparkFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world in one delivery a day is the world, seen as it went. */
class DailyDeliveriesTest {
  private static final int DAYS = 5;
  private static final LocalDate LAST = CrawlDate.DEFAULT;
  private static final LocalDate FIRST = LAST.minusDays(DAYS - 1);

  private static final Society SOCIETY =
      Worlds.society(
          3,
          "{pods: {share: 0.05, size: [8, 10]}, farms: {share: 0.05, size: [8, 10],"
              + " customers: [2, 3], victims: [1, 2]},"
              + " bought_likes: {share: 0.01}, look_alikes: {viral: 0.02, hidden_likes: 0.02},"
              + " crawl: {batched_creators: 0.3, untimed_likes: 0.3, untimed_follows: 0.3}}");

  private static final WorldCrawl ONE = new WorldCrawl(SparkFixture.spark(), SOCIETY);
  private static final Deliveries DELIVERIES = Deliveries.daily(SOCIETY, DAYS);
  private static final WorldCrawl DAILY = new WorldCrawl(SparkFixture.spark(), SOCIETY, DELIVERIES);

  private static final Dataset<Row> INTERACTIONS =
      daily(new InteractionRows(SOCIETY, DELIVERIES)).cache();
  private static final Dataset<Row> POSTS =
      daily(new PostRows(SOCIETY, DAILY.totals(3), DELIVERIES)).cache();

  @TempDir Path folder;

  /** Rows with the date of their delivery. */
  private static Dataset<Row> daily(FeedRows feed) {
    return DAILY
        .byDelivery(feed, 3)
        .withColumn("day", expr("date_add(DATE '" + FIRST + "', delivery)"))
        .drop("delivery");
  }

  private static void same(Dataset<Row> found, Dataset<Row> expected) {
    assertThat(found.exceptAll(expected).isEmpty()).isTrue();
    assertThat(expected.exceptAll(found).isEmpty()).isTrue();
    assertThat(expected.isEmpty()).isFalse();
  }

  private static long onOtherDays(Dataset<Row> rows, String time) {
    return rows.where(to_date(col(time)).notEqual(col("day"))).count();
  }

  @Test
  void anythingIsDeliveredOnItsDayAndTheOlderFirst() {
    long midnight = SOCIETY.crawlDay();
    assertThat(DELIVERIES.of(midnight)).isEqualTo(4);
    assertThat(DELIVERIES.of(midnight + People.DAY - 1)).isEqualTo(4);
    assertThat(DELIVERIES.of(midnight - 1)).isEqualTo(3);
    assertThat(DELIVERIES.of(midnight - People.DAY)).isEqualTo(3);
    assertThat(DELIVERIES.of(midnight - People.DAY - 1)).isEqualTo(2);
    assertThat(DELIVERIES.of(midnight - 4 * People.DAY)).isZero();
    assertThat(DELIVERIES.of(midnight - 400 * People.DAY)).isZero();
    assertThat(DELIVERIES.dates())
        .hasSize(DAYS)
        .startsWith(LocalDate.of(2026, 9, 29))
        .endsWith(LAST);
    assertThatThrownBy(() -> Deliveries.daily(SOCIETY, 61))
        .isInstanceOf(UserError.class)
        .hasMessage("--days 61 is not possible: the world has 60 days");
  }

  @Test
  void interactionsOfAllDaysAreThoseOfOneDelivery() {
    same(
        INTERACTIONS.drop("day", "crawled_at"),
        ONE.rows(new InteractionRows(SOCIETY), 2).drop("crawled_at"));
    Dataset<Row> later = INTERACTIONS.where(col("day").gt(lit(FIRST)));
    assertThat(later.count()).isGreaterThan(100);
    assertThat(onOtherDays(later, "crawled_at")).isZero();
    assertThat(onOtherDays(later.where("occurred_at IS NOT NULL"), "occurred_at")).isZero();
    assertThat(later.where("occurred_at IS NULL").count()).isPositive();
    assertThat(INTERACTIONS.where("crawled_at < occurred_at").count()).isZero();
    // and the first holds all that is older, seen then at the latest
    Dataset<Row> first = INTERACTIONS.where(col("day").equalTo(lit(FIRST)));
    assertThat(first.where(to_date(col("crawled_at")).gt(col("day"))).count()).isZero();
    assertThat(first.where(to_date(col("occurred_at")).lt(col("day"))).count()).isPositive();
  }

  @Test
  void followsOfAllDaysAreThoseOfOneDelivery() {
    Dataset<Row> follows = daily(new FollowRows(SOCIETY, DELIVERIES));
    same(
        follows.drop("day", "crawled_at"), ONE.rows(new FollowRows(SOCIETY), 2).drop("crawled_at"));
    Dataset<Row> later = follows.where(col("day").gt(lit(FIRST)));
    assertThat(later.count()).isPositive();
    assertThat(onOtherDays(later, "crawled_at")).isZero();
    assertThat(onOtherDays(later.where("followed_at IS NOT NULL"), "followed_at")).isZero();
  }

  @Test
  void aPostIsThereFromItsDayOnAndItsInteractionsNeverBefore() {
    assertThat(onOtherDays(POSTS, "crawled_at")).isZero();
    String daysThere =
        "1 + datediff(DATE '%s', greatest(to_date(posted_at), DATE '%s'))".formatted(LAST, FIRST);
    assertThat(
            POSTS
                .groupBy("post_id", "posted_at")
                .agg(count(lit(1)).as("n"))
                .where(col("n").notEqual(expr(daysThere)))
                .count())
        .isZero();
    assertThat(
            INTERACTIONS
                .join(POSTS.select("post_id", "day"), new String[] {"post_id", "day"}, "left_anti")
                .count())
        .isZero();
  }

  @Test
  void theLastDeliveryHoldsThePostsOfOneDelivery() {
    same(
        POSTS.where(col("day").equalTo(lit(LAST))).drop("day"),
        ONE.rows(new PostRows(SOCIETY, ONE.totals(2)), 2));
  }

  @Test
  void countersOnlyRiseAndHoldWhatIsDelivered() {
    String before = "(PARTITION BY post_id ORDER BY day)";
    for (String counter : new String[] {"likes", "comments", "shares", "saves", "views"}) {
      assertThat(
              POSTS
                  .withColumn("before", expr("lag(" + counter + ") OVER " + before))
                  .where(col(counter).lt(col("before")))
                  .count())
          .as(counter)
          .isZero();
    }
    assertThat(
            POSTS.withColumn("before", expr("lag(likes) OVER " + before)).where("likes > before"))
        .matches(rows -> rows.count() > 50);
    Dataset<Row> delivered =
        INTERACTIONS
            .groupBy("post_id", "day")
            .agg(
                sum(expr("if(kind = 'like', 1, 0)")).as("new_likes"),
                sum(expr("if(kind = 'comment', 1, 0)")).as("new_comments"));
    String upToNow = "(PARTITION BY post_id ORDER BY day ROWS UNBOUNDED PRECEDING)";
    Dataset<Row> beside =
        POSTS
            .join(delivered, new String[] {"post_id", "day"}, "left")
            .withColumn("in_crawl", expr("sum(coalesce(new_likes, 0)) OVER " + upToNow))
            .withColumn(
                "comments_in_crawl", expr("sum(coalesce(new_comments, 0)) OVER " + upToNow));
    assertThat(beside.where("likes < in_crawl OR comments < comments_in_crawl").count()).isZero();
    assertThat(beside.where("likes >= views").count()).isZero();
  }

  @Test
  void creatorsAreSeenEveryDayAndOthersAsOftenAsInOneDelivery() {
    Dataset<Row> accounts = daily(new AccountRows(SOCIETY, DELIVERIES));
    assertThat(accounts.where(to_date(col("crawled_at")).gt(col("day"))).count()).isZero();
    Map<Object, Long> seen =
        accounts.groupBy("day").count().collectAsList().stream()
            .collect(Collectors.toMap(r -> r.get(0), r -> r.getLong(1)));
    // 80 of 400 are creators; the others were seen a week before the last day, which is older
    assertThat(seen.get(java.sql.Date.valueOf(FIRST.plusDays(1)))).isEqualTo(80);
    assertThat(seen.get(java.sql.Date.valueOf(LAST))).isEqualTo(400);
    same(
        accounts.where(col("day").equalTo(lit(LAST))).drop("day"),
        ONE.rows(new AccountRows(SOCIETY), 2).where(to_date(col("crawled_at")).equalTo(lit(LAST))));
    Dataset<Row> first = accounts.where(col("day").equalTo(lit(FIRST)));
    assertThat(first.where(to_date(col("crawled_at")).equalTo(col("day"))).count()).isEqualTo(400);
    same(
        first.where(to_date(col("crawled_at")).lt(col("day"))).drop("day"),
        ONE.rows(new AccountRows(SOCIETY), 2).where(to_date(col("crawled_at")).lt(lit(FIRST))));
  }

  @Test
  void oneDayIsOneDelivery() {
    Deliveries one = Deliveries.daily(SOCIETY, 1);
    same(
        new WorldCrawl(SparkFixture.spark(), SOCIETY, one)
            .byDelivery(new InteractionRows(SOCIETY, one), 2)
            .drop("delivery"),
        ONE.rows(new InteractionRows(SOCIETY), 2));
  }

  @Test
  void eachDayHasItsFolderAndTheSameBytesEveryTime() throws IOException {
    DAILY.writeDaily(folder.resolve("once").toString(), false);
    String shuffles = "spark.sql.shuffle.partitions";
    String before = SparkFixture.spark().conf().get(shuffles);
    SparkFixture.spark().conf().set(shuffles, "7");
    try {
      DAILY.writeDaily(folder.resolve("again").toString(), false);
    } finally {
      SparkFixture.spark().conf().set(shuffles, before);
    }
    Map<String, String> once = files(folder.resolve("once"));
    assertThat(once).isEqualTo(files(folder.resolve("again")));
    assertThat(once.keySet())
        .contains(
            FIRST + "/accounts/part-00000.jsonl",
            FIRST + "/posts/part-00001.jsonl",
            LAST + "/interactions/part-00003.jsonl",
            LAST + "/labels/part-00000.jsonl")
        .noneMatch(name -> name.contains("labels") && !name.startsWith(LAST.toString()));
    assertThat(once.keySet().stream().map(name -> name.split("/")[0]).distinct()).hasSize(DAYS);
    assertThat(once.get(LAST + "/posts/part-00000.jsonl")).doesNotContain("delivery");
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
