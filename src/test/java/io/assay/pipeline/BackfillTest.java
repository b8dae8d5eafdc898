package io.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.OpsTables;
import io.assay.contracts.SilverTables;
import io.assay.job.Job;
import io.assay.settings.Settings;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delivery that comes late makes the days after it stale, and a backfill knows what to do. */
class BackfillTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);
  private static final LocalDate THIRD = LocalDate.of(2026, 10, 3);
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  @TempDir private Path folder;

  @Test
  void tellsWhichDaysAreMissingMadeOrStale() {
    TestLake lake = new TestLake(folder);
    lake.file("one", "accounts/a.jsonl", account("a", FIRST)).ingest("one", FIRST);
    assertThat(due(lake, lake.settings()).reason(FIRST)).isEqualTo("it was not made yet");
    assertThat(due(lake, lake.settings()).hasDeliveries(LONG_AGO)).isFalse();

    IdleJobs.runAll(lake, FIRST);
    IdleJobs.runAll(lake, SECOND);
    Backfill made = due(lake, lake.settings());
    assertThat(made.reason(FIRST)).isNull();
    assertThat(made.reason(SECOND)).isNull();

    Backfill otherwise =
        due(lake, new TestLake(folder, "engagement.min_posts=2", "ingest.max_count=9").settings());
    assertThat(otherwise.reason(FIRST))
        .as("growth counts posts as engagement does, so it reads its settings too")
        .isEqualTo("other settings or code made engagement, growth");
    assertThat(otherwise.due(FIRST))
        .as("those that read what these write as well, but not conform")
        .extracting(Job::name)
        .containsExactly("engagement", "growth", "signals", "evidence", "clusters", "assessment");
    assertThat(due(lake, new TestLake(folder, "conform.max_history=9").settings()).due(FIRST))
        .as("all read what conform writes")
        .isEqualTo(Jobs.DAILY);

    lake.ingest("one", FIRST);
    assertThat(lake.rows(OpsTables.STALE_DAY, "as_of", "as_of"))
        .as("the same delivery once more changes nothing")
        .isEmpty();

    lake.file("late", "accounts/a.jsonl", account("b", SECOND)).ingest("late", SECOND);
    Backfill late = due(lake, lake.settings());
    assertThat(late.reason(FIRST)).isNull();
    assertThat(late.reason(SECOND)).isEqualTo("a delivery came after it");
    assertThat(lake.rows(OpsTables.STALE_DAY, "as_of; crawl_id", "as_of"))
        .containsExactly("2026-10-02|late");

    lake.run("conform", SECOND);
    assertThat(due(lake, lake.settings()).reason(SECOND))
        .as("engagement was measured before the state was made")
        .isEqualTo(
            "what they read was made again after engagement, growth, signals, coordination,"
                + " evidence, clusters, assessment");
    IdleJobs.runTheRest(lake, SECOND);
    assertThat(due(lake, lake.settings()).reason(SECOND)).isNull();

    IdleJobs.runAll(lake, THIRD);
    IdleJobs.run(lake, "coordination", FIRST);
    assertThat(due(lake, lake.settings()).due(SECOND))
        .as("groups keep the names of the day before")
        .extracting(Job::name)
        .containsExactly("coordination", "evidence", "clusters", "assessment");
    assertThat(due(lake, lake.settings()).reason(SECOND))
        .isEqualTo("an earlier day, whose names it keeps, was made again after it");
    assertThat(due(lake, lake.settings()).reason(FIRST))
        .as("what reads the groups of the first day was made before")
        .isEqualTo("what they read was made again after evidence, clusters, assessment");
    Backfill going = due(lake, lake.settings());
    assertThat(going.reason(THIRD)).as("the second is as it was").isNull();
    going.made(SECOND);
    assertThat(going.reason(SECOND)).isNull();
    assertThat(going.reason(THIRD))
        .as("it keeps the names of the second")
        .isEqualTo("an earlier day, whose names it keeps, was made again after it");
    List.of("coordination", "evidence", "clusters", "assessment")
        .forEach(job -> IdleJobs.run(lake, job, SECOND));
    assertThat(due(lake, lake.settings()).reason(SECOND)).isNull();
    List.of("evidence", "clusters", "assessment").forEach(job -> IdleJobs.run(lake, job, FIRST));
    assertThat(due(lake, lake.settings()).reason(FIRST)).isNull();

    TestLake other = new TestLake(folder, "growth.jump_min_share=0.5");
    List.of("growth", "signals", "coordination", "evidence", "clusters", "assessment")
        .forEach(job -> IdleJobs.run(other, job, SECOND));
    assertThat(due(lake, lake.settings()).reason(SECOND))
        .as("these settings made it once, but others have since")
        .isEqualTo("other settings or code made growth");
    assertThat(lake.rows(SilverTables.ACCOUNT, "concat(as_of, ' ', account_id) k", "k"))
        .containsExactly(
            "2026-10-01 a", "2026-10-02 a", "2026-10-02 b", "2026-10-03 a", "2026-10-03 b");
  }

  private static Backfill due(TestLake lake, Settings settings) {
    return new Backfill(SparkFixture.spark(), lake.lake(), settings, "test", Map.of());
  }

  private static String account(String id, LocalDate day) {
    return "{\"platform\":\"x\",\"account_id\":\"%s\",\"crawled_at\":\"%sT01:00:00Z\",\"followers\":5}\n"
        .formatted(id, day);
  }
}
