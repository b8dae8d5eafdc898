package io.assay.coordination;

import static io.assay.contracts.CoordinationTables.ACCOUNT_COORDINATION;
import static io.assay.contracts.CoordinationTables.COORDINATED_GROUP;
import static io.assay.contracts.CoordinationTables.COORDINATED_HIT;
import static io.assay.contracts.CoordinationTables.COORDINATED_MEMBER;
import static io.assay.contracts.CoordinationTables.COORDINATED_PAIR;
import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.conform.ConformJob;
import io.assay.contracts.Feeds;
import io.assay.contracts.UserError;
import io.assay.coordination.detection.FoundRow;
import io.assay.testing.MemoryLake;
import io.assay.testing.Rules;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A pod of six and a farm of seven in a crowd, on two days; on another platform next to nothing.
 */
class CoordinationJobTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = FIRST.plusDays(1);

  private static final MemoryLake LAKE = new MemoryLake(1);

  @BeforeAll
  static void find() {
    deliverFirst(LAKE);
    LAKE.run(FIRST, ConformJob.JOB.body()).run(FIRST, CoordinationJob.JOB.body());
    deliverSecond(LAKE);
    LAKE.run(SECOND, ConformJob.JOB.body()).run(SECOND, CoordinationJob.JOB.body());
  }

  private static void deliverFirst(MemoryLake lake) {
    new GroupsCrawl("x", "2026-10-01T20:00:00Z")
        .crowd()
        .pod()
        .farm(0, 7)
        .act("lurker", 10, 0, 7_010, "wow")
        .deliver(lake, FIRST);
    // The same ids on another platform, where a0 does what it does on the first.
    new GroupsCrawl("y", "2026-10-01T20:00:00Z")
        .act("a0", 1, 0, 200, null)
        .act("a0", 2, 0, 200, null)
        .act("a1", 0, 0, 200, null)
        .act("a3", 3, 0, 200, null)
        .act("a3", 3, 1, 200, "wow")
        .deliver(lake, FIRST);
  }

  private static void deliverSecond(MemoryLake lake) {
    // Two more work for the farm, and a post of the pod that was seen in full.
    new GroupsCrawl("x", "2026-10-02T20:00:00Z").farm(7, 9).deliver(lake, SECOND);
  }

  private static List<String> first(
      io.assay.contracts.Table table, String where, String... select) {
    return rows(table, FIRST, where, select);
  }

  private static List<String> rows(
      io.assay.contracts.Table table, LocalDate day, String where, String... select) {
    return LAKE
        .all(table)
        .where("as_of = '" + day + "'")
        .where(where)
        .selectExpr(select)
        .collectAsList()
        .stream()
        .map(r -> r.mkString("|"))
        .sorted()
        .toList();
  }

  @Test
  void allTablesObeyTheirRules() {
    FoundRow.TABLES.forEach(table -> Rules.obeyed(table, LAKE.all(table)));
  }

  @Test
  void thePodAndTheFarmAreFoundAndNothingElse() {
    assertThat(
            first(
                COORDINATED_GROUP,
                "true",
                "platform",
                "kind",
                "accepted",
                "members",
                "targets",
                "posts",
                "acts",
                "known_since"))
        .containsExactly("x|farm|true|7|7|12|84|2026-10-01", "x|pod|true|6|6|18|90|2026-10-01");
  }

  @Test
  void whatAGroupDoesIsSaidInWords() {
    assertThat(first(COORDINATED_GROUP, "kind = 'pod'", "sentence").get(0))
        .startsWith(
            "6 creators engage each other's posts: on average each engages 75 % of what the others"
                + " publish, and 100 % of these ties go both ways; they usually come 4 minutes after"
                + " a post appears, where ")
        .endsWith(
            " is typical; by chance that would happen less than once in 1 billion such crawls");
    assertThat(first(COORDINATED_GROUP, "kind = 'farm'", "sentence").get(0))
        .startsWith(
            "7 accounts engage the same 12 posts of 7 creators: on average 100 % of them come to each"
                + " post; they usually come ");
    assertThat(first(COORDINATED_GROUP, "true", "kind", "log10_chance < -9"))
        .containsExactly("farm|true", "pod|true");
    assertThat(first(COORDINATED_GROUP, "kind = 'farm'", "to_json(stock_phrases)"))
        .containsExactly("[{\"phrase\":\"wow\",\"comments\":72}]");
    assertThat(
            first(COORDINATED_GROUP, "kind = 'pod'", "transform(explanations, e -> e.ruled_out)"))
        .containsExactly("ArraySeq(true, true, true)");
  }

  @Test
  void membersAreToldFromCustomersAndVictims() {
    assertThat(first(COORDINATED_MEMBER, "kind = 'pod'", "account_id", "handle", "role", "acts"))
        .containsExactly(
            "a0|author.0|member|15",
            "a1|author.1|member|15",
            "a2|author.2|member|15",
            "a3|author.3|member|15",
            "a4|author.4|member|15",
            "a5|author.5|member|15");
    // Workers have no profile, and a comment of one who came by is no work.
    assertThat(
            first(
                COORDINATED_MEMBER,
                "kind = 'farm' AND account_id IN ('w0', 'lurker', 'a10', 'a15')",
                "account_id",
                "handle",
                "role",
                "acts",
                "degree",
                "coverage",
                "own_share"))
        .containsExactly(
            "a10|author.10|customer|2|7|0.5|null",
            "a15|author.15|victim|1|7|0.25|null",
            "w0|null|member|12|6|1.0|1.0");
  }

  @Test
  void pairsSayWhyTheseTwo() {
    assertThat(
            first(
                COORDINATED_PAIR,
                "first_account_id = 'a0' AND second_account_id = 'a1'",
                "posts_of_second_by_first",
                "posts_of_first_by_second",
                "mutual_chance < 1e-6",
                "examples"))
        .containsExactly("3|3|true|ArraySeq(p1-0, p1-1, p0-0)");
    assertThat(
            first(
                COORDINATED_PAIR,
                "first_account_id = 'w0' AND second_account_id = 'w1'",
                "shared_posts",
                "shared_authors",
                "shared_chance < 1e-6",
                "mutual_chance"))
        .containsExactly("12|7|true|null");
  }

  @Test
  void hitsSayWhenTheyWere() {
    assertThat(
            first(
                COORDINATED_HIT,
                "post_id = '" + GroupsCrawl.post(11, 1) + "'",
                "account_id",
                "members",
                "log10_chance < -6",
                "window_from BETWEEN 85000 AND 86020",
                "window_to BETWEEN 86100 AND 87000"))
        .containsExactly("a11|7|true|true|true");
  }

  @Test
  void ofEveryAccountItIsSaidHowMuchOfWhatItDoesIsPartOfIt() {
    String shares = "mutual_pair_share";
    assertThat(
            first(
                ACCOUNT_COORDINATION,
                "account_id IN ('a0', 'w1', 'c7', 'lurker', 'a150') OR platform = 'y' AND account_id = 'a3'",
                "platform",
                "account_id",
                "score > 1",
                "engagements",
                shares,
                "farm_hit_share",
                "coordination_reason"))
        .containsExactly(
            "x|a0|true|15|1.0|0.0|null",
            "x|a150|null|0|null|null|it engaged no crawled post of others",
            "x|c7|false|10|0.0|0.0|null",
            "x|lurker|false|1|null|null|it engaged fewer than 5 crawled posts of others",
            "x|w1|true|12|0.0|1.0|null",
            "y|a0|false|2|null|null|it engaged fewer than 5 crawled posts of others",
            "y|a150|null|0|null|null|it engaged no crawled post of others",
            // What it does under its own posts says nothing.
            "y|a3|null|0|null|null|it engaged no crawled post of others");
  }

  @Test
  void aGroupKeepsItsNameWhileHalfOfItStays() {
    String[] name = {"form", "group_id", "known_since"};
    assertThat(rows(COORDINATED_GROUP, SECOND, "platform = 'x'", name))
        .isEqualTo(first(COORDINATED_GROUP, "true", name));
    assertThat(rows(COORDINATED_GROUP, SECOND, "form = 'farm'", "members")).containsExactly("9");
  }

  @Test
  void thePartitionsDoNotMatter() {
    List<List<String>> once = all();
    for (String partitions : List.of("1", "4", "16")) {
      spark().conf().set("spark.sql.shuffle.partitions", partitions);
      try {
        LAKE.run(SECOND, CoordinationJob.JOB.body());
        assertThat(all()).as(partitions).isEqualTo(once);
      } finally {
        spark().conf().set("spark.sql.shuffle.partitions", "2");
      }
    }
  }

  private static List<List<String>> all() {
    return all(LAKE);
  }

  private static List<List<String>> all(MemoryLake lake) {
    return FoundRow.TABLES.stream().map(t -> lake.rows(t, "to_json(struct(*))")).toList();
  }

  /** What was delivered after a day is not known on it, and the first day is made as before. */
  @Test
  void daysMadeOfAllDeliveriesHoldWhatTheyDidWhenThoseCame() {
    MemoryLake late = new MemoryLake(1);
    deliverFirst(late);
    deliverSecond(late);
    for (LocalDate day : List.of(FIRST, SECOND, FIRST)) {
      late.run(day, ConformJob.JOB.body()).run(day, CoordinationJob.JOB.body());
    }
    assertThat(all(late)).isEqualTo(all());
  }

  @Test
  void withoutInteractionsNobodyActs() {
    MemoryLake empty = new MemoryLake(1);
    empty.deliver(
        Feeds.ACCOUNTS,
        "c",
        FIRST,
        "{\"platform\":\"x\",\"account_id\":\"a\",\"crawled_at\":\"2026-10-01T20:00:00Z\"}");
    empty.deliver(
        Feeds.POSTS,
        "c",
        FIRST,
        "{\"platform\":\"x\",\"account_id\":\"a\",\"post_id\":\"p\","
            + "\"posted_at\":\"2026-09-30T20:00:00Z\",\"crawled_at\":\"2026-10-01T20:00:00Z\"}");
    empty.run(FIRST, ConformJob.JOB.body()).run(FIRST, CoordinationJob.JOB.body());
    assertThat(empty.rows(COORDINATED_GROUP, "group_id")).isEmpty();
    assertThat(empty.rows(ACCOUNT_COORDINATION, "account_id", "engagements", "score"))
        .containsExactly("a|0|null");
  }

  @Test
  void moreOfWhatMayMatterThanOneProcessMayHoldIsRefused() {
    MemoryLake small = new MemoryLake(1, "coordination.max_events=2", "coordination.max_held=200");
    new GroupsCrawl("y", "2026-10-01T20:00:00Z").pod().deliver(small, FIRST);
    small.run(FIRST, ConformJob.JOB.body());
    assertThatThrownBy(() -> small.run(FIRST, CoordinationJob.JOB.body()))
        .rootCause()
        .isInstanceOf(UserError.class)
        .hasMessage(
            "what may matter of y to the search for groups is more than 200 rows, more than"
                + " coordination.max_held");
  }
}
