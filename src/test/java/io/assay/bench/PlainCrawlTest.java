package io.assay.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.Field;
import io.assay.testing.SparkFixture;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What the benchmark measures is a crawl that ingest takes, and its feeds belong together. */
class PlainCrawlTest {
  private final SparkSession spark = SparkFixture.spark();
  private final PlainCrawl crawl = new PlainCrawl(spark, 300, 2_000);

  @Test
  void rowsFollowTheirFeedsAndHaveTheirKeys() {
    follows(Feeds.ACCOUNTS, crawl.accountRows(), 1_200);
    follows(Feeds.POSTS, crawl.postRows(), 2_000);
  }

  private static void follows(Feed feed, Dataset<Row> rows, long count) {
    Column[] key = feed.key().stream().map(name -> col(name)).toArray(Column[]::new);
    assertThat(rows.count()).isEqualTo(count);
    assertThat(rows.select(key).distinct().count()).isEqualTo(count);
    assertThat(feed.fields().stream().map(Field::name)).containsAll(List.of(rows.columns()));
    for (Field field : feed.fields()) {
      if (List.of(rows.columns()).contains(field.name())) {
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
  void authorsAreAccountsAndOtherFeedsReferToPostsByIndex() {
    Dataset<Row> accounts = crawl.accountRows().select("platform", "account_id");
    Dataset<Row> posts = crawl.postRows();
    assertThat(posts.select("platform", "account_id").except(accounts).count()).isZero();
    Dataset<Row> referred =
        crawl
            .ofPosts(spark.range(crawl.posts()).toDF("post_index"))
            .select(
                col("platform"),
                col("post_id"),
                timestamp_seconds(col("posted_second")).as("posted_at"));
    assertThat(referred.except(posts.select("platform", "post_id", "posted_at")).count()).isZero();
    Column index = col("id");
    Dataset<Row> named =
        spark.range(crawl.accounts()).select(PlainCrawl.platform(index), PlainCrawl.id(index));
    assertThat(named.except(accounts).count()).isZero();
    assertThat(posts.where("posted_at >= crawled_at").count()).isZero();
  }

  @Test
  void aFewAccountsPublishMuch() {
    Dataset<Row> counts = crawl.postRows().groupBy("account_id").count();
    assertThat(counts.agg(max("count")).first().getLong(0))
        .as("of 2,000 posts of 300 accounts")
        .isBetween(80L, 250L);
  }
}
