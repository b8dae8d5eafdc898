package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.ingest.Crawl;
import io.assay.ingest.Mapping;
import io.assay.pipeline.Jobs;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Real sets, brought through the whole pipeline as their mappings say, and their evidence beside
 * their labels. Each set is a platform of its own, so that nobody is compared with another set's
 * accounts though one run of the jobs measures all.
 */
final class RealEvidence {

  /** What `assay evaluate` finds: a metric with its 95 % interval. */
  record Found(double value, double low, double high) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
    }
  }

  private final Path folder;
  private final LocalDate day;
  private final TestLake lake;
  private int deliveries;

  /**
   * @param folder new
   * @param day taken as the day of all deliveries
   */
  RealEvidence(Path folder, LocalDate day, String... settings) {
    this.folder = folder;
    this.day = day;
    this.lake = new TestLake(folder, settings);
  }

  /**
   * Loads files.
   *
   * @param mapping text of a mapping; its platforms are replaced
   * @param platform SQL
   */
  RealEvidence deliver(String mapping, String platform, List<Path> paths) {
    try {
      Path own = Files.createDirectories(folder).resolve("mapping-" + deliveries + ".yaml");
      Files.writeString(own, mapping.replaceAll("platform: .*", "platform: \"" + platform + "\""));
      paths.forEach(path -> deliver(path, Mapping.load(own)));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads a delivery in the feeds' own format. */
  RealEvidence deliver(Path crawl) {
    deliver(crawl, null);
    return this;
  }

  private void deliver(Path path, Mapping mapping) {
    Instant noon = Instant.parse(day + "T12:00:00Z");
    lake.pipeline().ingest(new Crawl(path.toString(), "set-" + deliveries++, day, mapping, noon));
  }

  /** Runs the jobs of the day. */
  RealEvidence measure() {
    Jobs.DAILY.forEach(job -> lake.run(job.name(), day));
    return this;
  }

  TestLake lake() {
    return lake;
  }

  /** What a column, in which low values are suspicious, says of a platform. */
  Found found(String platform, String metric, String column) {
    Path json = folder.resolve(column + ".json");
    if (!Files.exists(json)) {
      evaluate(column, json);
    }
    try {
      JsonNode evaluation = new ObjectMapper().readTree(json.toFile()).get("evaluations").get(0);
      for (JsonNode result : evaluation.get("columns").get(0).get("results")) {
        if (result.get("metric").asText().equals(metric)
            && result.get("segment").asText().equals(platform)) {
          Found found =
              new Found(
                  result.get("value").asDouble(),
                  result.get("low").asDouble(),
                  result.get("high").asDouble());
          System.out.println(platform + " " + column + " " + metric + " " + found);
          return found;
        }
      }
      throw new AssertionError("no " + metric + " of " + platform);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void evaluate(String column, Path json) {
    String table =
        column.equals("bot_tail") ? "gold.account_assessment" : "gold.account_family_evidence";
    String call =
        "evaluate --table " + table + " --segment platform --low-is-suspicious --positive bot";
    List<String> arguments = new ArrayList<>(List.of(call.split(" ")));
    arguments.addAll(List.of("--score", column, "--lake", lake.location()));
    arguments.addAll(List.of("--as-of", day.toString(), "--json", json.toString()));
    CliRun run = CliRun.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
  }
}
