package io.assay.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.Feeds;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.testing.MemoryLake;
import io.assay.testing.SparkFixture;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three deliveries of two crawlers: what is known of each key on each day. */
class ConformJobTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);
  private static final LocalDate LATER = LocalDate.of(2026, 10, 4);
  private static final long FEW = 1;
  private static final long MANY = 1L << 30;

  private static MemoryLake lake;

  @BeforeAll
  static void deliver() {
    lake =
        deliveries(FEW)
            .run(FIRST, ConformJob.JOB.body())
            .run(SECOND, ConformJob.JOB.body())
            .run(LATER, ConformJob.JOB.body());
  }

  private static MemoryLake deliveries(long bytes) {
    return new MemoryLake(bytes, "conform.window_days=3", "conform.max_history=2")
        .deliver(
            Feeds.ACCOUNTS,
            "mine",
            FIRST,
            account("x", "2026-10-01T08:00:00Z", "\"followers\":10,\"followings\":5"),
            account("x", "2026-10-01T09:00:00Z", "\"followers\":11"),
            account("gone", "2026-10-01T09:00:00Z", "\"followers\":1"))
        .deliver(Feeds.POSTS, "mine", FIRST, post("2026-10-01T09:00:00Z", 1))
        .deliver(
            Feeds.ACCOUNTS,
            "mine",
            SECOND,
            account(
                "x",
                "2026-10-02T08:00:00Z",
                "\"handle\":\"ann_07\",\"bio\":null,\"followings\":22"))
        .deliver(Feeds.POSTS, "mine", SECOND, post("2026-10-02T09:00:00Z", 2))
        .deliver(Feeds.POSTS, "other", SECOND, post("2026-10-02T09:00:00Z", 3))
        .deliver(
            Feeds.ACCOUNTS,
            "mine",
            LATER,
            account("x", "2026-10-04T08:00:00Z", "\"followers\":20,\"followings\":8"));
  }

  @Test
  void takesTheLatestObservationOfEachDayAndNothingLater() {
    assertThat(
            lake.rows(
                SilverTables.ACCOUNT,
                "concat(as_of, ' ', account_id)",
                "followers",
                "observations",
                "transform(follower_history, h -> h.followers)",
                "transform(following_history, h -> h.followings)"))
        .containsExactly(
            "2026-10-01 gone|1|1|ArraySeq(1)|ArraySeq()",
            "2026-10-01 x|11|2|ArraySeq(10, 11)|ArraySeq(5)",
            "2026-10-02 gone|1|1|ArraySeq(1)|ArraySeq()",
            "2026-10-02 x|11|2|ArraySeq(10, 11)|ArraySeq(5, 22)",
            "2026-10-04 x|20|2|ArraySeq(20)|ArraySeq(22, 8)");
  }

  @ParameterizedTest
  @ValueSource(longs = {FEW, MANY})
  void aStateThatWasCarriedForwardEqualsOneFromScratch(long bytes) {
    MemoryLake scratch = deliveries(bytes).run(LATER, ConformJob.JOB.body());
    for (Table state : List.of(SilverTables.ACCOUNT, SilverTables.POST)) {
      assertThat(scratch.rows(state, "*"))
          .isNotEmpty()
          .isEqualTo(
              lake.rows(state, "*").stream()
                  .filter(row -> row.contains(LATER + "|a run"))
                  .toList());
    }
  }

  @Test
  void aDayWithoutDeliveriesInItsWindowIsAMistake() {
    assertThatThrownBy(() -> lake.run(LocalDate.of(2062, 10, 4), ConformJob.JOB.body()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no delivery of the 3 days up to 2062-10-04");
  }

  @Test
  void ofTwoCrawlersAtOneTimeTheNameThatSortsLastDecides() {
    assertThat(lake.rows(SilverTables.POST, "as_of", "likes", "crawl_id"))
        .containsExactly("2026-10-01|1|mine", "2026-10-02|3|other", "2026-10-04|3|other");
  }

  @Test
  void takesFromTheTextWhatWasNotDelivered() {
    assertThat(
            lake.rows(
                SilverTables.ACCOUNT,
                "as_of",
                "handle_length",
                "handle_digits",
                "handle_digit_share",
                "bio_length",
                "follower_following_ratio"))
        .contains(
            "2026-10-02|6|2|0.3333333333333333|null|0.5",
            "2026-10-04|6|2|0.3333333333333333|null|2.5");
    assertThat(lake.rows(SilverTables.POST, "hashtags", "mentions"))
        .containsOnly("ArraySeq(stra\u00dfe, \u65e5\u672c)|ArraySeq(a.b, me)");
  }

  @Test
  void postsADayNeedTheDayOfCreation() {
    assertThat(
            TextMeasures.withAccountMeasures(
                    SparkFixture.spark()
                        .sql(
                            "SELECT *, TIMESTAMP'2026-10-11' crawled_at, '' display_name, '' handle,"
                                + " '' bio, '' external_url, 1L followers, 1L followings,"
                                + " CAST(NULL AS MAP<STRING, TIMESTAMP>) known_at, 30L"
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
        + "}";
  }

  private static String post(String seen, int likes) {
    return "{\"platform\":\"x\",\"post_id\":\"p\",\"account_id\":\"x\",\"posted_at\":"
        + "\"2026-09-30T00:00:00Z\",\"crawled_at\":\""
        + seen
        + "\",\"likes\":"
        + likes
        + ",\"caption\":\"#stra\u00dfe with @a.b, @me. #\u65e5\u672c\"}";
  }
}
