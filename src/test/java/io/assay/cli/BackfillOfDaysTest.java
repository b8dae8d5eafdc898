package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Table;
import io.assay.pipeline.Jobs;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one command makes of the days of a span, and what it does about a day that was remade. */
@Tag("slow")
class BackfillOfDaysTest {
  private static final List<LocalDate> DAYS =
      LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 5)).toList();
  private static final List<Table> TABLES =
      Jobs.DAILY.stream().flatMap(job -> job.writes().stream()).toList();

  @TempDir private Path folder;
  private TestLake lake;

  private void deliver() {
    lake = new TestLake(folder);
    for (LocalDate day : DAYS) {
      lake.file(
              day.toString(),
              "accounts/a.jsonl",
              "{\"platform\":\"x\",\"account_id\":\"a\",\"crawled_at\":\"%sT05:00:00Z\"}\n"
                  .formatted(day))
          .file(
              day.toString(),
              "interactions/i.jsonl",
              """
              {"platform":"x","post_id":"p","actor_id":"u%1$s","kind":"like",\
              "occurred_at":"%1$sT01:00:00Z","crawled_at":"%1$sT05:00:00Z"}
              """
                  .formatted(day))
          .ingest(day.toString(), day);
    }
  }

  /** What a backfill says of each day. */
  private List<String> backfill(String... more) {
    List<String> command = new ArrayList<>(List.of("run", "--lake", lake.location()));
    command.addAll(List.of("--from", DAYS.get(0).toString(), "--to", "2026-10-04"));
    command.addAll(List.of(more));
    CliRun run = CliRun.of(command.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.out().lines().filter(line -> line.startsWith("2026-")).toList();
  }

  /**
   * Each day keeps the names of the one before, so that one that is remade is the first of many.
   */
  @Test
  void aDayThatIsRemadeMakesAllLaterOnesDue() {
    deliver();
    assertThat(backfill())
        .hasSameSizeAs(DAYS)
        .allSatisfy(line -> assertThat(line).endsWith("  made: it was not made yet"));
    Map<String, String> contents = lake.contents(TABLES);
    assertThat(backfill()).allSatisfy(line -> assertThat(line).endsWith("  up to date"));

    CliRun remade = CliRun.of("coordination", "--as-of", "2026-10-02", "--lake", lake.location());
    assertThat(remade.code()).as(remade.err()).isZero();
    List<String> rehearsed = backfill("--dry-run");
    assertThat(rehearsed.get(0)).endsWith("  up to date");
    assertThat(rehearsed.get(1)).endsWith("made again after evidence, clusters, assessment");
    String behind = "an earlier day, whose names it keeps, was made again after it";
    assertThat(rehearsed.get(2)).isEqualTo("2026-10-03  would be made: " + behind);
    assertThat(rehearsed.get(3)).isEqualTo("2026-10-04  would be made: " + behind);
    assertThat(backfill().subList(2, 4))
        .containsExactly("2026-10-03  made: " + behind, "2026-10-04  made: " + behind);
    assertThat(lake.contents(TABLES)).isEqualTo(contents);
    assertThat(backfill()).allSatisfy(line -> assertThat(line).endsWith("  up to date"));
  }
}
