package io.assay.coordination;

import static io.assay.contracts.CoordinationTables.ACCOUNT_COORDINATION;
import static io.assay.contracts.CoordinationTables.COORDINATED_GROUP;
import static io.assay.contracts.CoordinationTables.COORDINATED_MEMBER;
import static io.assay.contracts.CoordinationTables.COORDINATED_PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.conform.ConformJob;
import io.assay.contracts.Feeds;
import io.assay.coordination.detection.FoundRow;
import io.assay.testing.MemoryLake;
import io.assay.testing.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Thirty people share forty links whenever they come across them; three accounts share eight of
 * these within five seconds of each other.
 */
class LockstepJobTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final Instant START = Instant.parse("2026-09-20T00:00:00Z");
  private static final int HOURS = 240;

  private static final MemoryLake LAKE = new MemoryLake(1);

  private static String share(String account, int link, long millis) {
    return """
        {"platform":"x","object_id":"url:%02d","account_id":"%s","content_id":"%s-%d","shared_at":"%s"}
        """
        .formatted(link, account, account, link, START.plusMillis(millis));
  }

  @BeforeAll
  static void find() {
    SplittableRandom draw = new SplittableRandom(2);
    List<String> shares = new ArrayList<>();
    for (int link = 0; link < 40; link++) {
      for (int u = 0; u < 30; u++) {
        if (draw.nextInt(3) > 0) {
          shares.add(share("s" + u, link, draw.nextLong(HOURS * 3_600_000L)));
        }
      }
    }
    for (int link = 0; link < 8; link++) {
      long at = draw.nextLong(HOURS * 3_600_000L);
      for (int u = 0; u < 3; u++) {
        shares.add(share("bot" + u, link, at + 2_000 * u));
      }
    }
    LAKE.deliver(Feeds.SHARES, "c", DAY, shares.toArray(String[]::new));
    LAKE.run(DAY, ConformJob.JOB.body()).run(DAY, CoordinationJob.JOB.body());
  }

  @Test
  void theThreeAreAGroup() {
    assertThat(
            LAKE.rows(
                COORDINATED_GROUP,
                "kind",
                "accepted",
                "members",
                "targets",
                "posts",
                "acts",
                "log10_chance < -6",
                "first_act_at IS NOT NULL"))
        .containsExactly("lockstep|true|3|0|8|24|true|true");
    assertThat(LAKE.rows(COORDINATED_GROUP, "sentence").get(0))
        .startsWith(
            "3 accounts shared the same 8 links, hashtags, pictures or texts within 60 seconds of each"
                + " other; a typical one of them did so with 8 of the 8 that it has in common with"
                + " others, where chance explains less than 1; by chance that would happen less than"
                + " once in 1")
        .endsWith(" such crawls");
    assertThat(LAKE.rows(COORDINATED_GROUP, "transform(explanations, e -> e.ruled_out)"))
        .containsExactly("ArraySeq(true, null)");
    assertThat(LAKE.rows(COORDINATED_GROUP, "transform(explanations, e -> e.because)"))
        .containsExactly(
            "ArraySeq(then many others would have shared it within the same 60 seconds; none of the 8"
                + " was shared by more others than members at that time, this cannot be ruled out,"
                + " for a crawl does not show who owns an account; yet the group is accepted,"
                + " because it acts together whoever owns it)");
    assertThat(
            LAKE.rows(
                COORDINATED_MEMBER,
                "account_id",
                "role",
                "acts",
                "degree",
                "coverage",
                "own_share"))
        .containsExactly(
            "bot0|member|8|2|1.0|1.0", "bot1|member|8|2|1.0|1.0", "bot2|member|8|2|1.0|1.0");
    assertThat(
            LAKE.rows(
                COORDINATED_PAIR,
                "first_account_id",
                "second_account_id",
                "shared_posts",
                "shared_chance < 1e-6",
                "examples"))
        .containsExactly(
            "bot0|bot1|8|true|ArraySeq(url:00, url:01, url:02)",
            "bot0|bot2|8|true|ArraySeq(url:00, url:01, url:02)",
            "bot1|bot2|8|true|ArraySeq(url:00, url:01, url:02)");
  }

  @Test
  void whoOnlySharesEngagesNothing() {
    assertThat(LAKE.rows(ACCOUNT_COORDINATION, "account_id", "engagements", "score", "group_id"))
        .hasSize(33)
        .contains("s0|0|null|null");
  }

  /** 1 + the probability of the group, which is the same for all; shares of nothing are none. */
  @Test
  void whoIsInLockstepHasTheScoreOfItsGroup() {
    String group = LAKE.rows(COORDINATED_GROUP, "group_id", "1 + probability").get(0);
    String scored = "0|" + group + "|null|it engaged no crawled post of others";
    assertThat(
            LAKE.rows(
                ACCOUNT_COORDINATION,
                "account_id",
                "engagements",
                "group_id",
                "score",
                "farm_hit_share",
                "coordination_reason"))
        .filteredOn(row -> row.startsWith("bot"))
        .containsExactly("bot0|" + scored, "bot1|" + scored, "bot2|" + scored);
  }

  @Test
  void allTablesObeyTheirRules() {
    FoundRow.TABLES.forEach(table -> Rules.obeyed(table, LAKE.all(table)));
  }
}
