package io.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When {@code jobs/bench --only small} is content, and with what it is not. */
class SmallStepTest {
  private static final List<String> TWO = List.of("silver.post", "gold.benchmark");

  @TempDir Path lake;

  private DeltaCommits commits(Map<String, Integer> byTable) throws IOException {
    for (Map.Entry<String, Integer> table : byTable.entrySet()) {
      Path log =
          Files.createDirectories(
              lake.resolve(table.getKey().replace('.', '/')).resolve("_delta_log"));
      for (int version = 0; version < table.getValue(); version++) {
        Files.writeString(log.resolve(String.format("%020d.json", version)), "{}");
        Files.writeString(log.resolve(String.format(".%020d.json.crc", version)), "");
      }
      Files.writeString(log.resolve("_last_checkpoint"), "{}");
    }
    return DeltaCommits.in(lake);
  }

  private static ChildJava.Cost cost(double clock, long jobs) {
    return new ChildJava.Cost(clock, 2 * clock, jobs, 5, 50);
  }

  private static SmallStep step(double floor, double ours, long jobs, DeltaCommits commits) {
    SmallStep step = new SmallStep("rerun", 1.5);
    step.floor(cost(floor, 4));
    step.ours(cost(ours, jobs), TWO, commits);
    return step;
  }

  @Test
  void oneCommitATableAndALedgerTableIsWithinTheBars() throws IOException {
    DeltaCommits commits = commits(Map.of("silver.post", 1, "gold.benchmark", 1, "ops.run", 1));
    assertThat(commits.ofData()).isEqualTo(2);
    assertThat(commits.ofLedger()).isEqualTo(1);
    SmallStep step = step(10, 15, 16, commits);
    assertThat(step.acceptable()).isTrue();
    assertThat(step.line()).contains(" 1.50 ", " 8.0 ").doesNotContain("OVER");
    assertThat(step.commitLine())
        .contains("2 tables published in 2 commits")
        .doesNotContain("OVER");
  }

  @Test
  void aRatioOrJobsBeyondTheBarAreTold() throws IOException {
    DeltaCommits none = commits(Map.of());
    assertThat(step(10, 15.1, 16, none).acceptable()).isFalse();
    assertThat(step(10, 15.1, 16, none).line()).endsWith("OVER THE BAR");
    assertThat(step(10, 15, 17, none).acceptable()).isFalse();
    assertThat(step(10, 15, 17, none).line()).endsWith("OVER THE BAR");
  }

  @Test
  void theMedianRoundCounts() throws IOException {
    SmallStep step = step(10, 40, 16, commits(Map.of()));
    step.floor(cost(10, 4));
    step.ours(cost(12, 16), TWO, DeltaCommits.in(lake));
    assertThat(step.acceptable()).isFalse();
    step.floor(cost(10, 4));
    step.ours(cost(14, 16), TWO, DeltaCommits.in(lake));
    assertThat(step.acceptable()).isTrue();
  }

  @Test
  void commitsBeyondThePublishedSlicesAndTheLedgersOneAreNamed() throws IOException {
    DeltaCommits before = commits(Map.of("silver.post", 1, "ops.run", 1));
    DeltaCommits made =
        commits(Map.of("silver.post", 3, "gold.benchmark", 1, "ops.run", 3, "gold.other", 1))
            .since(before);
    assertThat(made.byTable())
        .containsExactly(
            Map.entry("gold.benchmark", 1),
            Map.entry("gold.other", 1),
            Map.entry("ops.run", 2),
            Map.entry("silver.post", 2));
    assertThat(made.beyond(TWO)).containsOnlyKeys("gold.other", "ops.run", "silver.post");
    assertThat(made.beyond(List.of("silver.post", "silver.post", "gold.benchmark", "gold.other")))
        .containsOnlyKeys("ops.run");
    assertThat(step(10, 10, 2, made).acceptable()).isFalse();
    assertThat(step(10, 10, 2, made).commitLine())
        .endsWith("OVER THE BAR: {gold.other=1, ops.run=2, silver.post=2}");
  }
}
