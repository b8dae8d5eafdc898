package io.assay.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Feeds;
import io.assay.contracts.SilverTables;
import io.assay.testing.MemoryLake;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Events are stored once, under the day of their first delivery, whether one task does the work or
 * many do.
 */
class EventDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);
  private static final LocalDate THIRD = LocalDate.of(2026, 10, 3);
  private static final long ONE_TASK = 1;
  private static final long MANY_TASKS = 1L << 30;
  private static final String STORED =
      "concat(first_seen_on, ' ', post_id, ' ', actor_id, ' ', kind, ' ', event_key, ' ', crawl_id)";

  private static MemoryLake lake;

  @BeforeAll
  static void deliver() {
    lake = twoDays(new MemoryLake(ONE_TASK)).run(SECOND, ConformJob.JOB.body());
  }

  @ParameterizedTest
  @ValueSource(longs = {ONE_TASK, MANY_TASKS})
  void eachEventIsStoredOnceUnderTheDayItWasFirstSeen(long bytes) {
    MemoryLake lake = twoDays(new MemoryLake(bytes)).run(SECOND, ConformJob.JOB.body());
    assertThat(lake.rows(SilverTables.INTERACTION, STORED))
        .containsExactly(
            "2026-10-01 p ann comment c1 mine-1",
            "2026-10-01 p ann like  mine-1",
            "2026-10-01 p ann save  mine-1",
            "2026-10-02 p ann comment c2 mine-2",
            "2026-10-02 p bob comment " + md5Of("1759392000000000|hi") + " mine-2",
            "2026-10-02 q ann like  other-2");
    assertThat(lake.findings())
        .containsSubsequence(
            "post_known 2 of 6",
            "not_before_post 0 of 2",
            "actor_known 1 of 6",
            "answered_comment_known 1 of 6");
  }

  @Test
  void ofTwoCrawlersOfADayTheEarlierSightingStands() {
    assertThat(lake.rows(SilverTables.INTERACTION, "post_id", "cast(crawled_at AS STRING)"))
        .contains("q|2026-10-02 05:00:00");
  }

  @Test
  void daysOneByOneHoldTheSameAndALateDeliveryMovesItsEventsToItsDay() {
    MemoryLake oneByOne =
        twoDays(new MemoryLake(ONE_TASK))
            .run(FIRST, ConformJob.JOB.body())
            .run(SECOND, ConformJob.JOB.body());
    assertThat(oneByOne.rows(SilverTables.INTERACTION, "*"))
        .isEqualTo(lake.rows(SilverTables.INTERACTION, "*"));

    oneByOne
        .deliver(
            Feeds.INTERACTIONS,
            "late",
            FIRST,
            event("q", "ann", "like", "2026-10-01T23:00:00Z", ""))
        .run(SECOND, ConformJob.JOB.body());
    assertThat(oneByOne.rows(SilverTables.INTERACTION, STORED))
        .contains("2026-10-01 q ann like  late")
        .noneMatch(row -> row.startsWith("2026-10-02 q ann like"));
  }

  @Test
  void eventsThatARedeliveryTakesBackAreGoneAndNoLongerHideLaterOnes() {
    String like = event("q", "ann", "like", "2026-10-01T23:00:00Z", "");
    MemoryLake lake =
        new MemoryLake(ONE_TASK)
            .deliver(Feeds.INTERACTIONS, "own", FIRST, like)
            .deliver(Feeds.INTERACTIONS, "next", SECOND, like)
            .run(FIRST, ConformJob.JOB.body())
            .run(SECOND, ConformJob.JOB.body());
    assertThat(lake.rows(SilverTables.INTERACTION, STORED))
        .containsExactly("2026-10-01 q ann like  own");

    lake.deliver(Feeds.ACCOUNTS, "own", FIRST, account("a"))
        .deliver(Feeds.INTERACTIONS, "own", FIRST)
        .run(SECOND, ConformJob.JOB.body());
    assertThat(lake.rows(SilverTables.INTERACTION, STORED))
        .containsExactly("2026-10-02 q ann like  next");

    lake.deliver(Feeds.INTERACTIONS, "next", SECOND).run(SECOND, ConformJob.JOB.body());
    assertThat(lake.rows(SilverTables.INTERACTION, STORED)).isEmpty();
  }

  @Test
  void aDayThatStillStandsIsNotMadeAgain() {
    MemoryLake again = twoDays(new MemoryLake(ONE_TASK)).run(SECOND, ConformJob.JOB.body());
    assertThat(again.log())
        .contains("made silver.interaction 2026-10-01", "made silver.interaction 2026-10-02");
    again.run(SECOND, ConformJob.JOB.body());
    assertThat(again.log())
        .contains("made silver.interaction 2026-10-02")
        .noneMatch(entry -> entry.endsWith("silver.interaction 2026-10-01"));
    assertThat(again.rows(SilverTables.INTERACTION, "*"))
        .isEqualTo(lake.rows(SilverTables.INTERACTION, "*"));
  }

  @Test
  void followsAndSharesAreStoredOnceAndConversionsAsTheyAre() {
    MemoryLake lake = new MemoryLake(ONE_TASK);
    String visit =
        "{\"campaign_id\":\"k\",\"kind\":\"visit\",\"occurred_at\":\"2026-09-30T00:00:00Z\"}";
    for (LocalDate day : new LocalDate[] {FIRST, SECOND}) {
      lake.deliver(
              Feeds.FOLLOWS,
              "d",
              day,
              "{\"platform\":\"x\",\"follower_id\":\"a\",\"account_id\":\"b\",\"crawled_at\":\""
                  + day
                  + "T01:00:00Z\"}")
          .deliver(
              Feeds.SHARES,
              "d",
              day,
              "{\"platform\":\"x\",\"object_id\":\"o\",\"account_id\":\"a\",\"content_id\":\"m\","
                  + "\"shared_at\":\"2026-09-30T00:00:00Z\"}")
          .deliver(Feeds.CONVERSIONS, "d", day, visit, visit)
          .run(day, ConformJob.JOB.body());
    }
    assertThat(lake.rows(SilverTables.FOLLOW, "first_seen_on", "follower_id"))
        .containsExactly("2026-10-01|a");
    assertThat(lake.rows(SilverTables.SHARE, "first_seen_on", "object_id"))
        .containsExactly("2026-10-01|o");
    assertThat(lake.rows(SilverTables.CONVERSION, "first_seen_on", "kind"))
        .containsExactly(
            "2026-10-01|visit", "2026-10-01|visit", "2026-10-02|visit", "2026-10-02|visit");
  }

  @Test
  void labelsAndTheBrandsRecordsStandUntilTheyAreDeliveredAgain() {
    MemoryLake lake =
        new MemoryLake(ONE_TASK)
            .deliver(
                Feeds.CAMPAIGNS, "one", FIRST, campaign("k", "awareness"), campaign("old", "leads"))
            .deliver(
                Feeds.LABELS,
                "one",
                FIRST,
                "{\"platform\":\"x\",\"account_id\":\"a\",\"label\":\"bot\"}")
            .deliver(Feeds.CAMPAIGNS, "two", SECOND, campaign("k", "sales"))
            .run(FIRST, ConformJob.JOB.body())
            .run(THIRD, ConformJob.JOB.body());
    assertThat(lake.rows(SilverTables.CAMPAIGN, "concat(as_of, ' ', campaign_id)", "objective"))
        .containsExactly(
            "2026-10-01 k|awareness",
            "2026-10-01 old|leads",
            "2026-10-03 k|sales",
            "2026-10-03 old|leads");
    assertThat(lake.rows(SilverTables.LABEL, "as_of", "label"))
        .containsExactly("2026-10-01|bot", "2026-10-03|bot");
  }

  private static MemoryLake twoDays(MemoryLake lake) {
    return lake.deliver(
            Feeds.POSTS,
            "mine-1",
            FIRST,
            "{\"platform\":\"x\",\"post_id\":\"p\",\"account_id\":\"bob\",\"posted_at\":"
                + "\"2025-10-01T00:00:00Z\",\"crawled_at\":\"2026-10-01T01:00:00Z\"}")
        .deliver(Feeds.ACCOUNTS, "mine-1", FIRST, account("ann"))
        .deliver(
            Feeds.INTERACTIONS,
            "mine-1",
            FIRST,
            event("p", "ann", "like", "2026-10-01T01:00:00Z", ""),
            event("p", "ann", "save", "2026-10-01T01:00:00Z", ""),
            event("p", "ann", "comment", "2026-10-01T01:00:00Z", ",\"interaction_id\":\"c1\""))
        .deliver(
            Feeds.INTERACTIONS,
            "mine-2",
            SECOND,
            event("p", "ann", "like", "2026-10-02T01:00:00Z", ""),
            event(
                "p",
                "ann",
                "comment",
                "2026-10-02T01:00:00Z",
                ",\"interaction_id\":\"c2\",\"reply_to\":\"c1\""),
            event(
                "p",
                "bob",
                "comment",
                "2026-10-02T01:00:00Z",
                ",\"text\":\"hi\",\"reply_to\":\"c9\",\"occurred_at\":\"2025-10-02T08:00:00Z\""),
            event("q", "ann", "like", "2026-10-02T06:00:00Z", ""))
        .deliver(
            Feeds.INTERACTIONS,
            "other-2",
            SECOND,
            event("q", "ann", "like", "2026-10-02T05:00:00Z", ""),
            event("p", "ann", "save", "2026-10-02T05:00:00Z", ""));
  }

  private static String account(String id) {
    return "{\"platform\":\"x\",\"account_id\":\"%s\",\"crawled_at\":\"2026-10-01T01:00:00Z\"}"
        .formatted(id);
  }

  private static String event(String post, String actor, String kind, String seen, String more) {
    return "{\"platform\":\"x\",\"post_id\":\"%s\",\"actor_id\":\"%s\",\"kind\":\"%s\",\"crawled_at\":\"%s\"%s}"
        .formatted(post, actor, kind, seen, more);
  }

  private static String campaign(String id, String objective) {
    return "{\"campaign_id\":\"%s\",\"brand\":\"b\",\"objective\":\"%s\",\"starts_on\":\"2026-09-01\",\"ends_on\":\"2026-12-01\"}"
        .formatted(id, objective);
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
