package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.testing.SparkFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Baselines that look at profiles, on real sets where these are at hand: the numbers of the
 * documentation, by the commands that stand there.
 */
@Tag("slow")
class RealSetBaselinesTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final Path DOCUMENT = Path.of("src/docs/evaluation.md");

  @TempDir Path folder;

  /**
   * @param name as the documentation calls it
   * @param mapping file in conf/sources
   * @param day taken as the day of the delivery
   * @param paths deliveries
   */
  record RealSet(String name, String mapping, String day, List<String> paths) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<RealSet> sets() {
    return List.of(
        new RealSet(
            "instafake",
            "instafake",
            "2019-01-01",
            List.of("instafake/fakeAccountData.json", "instafake/realAccountData.json")),
        new RealSet("kaggle_ig_fake", "kaggle-instagram", "2019-01-01", List.of("kaggle_ig_fake")),
        new RealSet("gilani_bands", "gilani", "2016-07-01", List.of("gilani_bands")));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void theDocumentationHoldsTheseNumbers(RealSet set) throws IOException {
    for (String path : set.paths()) {
      assumeTrue(Files.exists(DATA.resolve(path)), "real data is not at hand: " + path);
    }
    SparkFixture.spark();
    for (String baseline : List.of("following-ratio", "two-sided-tails")) {
      assertThat(Files.readString(DOCUMENT)).contains(line(set, baseline));
    }
  }

  /** A row of the documentation's table. */
  private String line(RealSet set, String baseline) throws IOException {
    Path json = folder.resolve(baseline + ".json");
    List<String> call = new ArrayList<>(List.of("evaluate", "--baseline", baseline));
    set.paths().forEach(p -> call.addAll(List.of("--crawl", DATA.resolve(p).toString())));
    call.addAll(List.of("--mapping", "conf/sources/" + set.mapping() + ".yaml"));
    call.addAll(List.of("--as-of", set.day(), "--crawled-at", set.day() + "T12:00:00Z"));
    call.addAll(List.of("--json", json.toString()));
    CliRun run = CliRun.of(call.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode evaluation = new ObjectMapper().readTree(json.toFile()).get("evaluations").get(0);
    JsonNode accounts = evaluation.get("accounts");
    JsonNode results = evaluation.get("columns").get(0).get("results");
    return "| %s | %s | %d | %d | %d | %s | %s | %s |"
        .formatted(
            set.name(),
            baseline,
            accounts.get("positive").asInt(),
            accounts.get("genuine").asInt(),
            accounts.get("contradictory").asInt(),
            headline(results, "average_precision"),
            headline(results, "roc_auc"),
            headline(results, "precision_at_r"));
  }

  private static String headline(JsonNode results, String metric) {
    for (JsonNode result : results) {
      if (result.get("metric").asText().equals(metric)) {
        return String.format(
            Locale.ROOT,
            "%.3f (%.3f to %.3f)",
            result.get("value").asDouble(),
            result.get("low").asDouble(),
            result.get("high").asDouble());
      }
    }
    throw new AssertionError("no " + metric);
  }
}
