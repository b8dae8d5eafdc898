package io.assay.cli;

import static io.assay.cli.EvaluateRuns.headline;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.workbench.worlds.CrawlOfWorld;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations that are stopped, carried on and asked more. */
class EvaluateResumeTest {
  private static final String ONE = "--world @w.yaml --bootstrap 0 --work @work ";
  private static final String RATIO = ONE + "--baseline following-ratio";
  private static final String TWO = RATIO + " --seeds 2";

  @TempDir Path folder;

  private EvaluateRuns runs;
  private final List<Long> written = new ArrayList<>();
  private long stopsAt;

  @BeforeEach
  void write() {
    runs = EvaluateRuns.in(folder);
    runs.write("w.yaml", "accounts: 4\n");
  }

  private CliRun evaluate(String line) {
    CrawlOfWorld worlds =
        (SparkSession spark, Path world, Long accounts, long seed, String into) -> {
          if (seed == stopsAt) {
            throw new IllegalStateException("stopped");
          }
          written.add(seed);
          String crawl = folder.relativize(Path.of(into)).toString();
          runs.crawl(crawl);
          runs.likes(crawl, "p a", "p b", "q a", "q b");
          return LocalDate.of(2026, 10, 31);
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Cli(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                List.of(new EvaluateCommand(worlds)))
            .run(runs.arguments(line + " --json @evaluation.json"));
    return new CliRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private CliRun succeeds(String line) {
    CliRun run = evaluate(line);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  @Test
  void whatIsDoneIsNotDoneAgain() {
    stopsAt = 2;
    assertThat(evaluate(TWO).code()).isEqualTo(1);
    assertThat(written).containsExactly(1L);
    stopsAt = 0;

    CliRun refused = evaluate(TWO);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.lastLine()).contains("holds an evaluation", "--resume");

    CliRun carriedOn = succeeds(TWO + " --resume");
    assertThat(written).containsExactly(1L, 2L);
    assertThat(carriedOn.err()).contains("seed 1: baseline following-ratio was found before");
    JsonNode found = runs.json().get("evaluations");
    assertThat(found).extracting(e -> e.get("seed").asInt()).containsExactly(1, 2);

    CliRun again = succeeds(TWO + " --resume");
    assertThat(written).hasSize(2);
    assertThat(again.err()).doesNotContain("[conform]", "[ingest]");
    assertThat(again.out()).isEqualTo(carriedOn.out());
    assertThat(runs.json().get("evaluations")).isEqualTo(found);
  }

  @Test
  void anotherQuestionUsesTheLake() {
    succeeds(RATIO);
    CliRun another = succeeds(ONE + "--baseline co-engagement --resume");
    assertThat(written).hasSize(1);
    assertThat(another.err()).doesNotContain("[conform]", "[ingest]", "was found before");
    // a, a bot, and b, who is genuine, share two posts; c, a bot, and d none
    assertThat(
            headline(runs.json().get("evaluations").get(0), "average_precision")
                .get("value")
                .asDouble())
        .isEqualTo(.5);

    CliRun ofATable =
        succeeds(ONE + "--table gold.account_growth --score largest_gain_share --resume");
    assertThat(written).hasSize(1);
    assertThat(ofATable.err())
        .contains("[growth]")
        .doesNotContain("[conform]", "[ingest]", "[assessment]");
  }

  @Test
  void anotherWorldOrOtherSettingsAreMadeAnew() {
    succeeds(RATIO);
    runs.write("w.yaml", "accounts: 5\n");
    CliRun other = succeeds(RATIO + " --resume");
    assertThat(other.err()).contains("w.yaml seed 1: made anew, as not the same: world");
    assertThat(written).containsExactly(1L, 1L);
    CliRun settings = succeeds(RATIO + " --resume --set engagement.min_posts=4");
    assertThat(settings.err()).contains("made anew, as not the same: settings");
    assertThat(written).hasSize(3);
  }

  @Test
  void aTableThatNoJobWritesIsToldAtOnce() {
    CliRun run = evaluate("--world @w.yaml --table gold.no_such_table --score s");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastLine()).contains("gold.no_such_table is written by no job");
    assertThat(written).isEmpty();
  }

  @Test
  void severalQuestionsAndWorldsStandInOneTable() {
    runs.write("v.yaml", "accounts: 4\n");
    runs.write(
        "found.csv", "platform,account_id,g,ok\nx,a,1,true\nx,c,1,true\nx,b,1,true\nx,d,2,false\n");
    runs.write(
        "questions.yaml",
        """
        worlds:
          %s: 2
          %s: 1
        first_seed: 7
        questions:
          - name: members
            table: %s
            group: g
            where: ok = 'true'
          - name: scores
            table: %s
            score: s
          - baseline: engagement-count
            positive_class: [pod]
            worlds: [elsewhere]
          - baseline: following-ratio
            worlds: ["%s"]
        """
            .formatted(
                runs.at("w.yaml"),
                runs.at("v.yaml"),
                runs.at("found.csv"),
                runs.at("scores.csv"),
                runs.at("v.yaml")));
    CliRun run = succeeds("--questions @questions.yaml");
    assertThat(written).containsExactly(7L, 8L, 7L);
    // nobody asked of pods
    assertThat(run.out()).doesNotContain("recall pod");
    // flagged are a, c and b: two of three are bots
    assertThat(run.out().lines().filter(line -> line.contains("members")))
        .hasSize(2)
        .anyMatch(
            line ->
                line.contains("w.yaml")
                    && line.contains(".667 ± .000 (.667-.667)")
                    && line.endsWith("at most 1: 1 1"));
    assertThat(run.out().lines().filter(line -> line.contains("scores")))
        .hasSize(2)
        .allMatch(line -> line.contains(".833") && line.endsWith("-"));
    assertThat(run.out().lines().filter(line -> line.contains("baseline following-ratio")))
        .singleElement()
        .matches(line -> line.contains("v.yaml") && line.contains("1.000"));
    assertThat(runs.json().get("evaluations")).hasSize(7);

    CliRun fewer = succeeds("--questions @questions.yaml --world @v.yaml --seeds 1");
    assertThat(fewer.out()).doesNotContain("w.yaml");
    CliRun beside = evaluate("--questions @questions.yaml --score s");
    assertThat(beside.lastLine()).contains("--score does not go with --questions");
  }
}
