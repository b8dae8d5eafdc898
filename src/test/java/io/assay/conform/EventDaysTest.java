package io.assay.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.OpsTables;
import io.assay.contracts.SilverTables;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events are stored once, under the day of their first delivery, in whatever order days are made.
 */
class EventDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);
  private static final LocalDate THIRD = LocalDate.of(2026, 10, 3);
  private static final String STORED =
      "concat(first_seen_on, ' ', post_id, ' ', actor_id, ' ', kind) k; event_key; crawl_id";

  @TempDir private static Path folder;
  private static TestLake lake;
  private static List<String> beforeRerun;

  @BeforeAll
  static void deliver() {
    lake = twoDays(new TestLake(folder.resolve("at-once"))).run("conform", SECOND);
    beforeRerun = hashes(lake);
    lake.run("conform", SECOND);
  }

  @Test
  void eachEventIsStoredOnceUnderTheDayItWasFirstSeen() {
    assertThat(lake.rows(SilverTables.INTERACTION, STORED, "k"))
        .containsExactly(
            "2026-10-01 p ann comment|c1|mine-1",
            "2026-10-01 p ann like||mine-1",
            "2026-10-01 p ann save||mine-1",
            "2026-10-02 p ann comment|c2|mine-2",
            "2026-10-02 p bob comment|" + md5Of("1759392000000000|hi") + "|mine-2",
            "2026-10-02 q ann like||other-2");
  }

  @Test
  void ofTwoCrawlersOfADayTheEarlierSightingStands() {
    assertThat(
            lake.rows(SilverTables.INTERACTION, "post_id; cast(crawled_at AS STRING) c", "post_id"))
        .contains("q|2026-10-02 05:00:00");
  }

  @Test
  void daysOneByOneHoldTheSameAndALateDeliveryMovesItsEventsToItsDay() {
    TestLake oneByOne =
        twoDays(new TestLake(folder.resolve("one-by-one")))
            .run("conform", FIRST)
            .run("conform", SECOND);
    assertThat(hashes(oneByOne)).isEqualTo(beforeRerun).hasSize(2);

    oneByOne
        .file("late", "interactions/i.jsonl", event("q", "ann", "like", "2026-10-01T23:00:00Z", ""))
        .ingest("late", FIRST)
        .run("conform", SECOND);
    assertThat(oneByOne.rows(SilverTables.INTERACTION, STORED, "k"))
        .contains("2026-10-01 q ann like||late")
        .noneMatch(row -> row.startsWith("2026-10-02 q ann like"));
  }

  @Test
  void eventsThatARedeliveryTakesBackAreGoneAndNoLongerHideLaterOnes() {
    String like = event("q", "ann", "like", "2026-10-01T23:00:00Z", "");
    TestLake lake =
        new TestLake(folder.resolve("taken-back"))
            .file("own", "interactions/i.jsonl", like)
            .ingest("own", FIRST)
            .file("next", "interactions/i.jsonl", like)
            .ingest("next", SECOND)
            .run("conform", FIRST)
            .run("conform", SECOND);
    assertThat(lake.rows(SilverTables.INTERACTION, STORED, "k"))
        .containsExactly("2026-10-01 q ann like||own");

    String account =
        "{\"platform\":\"x\",\"account_id\":\"a\",\"crawled_at\":\"2026-10-01T01:00:00Z\"}";
    lake.file("without", "accounts/a.jsonl", account)
        .ingest(lake.crawl("without"), "own", FIRST, null);
    lake.run("conform", SECOND);
    assertThat(lake.rows(SilverTables.INTERACTION, STORED, "k"))
        .containsExactly("2026-10-02 q ann like||next");

    lake.ingest(lake.crawl("without"), "next", SECOND, null).run("conform", SECOND);
    assertThat(lake.rows(SilverTables.INTERACTION, STORED, "k")).isEmpty();
  }

  @Test
  void aRerunOfADayChangesNothing() {
    assertThat(hashes(lake)).isEqualTo(beforeRerun);
    assertThat(
            lake.rows(OpsTables.PUBLICATION, "slice s; table_name", "s").stream()
                .filter(row -> row.equals("first_seen_on=2026-10-01|silver.interaction")))
        .as("a day that still stands is not made again")
        .hasSize(1);
  }

  @Test
  void countsWhatInteractionsReferToAndNobodyKnows() {
    assertThat(
            lake.rows(
                OpsTables.QUALITY_CHECK, "concat(slice, ' ', check_name) k; violations; rows", "k"))
        .contains(
            "first_seen_on=2026-10-02 post_known|2|6",
            "first_seen_on=2026-10-02 actor_known|1|6",
            "first_seen_on=2026-10-02 answered_comment_known|1|6",
            "first_seen_on=2026-10-02 not_before_post|0|2");
  }

  @Test
  void followsAndSharesAreStoredOnceAndConversionsAsTheyAre() {
    TestLake lake = new TestLake(folder.resolve("follows"));
    String follow =
        "{\"platform\":\"x\",\"follower_id\":\"a\",\"account_id\":\"b\",\"crawled_at\":\"%s\"}\n";
    String share =
        "{\"platform\":\"x\",\"object_id\":\"o\",\"account_id\":\"a\",\"content_id\":\"m\","
            + "\"shared_at\":\"2026-09-30T00:00:00Z\"}\n";
    String visit =
        "{\"campaign_id\":\"k\",\"kind\":\"visit\",\"occurred_at\":\"2026-09-30T00:00:00Z\"}\n";
    for (LocalDate day : new LocalDate[] {FIRST, SECOND}) {
      lake.file("d" + day, "follows/f.jsonl", follow.formatted(day + "T01:00:00Z"))
          .file("d" + day, "shares/s.jsonl", share)
          .file("d" + day, "conversions/c.jsonl", visit + visit)
          .ingest("d" + day, day)
          .run("conform", day);
    }
    assertThat(lake.rows(SilverTables.FOLLOW, "first_seen_on; follower_id", "first_seen_on"))
        .containsExactly("2026-10-01|a");
    assertThat(lake.rows(SilverTables.SHARE, "first_seen_on; object_id", "first_seen_on"))
        .containsExactly("2026-10-01|o");
    assertThat(lake.rows(SilverTables.CONVERSION, "first_seen_on; kind", "first_seen_on"))
        .containsExactly(
            "2026-10-01|visit", "2026-10-01|visit", "2026-10-02|visit", "2026-10-02|visit");
  }

  @Test
  void labelsAndTheBrandsRecordsStandUntilTheyAreDeliveredAgain() {
    TestLake lake = new TestLake(folder.resolve("brand"));
    lake.file("one", "campaigns/c.jsonl", campaign("k", "awareness") + campaign("old", "leads"))
        .file(
            "one",
            "labels/l.jsonl",
            "{\"platform\":\"x\",\"account_id\":\"a\",\"label\":\"bot\"}\n")
        .ingest("one", FIRST)
        .file("two", "campaigns/c.jsonl", campaign("k", "sales"))
        .ingest("two", SECOND)
        .run("conform", FIRST)
        .run("conform", THIRD);
    assertThat(
            lake.rows(SilverTables.CAMPAIGN, "concat(as_of, ' ', campaign_id) k; objective", "k"))
        .containsExactly(
            "2026-10-01 k|awareness",
            "2026-10-01 old|leads",
            "2026-10-03 k|sales",
            "2026-10-03 old|leads");
    assertThat(lake.rows(SilverTables.LABEL, "as_of; label", "as_of"))
        .containsExactly("2026-10-01|bot", "2026-10-03|bot");
  }

  private static TestLake twoDays(TestLake lake) {
    return lake.file(
            "mine-1",
            "posts/p.jsonl",
            "{\"platform\":\"x\",\"post_id\":\"p\",\"account_id\":\"bob\",\"posted_at\":"
                + "\"2025-10-01T00:00:00Z\",\"crawled_at\":\"2026-10-01T01:00:00Z\"}\n")
        .file(
            "mine-1",
            "accounts/a.jsonl",
            "{\"platform\":\"x\",\"account_id\":\"ann\",\"crawled_at\":\"2026-10-01T01:00:00Z\"}\n")
        .file(
            "mine-1",
            "interactions/i.jsonl",
            event("p", "ann", "like", "2026-10-01T01:00:00Z", "")
                + event("p", "ann", "save", "2026-10-01T01:00:00Z", "")
                + event(
                    "p", "ann", "comment", "2026-10-01T01:00:00Z", ",\"interaction_id\":\"c1\""))
        .ingest("mine-1", FIRST)
        .file(
            "mine-2",
            "interactions/i.jsonl",
            event("p", "ann", "like", "2026-10-02T01:00:00Z", "")
                + event(
                    "p",
                    "ann",
                    "comment",
                    "2026-10-02T01:00:00Z",
                    ",\"interaction_id\":\"c2\",\"reply_to\":\"c1\"")
                + event(
                    "p",
                    "bob",
                    "comment",
                    "2026-10-02T01:00:00Z",
                    ",\"text\":\"hi\",\"reply_to\":\"c9\",\"occurred_at\":\"2025-10-02T08:00:00Z\"")
                + event("q", "ann", "like", "2026-10-02T06:00:00Z", ""))
        .ingest("mine-2", SECOND)
        .file(
            "other-2",
            "interactions/i.jsonl",
            event("q", "ann", "like", "2026-10-02T05:00:00Z", "")
                + event("p", "ann", "save", "2026-10-02T05:00:00Z", ""))
        .ingest("other-2", SECOND);
  }

  private static String event(String post, String actor, String kind, String seen, String more) {
    return "{\"platform\":\"x\",\"post_id\":\"%s\",\"actor_id\":\"%s\",\"kind\":\"%s\",\"crawled_at\":\"%s\"%s}\n"
        .formatted(post, actor, kind, seen, more);
  }

  private static String campaign(String id, String objective) {
    return "{\"campaign_id\":\"%s\",\"brand\":\"b\",\"objective\":\"%s\",\"starts_on\":\"2026-09-01\",\"ends_on\":\"2026-12-01\"}\n"
        .formatted(id, objective);
  }

  private static List<String> hashes(TestLake lake) {
    return lake
        .rows(OpsTables.PUBLICATION, "concat(slice, ' ', table_name) k; content_hash", "k")
        .stream()
        .filter(row -> row.contains("silver.interaction"))
        .distinct()
        .toList();
  }

  private static String md5Of(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("MD5").digest(text.getBytes()));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
