package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The questions about coordination, asked as shipped, of a part of what the file asks: two worlds,
 * two seeds and a fifth of the accounts. What each question finds in full worlds is in the
 * documentation.
 */
@Tag("slow")
class CoordinationEvaluationTest {
  @TempDir private static Path folder;
  private static JsonNode evaluations;

  @BeforeAll
  static void evaluate() throws IOException {
    Path json = folder.resolve("found.json");
    CliRun run =
        CliRun.of(
            "evaluate",
            "--questions",
            "coordination",
            "--world",
            "default",
            "--world",
            "nothing-planted",
            "--seeds",
            "2",
            "--accounts",
            "4000",
            "--work",
            folder.resolve("work").toString(),
            "--json",
            json.toString());
    assertThat(run.code()).as(run.err()).isZero();
    System.out.println(run.out());
    evaluations = new ObjectMapper().readTree(Files.readString(json)).get("evaluations");
  }

  /** Of all accounts together, of each of the two seeds. */
  private static double[] values(String world, String question, String metric) {
    return evaluations
        .valueStream()
        .filter(e -> e.get("world").asText().contains(world))
        .filter(e -> e.get("question").asText().contains(question))
        .mapToDouble(e -> first(e.get("columns").get(0).get("results"), metric))
        .toArray();
  }

  /** The whole comes first. */
  private static double first(JsonNode results, String metric) {
    return results
        .valueStream()
        .filter(r -> r.get("metric").asText().equals(metric))
        .findFirst()
        .orElseThrow()
        .get("value")
        .asDouble();
  }

  @Test
  void podsAndFarmsRankBeforeTheGenuine() {
    double[] found = values("default", "account score", "average_precision");
    double[] counted = values("default", "engagement-count", "average_precision");
    assertThat(found).hasSize(2);
    for (int seed = 0; seed < 2; seed++) {
      assertThat(found[seed]).isGreaterThan(0.85).isGreaterThan(counted[seed]);
    }
  }

  @Test
  void hardlyAnybodyGenuineIsInAnAcceptedGroup() {
    for (String world : new String[] {"default", "nothing-planted"}) {
      double[] wrong = values(world, "accepted groups", "false_flags");
      assertThat(wrong).as(world).hasSize(2);
      assertThat(Arrays.stream(wrong).max().orElseThrow()).as(world).isLessThanOrEqualTo(5);
    }
  }
}
