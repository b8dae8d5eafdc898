package io.assay.signals;

import static io.assay.testing.SparkFixture.spark;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.text.CommentText;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Which events are told to whom. */
class EventRowsTest {
  private static final int PEOPLE = 400;
  private static final String MORNING = "2026-10-01T10:00:00Z";
  private static final String NOON = "2026-10-01T12:00:00Z";
  private static final String MIDNIGHT = "2026-10-01T00:00:00Z";

  /** Everybody comments twice under the post "busy" and once under "calm". */
  private static Dataset<Row> everybody(int maxComments) {
    Dataset<Row> interactions =
        spark()
            .range(PEOPLE)
            .selectExpr(
                "'x' AS platform",
                "concat('a', id) AS actor_id",
                "explode(array('busy', 'busy', 'calm')) AS post_id",
                "'comment' AS kind",
                "CAST(NULL AS TIMESTAMP) AS occurred_at",
                "'nice' AS text",
                "CAST(NULL AS STRING) AS event_key");
    // What the platform shows is hidden, and is not asked for.
    Dataset<Row> posts =
        spark()
            .sql(
                "SELECT 'x' AS platform, post_id, account_id, TIMESTAMP'2026-10-01 10:00:00' AS"
                    + " posted_at, CAST(NULL AS STRING) AS repost_of FROM VALUES ('busy', 'star'), ('calm', 'friend')"
                    + " AS t(post_id, account_id)");
    return EventRows.of(interactions, posts, maxComments);
  }

  private static List<Row> told(Dataset<Row> events, String author) {
    return events
        .where(col("account").equalTo("x" + EventRows.SEPARATOR + author))
        .where(col("role").equalTo(EventRows.GOT))
        .groupBy("at")
        .count()
        .collectAsList();
  }

  @Test
  void ofABusyPostAShareOfTheCommentersIsToldWithAllTheySay() {
    Dataset<Row> events = everybody(400);
    List<Row> commenters = told(events, "star");
    // 400 of 800 comments crawled: about half of 400 people. The other post has 400, not more.
    assertThat(commenters).hasSizeBetween(160, 240);
    assertThat(commenters).allMatch(row -> row.getLong(1) == 2);
    assertThat(told(events, "friend")).hasSize(PEOPLE);
    assertThat(events.where(col("role").equalTo(EventRows.WROTE)).count()).isEqualTo(3L * PEOPLE);
  }

  @Test
  void nothingIsSampledBelowTheMost() {
    assertThat(told(everybody(800), "star")).hasSize(PEOPLE);
  }

  @Test
  void aFewCrawledCommentsOfAMillionShownAreAllTold() {
    Crawled crawled = new Crawled().post("p", "star", MORNING, 1_000_000L);
    IntStream.range(0, 30).forEach(i -> crawled.comment("a" + i, "p", null, "nice"));
    assertThat(told(crawled.events(100), "star")).hasSize(30);
  }

  @Test
  void aCommentTellsItsTimeAndItsText() {
    List<String> events =
        events(new Crawled().post("p", "star", MORNING).comment("ann", "p", NOON, ""));
    long empty = CommentText.EMPTY;
    assertThat(events)
        .containsExactlyInAnyOrder(
            "ann acted " + micros(NOON) + " 7200000000",
            "ann wrote 0 " + empty,
            "star got ? " + empty);
  }

  @Test
  void aCommentWithoutATextIsACommentAndNoText() {
    assertThat(events(new Crawled().post("p", "star", MORNING).comment("ann", "p", null, null)))
        .containsExactlyInAnyOrder("ann wrote-unread 0 -1", "star got ? -1");
  }

  @Test
  void likesWithoutATimeSayOnceThatSomebodyIsThere() {
    Crawled crawled = new Crawled().post("p", "star", MORNING).post("q", "star", MORNING);
    crawled.like("ann", "p", null).like("ann", "q", null).like("ann", "q", MIDNIGHT);
    assertThat(events(crawled)).containsExactly("ann seen 0 0");
  }

  @Test
  void aDelayIsKnownAfterATimeOfPublicationOnly() {
    Crawled crawled = new Crawled().post("late", "star", NOON).post("dated", "star", MIDNIGHT);
    crawled.like("ann", "late", MORNING).like("bob", "dated", NOON).like("cid", "unknown", NOON);
    assertThat(events(crawled))
        .containsExactlyInAnyOrder(
            "ann acted " + micros(MORNING) + " -1",
            "bob acted " + micros(NOON) + " -1",
            "cid acted " + micros(NOON) + " -1");
  }

  @Test
  void whatIsDoneUnderARepostIsNotTheRepostersAndHasNoDelay() {
    Crawled crawled = new Crawled().repost("7", "p", "fan", MORNING).post("q", "star", MORNING);
    crawled.comment("ann", "p", NOON, "").comment("ann", "q", NOON, "");
    crawled.like("fan", "p", NOON).comment("fan", "p", null, "my own repost");
    long empty = CommentText.EMPTY;
    assertThat(events(crawled))
        .containsExactlyInAnyOrder(
            "ann acted " + micros(NOON) + " -1",
            "ann wrote 0 " + empty,
            "ann acted " + micros(NOON) + " 7200000000",
            "ann wrote 0 " + empty,
            "star got ? " + empty);
  }

  @Test
  void anEmptyTextNamesNoOtherPost() {
    Crawled crawled = new Crawled().repost("", "p", "star", MORNING);
    assertThat(events(crawled.repost(" ", "q", "star", MORNING).like("ann", "p", NOON)))
        .containsExactly("ann acted " + micros(NOON) + " 7200000000");
    assertThat(events(crawled.comment("bob", "q", null, null))).contains("star got ? -1");
  }

  @Test
  void underOnesOwnPostNothingCounts() {
    Crawled crawled = new Crawled().post("p", "star", MORNING);
    assertThat(events(crawled.like("star", "p", NOON).comment("star", "p", null, "thank you")))
        .isEmpty();
  }

  private static long micros(String time) {
    return Instant.parse(time).getEpochSecond() * 1_000_000;
  }

  /** "account role at value"; who wrote is a hash, and left out. */
  private static List<String> events(Crawled crawled) {
    List<String> roles =
        List.of("acted", "wrote", "wrote-unread", "got", "wrote-copy", "got-copy", "seen");
    return crawled.events(1_000).collectAsList().stream()
        .map(
            row -> {
              int role = row.getInt(1);
              String account = row.getString(0).substring(2);
              Object at = role == EventRows.GOT ? "?" : row.get(2);
              return account + " " + roles.get(role) + " " + at + " " + row.get(3);
            })
        .toList();
  }
}
