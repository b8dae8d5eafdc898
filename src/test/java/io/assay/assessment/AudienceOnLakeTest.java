package io.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.AudienceTables;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole days of small lakes, from a crawl to what is said of audiences. */
class AudienceOnLakeTest {
  private static final String SEEN = "\"platform\":\"x\",\"crawled_at\":\"2026-10-31T10:00:00Z\"";

  @TempDir private Path folder;

  private TestLake lake() {
    return new TestLake(folder)
        .file("c", "accounts/a.jsonl", account("ann", "DE") + account("fan", "FR"))
        .file("c", "posts/p.jsonl", post("1") + post("2"));
  }

  private static String account(String id, String country) {
    return "{%s,\"account_id\":\"%s\",\"country\":\"%s\",\"followers\":100}\n"
        .formatted(SEEN, id, country);
  }

  private static String post(String id) {
    return "{%s,\"post_id\":\"%s\",\"account_id\":\"ann\",\"posted_at\":\"2026-10-2%sT10:00:00Z\",\"likes\":3}\n"
        .formatted(SEEN, id, id);
  }

  private static String did(String actor, String kind, String post) {
    return "{%s,\"post_id\":\"%s\",\"actor_id\":\"%s\",\"kind\":\"%s\",\"interaction_id\":\"%s\"}\n"
        .formatted(SEEN, post, actor, kind, actor + kind + post);
  }

  private static String follows(String follower) {
    return "{%s,\"follower_id\":\"%s\",\"account_id\":\"ann\"}\n".formatted(SEEN, follower);
  }

  /** What most deliveries are. */
  @Test
  void withoutInteractionsAndFollowsThereAreReasons() {
    TestLake lake = lake().ingest("c");
    lake.pipeline().runAll(TestLake.DAY);
    assertThat(
            lake.rows(
                AudienceTables.AUDIENCE_QUALITY,
                "account_id; own_posts; engagements; sampled_followers; audience;"
                    + " doubtful_engagements_share; doubtful_engagements_reason;"
                    + " real_reach_reason",
                "account_id"))
        .containsExactly(
            "ann|2|0|0|0|null|sample too small: 0 engagements crawled, 20 are needed"
                + "|sample too small: 0 sampled followers crawled, 20 are needed");
  }

  @Test
  void whatWasDeliveredIsCounted() {
    TestLake lake =
        lake()
            .file(
                "c",
                "interactions/i.jsonl",
                did("fan", "like", "1")
                    + did("fan", "comment", "1")
                    + did("fan", "like", "2")
                    + did("guest", "like", "2")
                    + did("ann", "comment", "2"))
            .file("c", "follows/f.jsonl", follows("fan") + follows("friend"))
            .ingest("c");
    lake.pipeline().runAll(TestLake.DAY);
    assertThat(
            lake.rows(
                AudienceTables.AUDIENCE_QUALITY,
                "account_id; engagements; engagers; sampled_followers; comments; audience;"
                    + " audience_countries[0].country; country_known_share * 3",
                "account_id"))
        .containsExactly("ann|3|2|2|1|3|FR|1.0");
  }
}
