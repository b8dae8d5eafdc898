package io.assay.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.conform.ConformJob;
import io.assay.contracts.Feeds;
import io.assay.testing.MemoryLake;
import io.assay.testing.TestLake;
import org.junit.jupiter.api.Test;

/** Whoever gets more engagements than there are followers is told, with an example. */
class RatesAboveOneTest {
  private static final String HINT =
      "accounts whose usual post has more engagements than they have followers: reposts may be"
          + " counted as their own (does the mapping fill repost_of?), followers misread (12.000 as"
          + " 12), or hidden behind a small number";

  private static final String SEEN = "\"crawled_at\":\"2026-10-31T10:00:00Z\"";

  private static String account(String id, int followers, String more) {
    return "{\"platform\":\"x\",\"account_id\":\"%s\",%s,\"followers\":%d%s}"
        .formatted(id, SEEN, followers, more);
  }

  private static String post(String author, String counters) {
    return "{\"platform\":\"x\",\"post_id\":\"of %s\",\"account_id\":\"%s\",\"posted_at\":\"2026-10-20T08:00:00Z\",%s,%s}"
        .formatted(author, author, SEEN, counters);
  }

  private static MemoryLake lake(String[] accounts, String... posts) {
    return new MemoryLake(1, "engagement.min_posts=1")
        .deliver(Feeds.ACCOUNTS, "mine", TestLake.DAY, accounts)
        .deliver(Feeds.POSTS, "mine", TestLake.DAY, posts)
        .run(TestLake.DAY, ConformJob.JOB.body())
        .run(TestLake.DAY, EngagementJob.JOB.body());
  }

  private static String[] accounts(String... accounts) {
    return accounts;
  }

  @Test
  void anAccountAboveOneIsToldAndOneAtOneIsNot() {
    MemoryLake lake =
        lake(
            accounts(
                account("at", 100, ""),
                account("above", 100, ",\"handle\":\"ann\""),
                account("silent", 7, "")),
            post("at", "\"likes\":90,\"comments\":10"),
            post("above", "\"likes\":50000,\"comments\":900"));
    assertThat(lake.findings()).containsExactly("rate_at_most_one 1 of 2");
    assertThat(lake.hints())
        .containsExactly(
            HINT + "; for example x above (ann): rate_public 509.00 with 100 followers");
  }

  @Test
  void sharesAndStatedAveragesAreToldToo() {
    MemoryLake lake =
        lake(
            accounts(
                account("shared", 10, ""),
                account("listed", 10, ",\"average_likes\":24.5,\"average_comments\":0.5")),
            post("shared", "\"likes\":9,\"comments\":1,\"shares\":5"));
    assertThat(lake.findings()).containsExactly("rate_at_most_one 2 of 2");
    assertThat(lake.hints().get(0))
        .endsWith(
            "; for example x listed: stated_rate_public 2.50 with 10 followers; x shared:"
                + " rate_total 1.50 with 10 followers");
  }

  @Test
  void whatARepostEarnedMovesNoRateAboveOne() {
    MemoryLake lake =
        lake(
            accounts(account("passes", 100, ""), account("owns", 100, "")),
            post("passes", "\"likes\":50000,\"comments\":900,\"repost_of\":\"700\""),
            post("owns", "\"likes\":5,\"comments\":0,\"repost_of\":\"\""));
    assertThat(lake.findings()).containsExactly("rate_at_most_one 0 of 1");
    assertThat(lake.hints()).containsExactly(HINT);
  }

  @Test
  void atMostThreeExamplesAreNamed() {
    MemoryLake lake =
        lake(
            accounts(
                account("d", 1, ""), account("c", 1, ""), account("b", 1, ""), account("a", 1, "")),
            post("a", "\"likes\":2,\"comments\":0"),
            post("b", "\"likes\":2,\"comments\":0"),
            post("c", "\"likes\":2,\"comments\":0"),
            post("d", "\"likes\":2,\"comments\":0"));
    assertThat(lake.findings()).containsExactly("rate_at_most_one 4 of 4");
    assertThat(lake.hints().get(0))
        .endsWith(
            "x a: rate_public 2.00 with 1 followers; x b: rate_public 2.00 with 1 followers; x c:"
                + " rate_public 2.00 with 1 followers");
  }
}
