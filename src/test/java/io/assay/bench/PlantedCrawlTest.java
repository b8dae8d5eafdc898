package io.assay.bench;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.Field;
import io.assay.testing.SparkFixture;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** 100,000 interactions of 5,000 accounts with 2,000 posts of 200 authors, one pod and one farm. */
class PlantedCrawlTest {
  private static final long ROWS = 100_000;

  private final SparkSession spark = SparkFixture.spark();
  private final PlantedCrawl crawl = new PlantedCrawl(spark, ROWS, false);

  /** Numbers of actors and authors, and posts, of interactions. */
  private static Dataset<Row> numbers(PlantedCrawl of) {
    return of.interactions()
        .selectExpr(
            "CAST(actor_id AS LONG) - 1000000000000 AS actor",
            "CAST(substring(post_id, 2) AS LONG) AS post",
            "kind",
            "text",
            "interaction_id");
  }

  @Test
  void itIsOfTheSizeThatIsAskedForAndItsFeedsBelongTogether() {
    assertThat(crawl.accounts().select("account_id").distinct().count()).isEqualTo(5_000);
    Dataset<Row> posts = crawl.posts();
    assertThat(posts.select("post_id").distinct().count()).isEqualTo(2_000);
    assertThat(posts.select("account_id").distinct().count()).isEqualTo(200);
    assertThat(posts.select("account_id").except(crawl.accounts().select("account_id")).count())
        .isZero();
    Dataset<Row> events = crawl.interactions();
    assertThat(events.count()).isBetween(99_000L, 101_000L);
    assertThat(events.select("post_id").except(posts.select("post_id")).count()).isZero();
    assertThat(
            events
                .join(posts.select("post_id", "posted_at"), "post_id")
                .where("occurred_at <= posted_at OR occurred_at > crawled_at")
                .count())
        .isZero();
    follows(Feeds.ACCOUNTS, crawl.accounts());
    follows(Feeds.POSTS, posts);
    follows(Feeds.INTERACTIONS, events);
    assertThat(events.where("kind = 'comment'").select("interaction_id").distinct().count())
        .as("comments that are told apart")
        .isEqualTo(events.where("text IS NOT NULL").count());
  }

  private static void follows(Feed feed, Dataset<Row> rows) {
    List<String> columns = List.of(rows.columns());
    assertThat(feed.fields().stream().map(Field::name)).containsAll(columns);
    for (Field field : feed.fields()) {
      if (columns.contains(field.name())) {
        assertThat(rows.schema().apply(field.name()).dataType())
            .as(field.name())
            .isEqualTo(field.type());
      }
      if (field.required()) {
        assertThat(rows.where(field.col().isNull()).count()).as(field.name()).isZero();
      }
    }
  }

  @Test
  void aPodsMembersAndAFarmsWorkersComeToThreeInFiveOfTheirPosts() {
    Dataset<Row> comments = numbers(crawl).where("text IS NOT NULL");
    // Of 20 members and 200 posts 4,000 pairs, of 20 workers and 40 posts 800.
    assertThat(pairs(comments.where("actor < 20 AND post < 200"))).isBetween(2_200L, 2_700L);
    assertThat(
            pairs(
                comments.where(
                    "actor >= 200 AND actor < 220 AND post >= 200 AND post < 300"
                        + " AND post % 10 < 4")))
        .isBetween(430L, 560L);
  }

  private static long pairs(Dataset<Row> events) {
    return events.select("actor", "post").distinct().count();
  }

  @Test
  void theSameInteractionsAndTwoExceptions() {
    PlantedCrawl with = new PlantedCrawl(spark, ROWS, true);
    List<String> columns = List.of(crawl.interactions().columns());
    assertThat(List.of(with.interactions().columns())).isEqualTo(columns);
    assertThat(crawl.interactions().exceptAll(with.interactions()).count()).isZero();
    Dataset<Row> added =
        numbers(with).where("post = 2000 OR actor = " + PlantedEvents.BUSY).select("actor", "post");
    assertThat(added.where("post = 2000").select("actor").distinct().count()).isEqualTo(ROWS);
    assertThat(added.where(col("actor").equalTo(PlantedEvents.BUSY)).distinct().count())
        .as("of 2,000 posts")
        .isEqualTo(666);
    assertThat(with.interactions().count()).isEqualTo(crawl.interactions().count() + ROWS + 666);
    assertThat(with.posts().count()).isEqualTo(2_001);
  }
}
