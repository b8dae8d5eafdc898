package io.assay.coordination;

import static io.assay.contracts.CoordinationTables.ACCOUNT_COORDINATION;
import static io.assay.contracts.CoordinationTables.COORDINATED_GROUP;
import static io.assay.contracts.CoordinationTables.COORDINATED_HIT;
import static io.assay.contracts.CoordinationTables.COORDINATED_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.conform.ConformJob;
import io.assay.contracts.Table;
import io.assay.coordination.detection.FoundRow;
import io.assay.testing.MemoryLake;
import io.assay.testing.Rules;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A pod of six and a farm of seven in a crowd, of whose posts the crawl knows no more than the day:
 * how long after a post anybody came is unknown of all.
 */
class UntimedJobTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  private static final MemoryLake LAKE = new MemoryLake(1);

  @BeforeAll
  static void find() {
    new GroupsCrawl("x", "2026-10-01T20:00:00Z")
        .datedToTheDay()
        .crowd()
        .pod()
        .farm(0, 7)
        .deliver(LAKE, DAY);
    LAKE.run(DAY, ConformJob.JOB.body()).run(DAY, CoordinationJob.JOB.body());
  }

  private static List<String> rows(Table table, String where, String... select) {
    return LAKE.all(table).where(where).selectExpr(select).collectAsList().stream()
        .map(r -> r.mkString("|"))
        .sorted()
        .toList();
  }

  @Test
  void allTablesObeyTheirRules() {
    FoundRow.TABLES.forEach(table -> Rules.obeyed(table, LAKE.all(table)));
  }

  @Test
  void thePodIsFoundWithoutTimesAndTheFarmStaysUnexplained() {
    assertThat(rows(COORDINATED_GROUP, "true", "form", "kind", "accepted", "verdict", "members"))
        .containsExactly("farm|unexplained|false|untimed|7", "pod|pod|true|accepted|6");
  }

  @Test
  void theGroupSaysThatNoTimeIsKnown() {
    assertThat(
            rows(
                COORDINATED_GROUP,
                "true",
                "form",
                "acts_timed",
                "latency_median",
                "synchrony",
                "first_act_at"))
        .containsExactly("farm|0|null|1.0|null", "pod|0|null|1.0|null");
    assertThat(rows(COORDINATED_GROUP, "true", "sentence"))
        .allSatisfy(
            sentence ->
                assertThat(sentence).contains("; how soon they come is not known; by chance "));
    assertThat(
            rows(
                COORDINATED_GROUP,
                "form = 'farm'",
                "filter(explanations, e -> e.ruled_out IS NULL)[0].because"))
        .containsExactly(
            "then they would come soon after posts of that account; too few of the times at which they"
                + " came are known to tell whether they do");
    assertThat(rows(COORDINATED_HIT, "window_from IS NOT NULL OR window_to IS NOT NULL", "post_id"))
        .isEmpty();
  }

  /** Who is in an unexplained farm scores a tenth of its probability. */
  @Test
  void nobodyOfAnUnexplainedGroupIsAccused() {
    assertThat(rows(COORDINATED_MEMBER, "group_id LIKE 'farm-%' AND accepted", "account_id"))
        .isEmpty();
    assertThat(rows(ACCOUNT_COORDINATION, "account_id = 'w1'", "score < 0.1", "farm_hit_share"))
        .containsExactly("true|0.0");
    assertThat(rows(ACCOUNT_COORDINATION, "account_id = 'a1'", "score > 1"))
        .containsExactly("true");
  }
}
