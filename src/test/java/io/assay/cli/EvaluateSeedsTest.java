package io.assay.cli;

import static io.assay.cli.EvaluateRuns.headline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.workbench.worlds.CrawlOfWorld;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations of tables, crawls and worlds of several seeds, and of several baselines. */
class EvaluateSeedsTest {
  @TempDir Path folder;

  private EvaluateRuns runs;

  @BeforeEach
  void write() {
    runs = EvaluateRuns.in(folder);
  }

  /** The spread of average precision over all accounts. */
  private JsonNode spread(String scorer) {
    return StreamSupport.stream(runs.json().get("spread").spliterator(), false)
        .filter(s -> s.get("scorer").asText().equals(scorer))
        .filter(s -> s.get("metric").asText().equals("average_precision"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void severalTablesAndTheSpread() {
    runs.write("seeds/1.csv", EvaluateRuns.SCORES);
    runs.write("seeds/2.csv", "platform,account_id,s\nx,a,4\nx,b,2\nx,c,3\nx,d,1\n");
    CliRun run =
        runs.succeeds(
            "--table @seeds/{seed}.csv --score s --labels @labels.jsonl --seeds 2 --bootstrap 0"
                + " --json @evaluation.json");
    assertThat(run.out()).contains("over 2 seeds");
    JsonNode ap = spread(runs.at("seeds/{seed}.csv"));
    // 5/6 and 1
    assertThat(ap.get("mean").asDouble()).isCloseTo(11 / 12.0, within(1e-12));
    assertThat(ap.get("sd").asDouble()).isCloseTo(Math.sqrt(2) / 12, within(1e-12));
    assertThat(ap.get("min").asDouble()).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(ap.get("max").asDouble()).isEqualTo(1);
  }

  @Test
  void severalBaselinesScoreOneLakeOfEachSeed() throws IOException {
    runs.crawl("crawls/1");
    runs.crawl("crawls/2");
    // of the bots, a shares two posts with b, c one with d: precision 1/2 at both thresholds
    runs.likes("crawls/1", "p a", "p b", "q a", "q b", "r c", "r d");
    // a shares two posts with c, b one with d
    runs.likes("crawls/2", "p a", "p c", "q a", "q c", "r b", "r d");
    CliRun run =
        runs.succeeds(
            "--baseline following-ratio --baseline co-engagement --crawl @crawls/{seed}"
                + " --as-of 2026-10-31 --seeds 2 --bootstrap 0 --work @work"
                + " --json @evaluation.json");
    assertThat(run.lastLine()).contains("baseline following-ratio, baseline co-engagement on 2");
    try (Stream<Path> lakes = Files.list(folder.resolve("work"))) {
      assertThat(lakes).hasSize(2);
    }
    JsonNode evaluations = runs.json().get("evaluations");
    assertThat(evaluations)
        .extracting(e -> e.get("seed").asInt() + " " + e.get("scorer").asText())
        .containsExactly(
            "1 baseline following-ratio",
            "1 baseline co-engagement",
            "2 baseline following-ratio",
            "2 baseline co-engagement");
    assertThat(evaluations)
        .extracting(e -> headline(e, "average_precision").get("value").asDouble())
        .containsExactly(1.0, .5, 1.0, 1.0);
    JsonNode ratio = spread("baseline following-ratio");
    assertThat(ratio.get("mean").asDouble()).isEqualTo(1);
    assertThat(ratio.get("sd").asDouble()).isZero();
    JsonNode shared = spread("baseline co-engagement");
    assertThat(shared.get("seeds").asInt()).isEqualTo(2);
    assertThat(shared.get("mean").asDouble()).isEqualTo(.75);
    assertThat(shared.get("sd").asDouble()).isCloseTo(Math.sqrt(.125), within(1e-12));
  }

  @Test
  void severalBaselinesOfOneCrawlHaveNoSpread() {
    runs.crawl("crawl");
    CliRun run =
        runs.succeeds(
            "--baseline following-ratio --baseline two-sided-tails --crawl @crawl"
                + " --as-of 2026-10-31 --bootstrap 0 --json @evaluation.json");
    assertThat(run.out()).contains("baseline following-ratio of " + runs.at("crawl"));
    assertThat(runs.json().get("evaluations")).hasSize(2);
    assertThat(runs.json().has("spread")).isFalse();
  }

  @Test
  void aWorldIsMadeForEachSeed() throws IOException {
    CrawlOfWorld worlds =
        (SparkSession spark, Path world, Long accounts, long seed, String into) -> {
          runs.crawl(folder.relativize(Path.of(into)).toString());
          return LocalDate.of(2026, 10, 31);
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Path world = runs.write("world.yaml", "accounts: 4\n");
    int code =
        new Cli(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                List.of(new EvaluateCommand(worlds)))
            .run(
                runs.arguments(
                    "--world @world.yaml --baseline following-ratio --seeds 2 --bootstrap 0"
                        + " --work @work"));
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("seed 1", "seed 2", "over 2 seeds", world.toString());
    try (Stream<Path> kept = Files.list(folder.resolve("work"))) {
      assertThat(kept).hasSize(2);
    }
  }
}
