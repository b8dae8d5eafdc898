package io.assay.coordination;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CrawlRowsTest {

  private static List<String> seen(Dataset<Row> rows, String... columns) {
    return rows.selectExpr(columns).collectAsList().stream()
        .map(r -> r.mkString("|"))
        .sorted()
        .toList();
  }

  private static Dataset<Row> interactions(String values) {
    return spark()
        .sql(
            "SELECT 'x' platform, * FROM VALUES "
                + values
                + " AS t(actor_id, post_id, kind, at, text)")
        .selectExpr(
            "*", "CAST(at AS timestamp) occurred_at", "concat(actor_id, '_name') actor_handle");
  }

  private static Dataset<Row> posts(String values) {
    return spark()
        .sql(
            "SELECT 'x' platform, * FROM VALUES "
                + values
                + " AS t(account_id, post_id, at, repost_of)")
        .selectExpr("*", "CAST(at AS timestamp) posted_at");
  }

  private static Dataset<Row> shares(String values) {
    return spark()
        .sql(
            "SELECT 'x' platform, * FROM VALUES "
                + values
                + " AS t(account_id, object_id, content_id, at)")
        .selectExpr("*", "CAST(at AS timestamp) shared_at");
  }

  @Test
  void sharesTellTheMillisecondAndObjectsStandOnce() {
    Dataset<Row> rows =
        shares(
            "('s', 'o', 'm', '1970-01-02 00:00:01.25Z'), ('t', 'o', 'n', '1970-01-02 00:00:02Z')");
    assertThat(seen(CrawlRows.shares(rows), "sort", "at", "text", "third IS NULL"))
        .containsExactly("7|86401250|null|false", "7|86402000|null|false", "8|null|o|true");
  }

  /** By midnight crawls write a day. */
  @Test
  void aTimeIsASecondUnlessItIsMidnightSharp() {
    Dataset<Row> rows =
        interactions(
            "('a', 'p', 'like', '1970-01-02 00:00:01.9Z', null),"
                + "('a', 'q', 'like', '1970-01-02 00:00:00Z', null),"
                + "('a', 'r', 'like', null, null)");
    assertThat(seen(CrawlRows.events(rows), "at")).containsExactly("86401", "null", "null");
  }

  @Test
  void onlyCommentsSayPhrasesAndOnlyStockOnesAreKept() {
    Dataset<Row> rows =
        interactions(
            "('a', 'p', 'comment', null, 'WOW!!'),"
                + "('a', 'p', 'comment', null, 'the light on the third picture is splendid'),"
                + "('a', 'p', 'like', null, 'wow')");
    assertThat(seen(CrawlRows.events(rows), "sort", "text"))
        .containsExactly("2|null", "3|null", "3|wow");
  }

  @Test
  void postsOfOthersThatArePassedOnAreLeftOut() {
    Dataset<Row> rows =
        posts("('a', 'p', '1970-01-02 00:00:01Z', null), ('b', 'q', '1970-01-02 00:00:01Z', 'p')");
    assertThat(seen(CrawlRows.posts(rows), "sort", "at", "text")).containsExactly("1|86401|p");
  }

  /** As of an engagement, so that no delay is counted from a midnight that nobody saw. */
  @Test
  void aPostDatedToTheDayAloneWasPublishedAtAnUnknownTime() {
    Dataset<Row> rows =
        posts(
            "('a', 'p', '1970-01-02 00:00:00Z', null), ('a', 'q', '1970-01-02 00:00:00.5Z', null),"
                + "('a', 'r', null, null)");
    assertThat(seen(CrawlRows.posts(rows), "text", "at"))
        .containsExactly("p|null", "q|86400", "r|null");
  }

  @Test
  void accountsAreThoseThatActOrPublishEachOnce() {
    Dataset<Row> profiles =
        spark()
            .sql(
                "SELECT 'x' platform, * FROM VALUES ('a', 'ann'), ('silent', 'sid')"
                    + " AS t(account_id, handle)");
    Dataset<Row> rows =
        CrawlRows.accounts(
            interactions("('u', 'p', 'like', null, null), ('u', 'q', 'like', null, null)"),
            posts("('a', 'p', null, null), ('b', 'q', null, null), ('c', 'r', null, 'q')"),
            shares("('s', 'o', 'm', '1970-01-02 00:00:01.25Z')"),
            profiles);
    assertThat(seen(rows, "text", "more")).containsExactly("a|ann", "b|null", "s|null", "u|u_name");
  }

  /** Whoever has changed its name is called by the new one, be it first in the alphabet or last. */
  @Test
  void theProfileSaysWhatAnAccountIsCalled() {
    Dataset<Row> profiles =
        spark()
            .sql(
                "SELECT 'x' platform, * FROM VALUES ('u', 'a_new_name'), ('v', null)"
                    + " AS t(account_id, handle)");
    Dataset<Row> rows =
        CrawlRows.accounts(
            interactions("('u', 'p', 'like', null, null), ('v', 'p', 'like', null, null)"),
            posts("('a', 'p', null, null)"),
            shares("('u', 'o', 'm', '1970-01-02 00:00:01.25Z')"),
            profiles);
    assertThat(seen(rows, "text", "more")).containsExactly("a|null", "u|a_new_name", "v|v_name");
  }

  @Test
  void theKeysOfOnePlatformAreNotThoseOfAnother() {
    Dataset<Row> rows = interactions("('a', 'p', 'like', null, null)");
    Dataset<Row> elsewhere = rows.selectExpr("'y' platform", "* EXCEPT (platform)");
    assertThat(seen(CrawlRows.events(rows.unionByName(elsewhere)).distinct(), "key")).hasSize(2);
  }
}
