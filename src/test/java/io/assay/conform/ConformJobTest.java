package io.assay.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.OpsTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.UserError;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three deliveries of two crawlers: what is known of each key on each day. */
class ConformJobTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);
  private static final LocalDate LATER = LocalDate.of(2026, 10, 4);

  @TempDir private static Path folder;
  private static TestLake lake;

  @BeforeAll
  static void deliver() {
    lake = deliveries(folder).run("conform", FIRST).run("conform", SECOND).run("conform", LATER);
  }

  private static TestLake deliveries(Path folder) {
    return new TestLake(folder, "conform.window_days=3", "conform.max_history=2")
        .file(
            "mine-1",
            "accounts/a.jsonl",
            account("x", "2026-10-01T08:00:00Z", "\"followers\":10")
                + account("x", "2026-10-01T09:00:00Z", "\"followers\":11")
                + account("gone", "2026-10-01T09:00:00Z", "\"followers\":1"))
        .file("mine-1", "posts/p.jsonl", post("2026-10-01T09:00:00Z", 1))
        .ingest("mine-1", FIRST)
        .file(
            "mine-2",
            "accounts/a.jsonl",
            account("x", "2026-10-02T08:00:00Z", "\"handle\":\"ann_07\",\"bio\":null"))
        .file("mine-2", "posts/p.jsonl", post("2026-10-02T09:00:00Z", 2))
        .ingest("mine-2", SECOND)
        .file("other", "posts/p.jsonl", post("2026-10-02T09:00:00Z", 3))
        .ingest("other", SECOND)
        .file(
            "mine-4",
            "accounts/a.jsonl",
            account("x", "2026-10-04T08:00:00Z", "\"followers\":20,\"followings\":8"))
        .ingest("mine-4", LATER);
  }

  @Test
  void takesTheLatestObservationOfEachDayAndNothingLater() {
    assertThat(
            lake.rows(
                SilverTables.ACCOUNT,
                "concat(as_of, ' ', account_id) k; followers; observations;"
                    + " transform(follower_history, h -> h.followers)",
                "k"))
        .containsExactly(
            "2026-10-01 gone|1|1|ArraySeq(1)",
            "2026-10-01 x|11|2|ArraySeq(10, 11)",
            "2026-10-02 gone|1|1|ArraySeq(1)",
            "2026-10-02 x|null|2|ArraySeq(10, 11)",
            "2026-10-04 x|20|2|ArraySeq(20)");
  }

  @Test
  void aStateThatWasCarriedForwardEqualsOneFromScratch(@TempDir Path other) {
    TestLake scratch = deliveries(other).run("conform", LATER);
    assertThat(content(scratch)).hasSize(2).isSubsetOf(content(lake));
    assertThat(carriedFrom(lake, LATER)).as("only the last day's delivery was read").isEqualTo(1);
    assertThat(carriedFrom(scratch, LATER)).isEqualTo(2);
  }

  /** Observations of accounts and of posts are one read each; so is an earlier state. */
  private static long carriedFrom(TestLake lake, LocalDate day) {
    return lake.table(OpsTables.RUN)
        .where("job = 'conform' AND as_of = DATE'" + day + "'")
        .selectExpr("explode(inputs) i")
        .where("i.name = 'bronze.account_observation'")
        .selectExpr("i.rows")
        .head()
        .getLong(0);
  }

  private static List<String> content(TestLake lake) {
    return lake
        .rows(OpsTables.PUBLICATION, "concat(table_name, ' ', slice) k; content_hash", "k")
        .stream()
        .filter(row -> row.startsWith("silver.") && row.contains(LATER.toString()))
        .distinct()
        .toList();
  }

  @Test
  void aDayWithoutDeliveriesInItsWindowIsAMistake() {
    assertThatThrownBy(() -> lake.run("conform", LocalDate.of(2062, 10, 4)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no delivery of the 3 days up to 2062-10-04");
  }

  @Test
  void ofTwoCrawlersAtOneTimeTheNameThatSortsLastDecides() {
    assertThat(lake.rows(SilverTables.POST, "as_of; likes; crawl_id", "as_of"))
        .containsExactly("2026-10-01|1|mine-1", "2026-10-02|3|other", "2026-10-04|3|other");
  }

  @Test
  void takesFromTheTextWhatWasNotDelivered() {
    assertThat(
            lake.rows(
                SilverTables.ACCOUNT,
                "as_of; handle_length; handle_digits; handle_digit_share; bio_length;"
                    + " follower_following_ratio",
                "as_of"))
        .contains(
            "2026-10-02|6|2|0.3333333333333333|null|null", "2026-10-04|null|null|null|null|2.5");
    assertThat(lake.rows(SilverTables.POST, "hashtags; mentions", "hashtags"))
        .containsOnly("ArraySeq(stra\u00dfe, \u65e5\u672c)|ArraySeq(a.b, me)");
  }

  @Test
  void postsADayNeedTheDayOfCreation() {
    assertThat(
            TextMeasures.withAccountMeasures(
                    SparkFixture.spark()
                        .sql(
                            "SELECT *, TIMESTAMP'2026-10-11' crawled_at, '' display_name, '' handle,"
                                + " '' bio, '' external_url, 1L followers, 1L followings, 30L"
                                + " posts_count, CAST(NULL AS INT) handle_length, CAST(NULL AS INT)"
                                + " handle_digits, CAST(NULL AS INT) display_name_words, CAST(NULL AS"
                                + " INT) display_name_length, CAST(NULL AS INT) bio_length, CAST(NULL"
                                + " AS DOUBLE) handle_digit_share, CAST(NULL AS DOUBLE)"
                                + " display_name_digit_share, CAST(NULL AS DOUBLE)"
                                + " follower_following_ratio, CAST(NULL AS DOUBLE) posts_per_day,"
                                + " CAST(NULL AS BOOLEAN) has_external_url, CAST(NULL AS BOOLEAN)"
                                + " name_equals_handle FROM VALUES (TIMESTAMP'2026-10-01'), (NULL),"
                                + " (TIMESTAMP'2026-10-11') AS t(created_at)"))
                .select("posts_per_day")
                .collectAsList()
                .stream()
                .map(row -> row.get(0)))
        .containsExactly(3.0, null, 30.0);
  }

  private static String account(String id, String seen, String more) {
    return "{\"platform\":\"x\",\"account_id\":\""
        + id
        + "\",\"crawled_at\":\""
        + seen
        + "\","
        + more
        + "}\n";
  }

  private static String post(String seen, int likes) {
    return "{\"platform\":\"x\",\"post_id\":\"p\",\"account_id\":\"x\",\"posted_at\":"
        + "\"2026-09-30T00:00:00Z\",\"crawled_at\":\""
        + seen
        + "\",\"likes\":"
        + likes
        + ",\"caption\":\"#stra\u00dfe with @a.b, @me. #\u65e5\u672c\"}\n";
  }
}
