package io.assay.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.OpsTables;
import io.assay.contracts.SilverTables;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a lake is told by its commits and its ledger. */
class ConformInLakeTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

  @TempDir private Path folder;

  @Test
  void aLateDeliveryRemakesItsDayAndThoseThatDeliverItsEventsToo() {
    TestLake lake = new TestLake(folder);
    deliver(lake, "own", 1, "a");
    deliver(lake, "own", 2, "b");
    deliver(lake, "own", 3, "late");
    deliver(lake, "own", 4, "d");
    lake.run("conform", day(4));

    deliver(lake, "other", 1, "late");
    lake.run("conform", day(4)).run("conform", day(4));
    assertThat(lake.rows(SilverTables.FOLLOW, "first_seen_on; follower_id", "follower_id"))
        .containsExactly("2026-10-01|a", "2026-10-02|b", "2026-10-04|d", "2026-10-01|late");
    assertThat(
            lake.table(SilverTables.FOLLOW)
                .groupBy("first_seen_on")
                .agg(org.apache.spark.sql.functions.countDistinct("run_id").as("n"))
                .where("n > 1")
                .count())
        .isZero();
    assertThat(versions(lake, 1)).as("made when it came, and when the late one came").isEqualTo(2);
    assertThat(versions(lake, 2)).as("stands from the start").isEqualTo(1);
    assertThat(versions(lake, 3)).as("lost its event to the late delivery").isEqualTo(2);
  }

  @Test
  void aStateIsCarriedForwardAndEqualsOneFromScratch() {
    TestLake lake = accounts(new TestLake(folder.resolve("daily")));
    lake.run("conform", day(1)).run("conform", day(2)).run("conform", day(3));
    TestLake scratch = accounts(new TestLake(folder.resolve("scratch"))).run("conform", day(3));
    assertThat(content(lake)).isEqualTo(content(scratch)).hasSize(1);
    assertThat(rowsRead(lake)).as("only the last day's delivery").isEqualTo(1);
    assertThat(rowsRead(scratch)).isEqualTo(3);
  }

  @Test
  void aProfileThatIsMentionedLaterKeepsItsFollowersAndItsBand() {
    TestLake lake = new TestLake(folder);
    lake.file(
            "full",
            "accounts/a.jsonl",
            "{\"platform\":\"x\",\"account_id\":\"77\",\"crawled_at\":\"2026-10-01T01:00:00Z\","
                + "\"handle\":\"ann\",\"bio\":\"bakes\",\"followers\":1000,\"is_verified\":true}")
        .file("full", "posts/p.jsonl", postsOf("77"))
        .ingest("full", day(1));
    lake.file(
            "mention",
            "accounts/a.jsonl",
            "{\"platform\":\"x\",\"account_id\":\"77\",\"crawled_at\":\"2026-10-20T01:00:00Z\","
                + "\"handle\":\"ann\",\"bio\":null,\"followers\":null,\"is_verified\":null}")
        .ingest("mention", day(20));
    lake.run("conform", day(20)).run("engagement", day(20));
    assertThat(
            lake.rows(
                SilverTables.ACCOUNT,
                "followers; bio; is_verified; cast(known_at['followers'] AS STRING)",
                "account_id"))
        .containsExactly("1000|bakes|true|2026-10-01 01:00:00");
    assertThat(
            lake.rows(
                EngagementTables.ACCOUNT_ENGAGEMENT, "followers; band; rate_public", "account_id"))
        .containsExactly("1000|micro|0.012");
  }

  private static String postsOf(String account) {
    StringBuilder posts = new StringBuilder();
    for (int p = 0; p < 5; p++) {
      posts.append(
          "{\"platform\":\"x\",\"post_id\":\"p%d\",\"account_id\":\"%s\",\"posted_at\":\"2026-09-2%dT08:00:00Z\",\"crawled_at\":\"2026-10-01T01:00:00Z\",\"likes\":%d,\"comments\":1}%n"
              .formatted(p, account, p, 9 + p));
    }
    return posts.toString();
  }

  private static TestLake accounts(TestLake lake) {
    for (int day = 1; day <= 3; day++) {
      lake.file(
              "d" + day,
              "accounts/a.jsonl",
              "{\"platform\":\"x\",\"account_id\":\"a%d\",\"crawled_at\":\"%sT01:00:00Z\"}%n"
                  .formatted(day % 2, day(day)))
          .ingest("d" + day, day(day));
    }
    return lake;
  }

  private static long rowsRead(TestLake lake) {
    return lake.table(OpsTables.RUN)
        .where("job = 'conform' AND as_of = DATE'" + day(3) + "'")
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
        .filter(row -> row.startsWith("silver.account as_of=" + day(3)))
        .toList();
  }

  /** Versions of the table in which the day was published. */
  private static long versions(TestLake lake, int day) {
    return lake.table(OpsTables.PUBLICATION)
        .where("table_name = 'silver.follow' AND slice = 'first_seen_on=" + day(day) + "'")
        .select("version")
        .distinct()
        .count();
  }

  private static void deliver(TestLake lake, String crawl, int day, String follower) {
    lake.file(
            crawl + day,
            "follows/f.jsonl",
            "{\"platform\":\"x\",\"follower_id\":\"%s\",\"account_id\":\"z\",\"crawled_at\":\"%sT01:00:00Z\"}%n"
                .formatted(follower, day(day)))
        .ingest(crawl + day, day(day));
  }

  private static LocalDate day(int day) {
    return FIRST.plusDays(day - 1);
  }
}
