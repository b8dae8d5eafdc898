package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.OpsTables;
import io.assay.contracts.QualityGateError;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An optional value that cannot be costs the value, not the record. */
class LostValuesTest {
  private static final String POST =
      "{\"platform\":\"x\",\"post_id\":\"%s\",\"account_id\":\"a\",\"posted_at\":"
          + "\"2026-10-30T10:00:00Z\",\"crawled_at\":\"2026-10-31T10:00:00Z\",%s}%n";

  @TempDir private Path folder;

  private static String post(String id, String more) {
    return POST.formatted(id, more);
  }

  @Test
  void hiddenAndOverflowedCountersAreNullAndCounted() {
    TestLake lake =
        new TestLake(folder)
            .file(
                "c",
                "posts/p.jsonl",
                post("p1", "\"likes\":-1,\"comments\":40")
                    + post("p2", "\"likes\":90,\"views\":-2147483648")
                    + post("p3", "\"likes\":12.5,\"comments\":7")
                    + post("p4", "\"likes\":-1,\"views\":9000000000000000")
                    + post("p5", "\"likes\":3,\"views\":8")
                    + post("p6", "\"likes\":4,\"views\":9"))
            .ingest("c");
    assertThat(
            lake.rows(BronzeTables.POST_OBSERVATION, "post_id; likes; comments; views", "post_id"))
        .containsExactly(
            "p1|null|40|null",
            "p2|90|null|null",
            "p3|null|7|null",
            "p4|null|null|null",
            "p5|3|null|8",
            "p6|4|null|9");
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "accepted; quarantined", "feed"))
        .containsExactly("6|0");
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "inline(lost_values)", "field"))
        .containsExactlyInAnyOrder(
            "likes|a fraction, not a whole number|1",
            "likes|negative|2",
            "views|negative|1",
            "views|above ingest.max_count, 1000000000000|1");
    assertThat(lake.said())
        .contains("posts: likes is null in 2 records (33.3 %), where its value is negative");
  }

  @Test
  void whatARefusedRecordLostIsNotCounted() {
    FeedCheck check =
        new Mapped(folder)
            .file("posts/p.jsonl", post("", "\"likes\":-1") + post("p", "\"likes\":-1"))
            .unmapped();
    assertThat(check.quarantined()).isEqualTo(1);
    assertThat(check.lost()).containsExactly(new LostValue("likes", "negative", false, 1));
  }

  @Test
  void fieldsOfEveryTypeAreMeant() {
    FeedCheck check =
        new Mapped(folder)
            .file(
                "interactions/i.jsonl",
                """
                {"platform":"x","post_id":"p","actor_id":"a","kind":"like","occurred_at":"2026-12-01","crawled_at":"2026-10-31T10:00:00Z"}
                {"platform":"x","post_id":"p","actor_id":"b","kind":"like","occurred_at":"soon","crawled_at":"2026-10-31T10:00:00Z"}
                {"platform":"x","post_id":"p","actor_id":"c","kind":"like","occurred_at":"2026-10-30","crawled_at":"2026-10-31T10:00:00Z"}
                {"platform":"x","post_id":"p","actor_id":"d","kind":"wave","crawled_at":"2026-10-31T10:00:00Z"}
                """)
            .unmapped();
    assertThat(Mapped.rows(check, "actor_id", "occurred_at"))
        .containsExactly("a|null", "b|null", "c|2026-10-30 00:00:00");
    assertThat(check.lost())
        .containsExactly(
            new LostValue("occurred_at", "not an ISO-8601 time", true, 1),
            new LostValue("occurred_at", "after the crawl date", false, 1));
    assertThat(check.refusals()).extracting(FeedCheck.Refusal::field).containsExactly("kind");
  }

  @Test
  void aFieldThatLosesMostOfItsValuesStopsTheCrawl() {
    TestLake lake =
        new TestLake(folder, "ingest.max_lost_share=0.5")
            .file(
                "c",
                "posts/p.jsonl",
                post("p1", "\"likes\":-1")
                    + post("p2", "\"likes\":-1")
                    + post("p3", "\"likes\":1"));
    assertThatThrownBy(() -> lake.ingest("c"))
        .isInstanceOf(QualityGateError.class)
        .hasMessageContaining(
            "the value of likes in 2 of 3 posts records (66.7 %) is none that it can have, more than"
                + " ingest.max_lost_share = 0.5: negative (2); nothing was published");
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "published", "feed"))
        .containsExactly("false");
  }

  @Test
  void wordsForAMissingNumberAreNoneAndOtherWordsAreTheMappingsFault() {
    TestLake lake =
        new TestLake(folder)
            .file("words", "posts/p.csv", csv("nan", "None", "N/A", "7", "8", "9", "10"))
            .ingest("words");
    assertThat(lake.rows(BronzeTables.POST_OBSERVATION, "likes", "post_id"))
        .containsExactly("null", "null", "null", "7", "8", "9", "10");
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "inline(lost_values)", "field"))
        .containsExactly("likes|a word for a missing value, such as nan or null|3");
    lake.file("shown", "posts/p.csv", csv("1.2M", "45k", "N/A", "7", "8", "9", "10"));
    assertThatThrownBy(() -> lake.ingest("shown"))
        .isInstanceOf(QualityGateError.class)
        .hasMessageContaining(
            "the value of likes in 2 of 7 posts records (28.6 %) cannot be read, more than"
                + " ingest.max_quarantined_share = 0.05: not a whole number (2)");
  }

  private static String csv(String... likes) {
    StringBuilder rows =
        new StringBuilder("platform,post_id,account_id,posted_at,crawled_at,likes\n");
    for (int i = 0; i < likes.length; i++) {
      rows.append("x,p")
          .append(i)
          .append(",a,2026-10-30,2026-10-31,")
          .append(likes[i])
          .append("\n");
    }
    return rows.toString();
  }

  @Test
  void aNumberBesideHiddenLikesIsNone() {
    FeedCheck check =
        new Mapped(folder)
            .file("p.csv", "id,n,off\np1,3,true\np2,3,false\np3,3,\np4,3,1.0\np5,3,0.0\n")
            .by(
                """
                format: csv
                feeds:
                  posts:
                    columns: {platform: "'instagram'", post_id: id, account_id: "'a'",
                              posted_at: "'2026-10-30'", crawled_at: "'2026-10-31'",
                              likes: n, likes_hidden: "off"}
                """);
    assertThat(Mapped.rows(check, "post_id", "likes"))
        .containsExactly("p1|null", "p2|3", "p3|3", "p4|null", "p5|3");
    assertThat(check.lost()).isEmpty();
  }
}
