package io.assay.cli;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.ClusterTables;
import io.assay.contracts.RowLayout;
import io.assay.contracts.Table;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Stage;
import io.assay.pipeline.Jobs;
import io.assay.statistics.LikelihoodModel;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two days of two accounts, written down as if they had been judged: of =a one value becomes rarer
 * and it joins a farm, b stays as it is. A later run of the second day was stopped before it had
 * published its evidence.
 */
class ChangesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);
  private static final double INTERCEPT = -3;

  @TempDir private static Path folder;

  private static TestLake lake;

  @BeforeAll
  static void makeDays() {
    lake = new TestLake(folder);
    run(FIRST, lake, context -> {}, account("=a", 0.1, null), account("b", 0.1, null));
    lake.file(
            "late",
            "accounts/a.jsonl",
            "{\"platform\":\"x\",\"account_id\":\"b\",\"crawled_at\":\"2026-10-02T01:00:00Z\"}\n")
        .ingest("late", SECOND);
    TestLake other = new TestLake(folder, "assessment.flag_at_least=0.6");
    run(SECOND, other, context -> {}, account("=a", 0.001, 4.5), account("b", 0.1, null));
    assertThatThrownBy(
            () ->
                run(
                    SECOND,
                    lake,
                    context -> {
                      throw new IllegalStateException("stopped on purpose");
                    },
                    account("b", 0.1, null)))
        .hasMessage("stopped on purpose");
  }

  private record Judged(Row account, List<Row> evidence, Row cluster) {}

  /** An account that is told by one value and, perhaps, a tie. */
  private static Judged account(String id, double tail, Double tie) {
    List<Row> evidence = new ArrayList<>();
    double added = 2 * LikelihoodModel.evidence(tail);
    evidence.add(evidence(id, "quiet_hours", 100 * tail, "peers", tail, 2, added));
    if (tie != null) {
      evidence.add(evidence(id, "farm_member", 1, null, null, tie, tie));
    }
    double likelihood = LikelihoodModel.probability(INTERCEPT + added + (tie == null ? 0 : tie));
    Row account =
        RowLayout.measured(AssessmentTables.ACCOUNT_ASSESSMENT)
            .row()
            .set("platform", "x")
            .set("account_id", id)
            .set("flagged", likelihood >= 0.7)
            .set("single_family", false)
            .set("p_bot", likelihood)
            .set("assessed_kinds", List.of("bot"))
            .set("reasons", List.of())
            .set("authenticity", 100 * (1 - likelihood))
            .set("flag_at_least", 0.7)
            .row();
    Row cluster =
        RowLayout.measured(ClusterTables.ACCOUNT_CLUSTER)
            .row()
            .set("platform", "x")
            .set("account_id", id)
            .set("stratum", "audience")
            .set("cluster_id", tie == null ? "c1" : "c2")
            .set("leaf", 0)
            .set("distance", 0.0)
            .set("typicality", 1.0)
            .set("suspicious", tie != null)
            .set("kind", tie == null ? null : "bot")
            .set("core", false)
            .row();
    return new Judged(account, evidence, cluster);
  }

  private static Row evidence(
      String id,
      String signal,
      double value,
      String peers,
      Double tail,
      double weight,
      double contribution) {
    return RowLayout.measured(AssessmentEvidenceTables.ASSESSMENT_EVIDENCE)
        .row()
        .set("platform", "x")
        .set("account_id", id)
        .set("kind", "bot")
        .set("signal", signal)
        .set("family", tail == null ? "coordination" : "behaviour")
        .set("value", value)
        .set("peer_group", peers)
        .set("reference_tail", tail)
        .set("weight", weight)
        .set("contribution", contribution)
        .row();
  }

  private static Row level() {
    return RowLayout.measured(AssessmentEvidenceTables.ASSESSMENT_LEVEL)
        .row()
        .set("platform", "x")
        .set("kind", "bot")
        .set("model", "m")
        .set("base_rate", 0.05)
        .set("intercept", INTERCEPT)
        .set("assessed", 2L)
        .set("share_reason", "too few")
        .set("shift", 0.0)
        .row();
  }

  /** A whole day, in whose assessment something may happen before the evidence is published. */
  private static void run(
      LocalDate day, TestLake as, Consumer<JobContext> midway, Judged... judged) {
    List<Row> accounts = Stream.of(judged).map(Judged::account).toList();
    List<Row> evidence = Stream.of(judged).flatMap(j -> j.evidence().stream()).toList();
    List<Row> clusters = Stream.of(judged).map(Judged::cluster).toList();
    Map<String, Consumer<JobContext>> bodies =
        Map.of(
            "clusters",
            context -> {
              replace(context, ClusterTables.CLUSTER_MODEL, List.of());
              replace(context, ClusterTables.ACCOUNT_CLUSTER, clusters);
            },
            "assessment",
            context -> {
              replace(context, AssessmentEvidenceTables.ASSESSMENT_LEVEL, List.of(level()));
              replace(context, AssessmentTables.ACCOUNT_ASSESSMENT, accounts);
              midway.accept(context);
              replace(context, AssessmentEvidenceTables.ASSESSMENT_EVIDENCE, evidence);
            });
    List<Job> jobs =
        Jobs.DAILY.stream()
            .map(
                job -> {
                  Consumer<JobContext> body = bodies.getOrDefault(job.name(), context -> {});
                  List<Table> writes = bodies.containsKey(job.name()) ? job.writes() : List.of();
                  return new Job(
                      new Stage(
                          job.name(), "", List.of(), List.of(), writes, job.stage().settings()),
                      body);
                })
            .toList();
    as.pipeline().run(jobs, day);
  }

  private static void replace(JobContext context, Table table, List<Row> rows) {
    Dataset<Row> dataset = spark().createDataFrame(rows, table.measuredSchema());
    context.sink().replace(table, dataset);
  }

  private static CliRun changes(String... more) {
    List<String> call =
        new ArrayList<>(
            List.of(
                "changes", "--lake", lake.location(), "--from", "" + FIRST, "--to", "" + SECOND));
    call.addAll(List.of(more));
    return CliRun.of(call.toArray(String[]::new));
  }

  @Test
  void theLastCompleteRunsAreCompared() throws IOException {
    Path csv = folder.resolve("moved.csv");
    CliRun told = changes("--out", csv.toString());
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out())
        .contains(
            "  inputs    2026-10-02 has more: crawl late of 2026-10-02, 1 row",
            "  settings  read by assessment, clusters, in section assessment or clusters",
            "  models    the same",
            "Cause: several: inputs, settings.",
            "2 accounts seen on both days, 0 on the later only, 0 on the earlier only.",
            "Flagged: 0 before, 1 after. Of those seen on both days 1 newly, 0 no longer.")
        .containsSubsequence(
            "x =a",
            "newly flagged",
            "cluster: c1 -> c2 (suspicious: bot)",
            "bot: 13.4 % likely -> 99.9 % likely, log-odds -1.87 -> 6.63 (+8.50)",
            "  +4.50  farm_member: new: is a member of an accepted farm",
            "  +4.00  quiet_hours: its value changed, 10 -> 0.1; as extreme: 10 % -> 0.1 % of its"
                + " peers")
        .doesNotContain("x b");
    assertThat(told.lastLine())
        .startsWith("assay: done: 1 account moved from 2026-10-01 to 2026-10-02, cause: several")
        .endsWith("2 rows written to " + csv);
    assertThat(Files.readAllLines(csv))
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).startsWith("x,'=a,,false,true,"));
  }

  @Test
  void oneAccountIsToldWhetherOrNotItMoved() {
    CliRun told = changes("--account-id", "b", "--platform", "x");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out())
        .contains("x b", "not flagged on both days", "bot: 13.4 % likely -> 13.4 % likely")
        .doesNotContain("x =a");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertMistake(
        changes("--account-id", "nobody"),
        "account 'nobody' was seen neither on 2026-10-01 nor on 2026-10-02");
    assertMistake(
        changes("--platform", "y"), "no account of platform 'y' is assessed on either day");
    assertMistake(
        changes("--to", "2026-10-09"),
        "was never run for 2026-10-09; the last days that it was run for are 2026-10-02,"
            + " 2026-10-01. Choose one of its days");
    lake.run("conform", LocalDate.of(2026, 10, 3));
    assertMistake(
        changes("--to", "2026-10-03"),
        "has no complete run for 2026-10-03: assessment did not succeed");
  }

  @Test
  void whatCannotBeAskedIsToldBeforeSparkStarts() {
    assertMistake(early("--to", "2026-10-01"), "--from and --to are the same day, 2026-10-01");
    assertMistake(early("--to", "2026-09-30"), "--to 2026-09-30 is before --from 2026-10-01. Swap");
    assertMistake(early("--to", "tomorrow"), "--to tomorrow is not a date");
    assertMistake(early("--min-change", "10"), "--min-change 10 is not a share from 0 to 1");
    assertMistake(early("--min-change", "NaN"), "--min-change NaN is not a share");
    assertMistake(early("--limit", "0"), "--limit 0 is not a whole number of accounts");
    assertMistake(early("--kind", "spam"), "spam");
    assertMistake(early("--account-id", " "), "--account-id is empty");
    assertMistake(early("--out", folder.resolve("no/x.csv").toString()), "there is no folder");
    assertMistake(early("--lake", folder.resolve("none").toString()), "does not exist");
  }

  private static CliRun early(String... more) {
    return BeforeSpark.run(() -> changes(more));
  }

  private static void assertMistake(CliRun run, String says) {
    assertThat(run.lastLine()).startsWith("assay: error: ").contains(says);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }
}
