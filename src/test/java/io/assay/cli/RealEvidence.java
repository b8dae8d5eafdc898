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
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A real set, brought through the whole pipeline as its mapping says, and its evidence beside its
 * labels.
 *
 * @param name for the report
 * @param folder of the lake, new
 * @param day taken as the day of the delivery
 */
record RealEvidence(String name, Path folder, LocalDate day) {

  /** What `assay evaluate` finds: a metric with its 95 % interval. */
  record Found(double value, double low, double high) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
    }
  }

  /** Loads files and measures them. */
  static RealEvidence of(
      String name, Path folder, LocalDate day, Path mapping, List<Path> paths, String... settings) {
    TestLake lake = new TestLake(folder, settings);
    for (Path path : paths) {
      lake.pipeline()
          .ingest(
              new Crawl(
                  path.toString(),
                  "set-" + paths.indexOf(path),
                  day,
                  mapping == null ? null : Mapping.load(mapping),
                  Instant.parse(day + "T12:00:00Z")));
    }
    Jobs.DAILY.forEach(job -> lake.run(job.name(), day));
    return new RealEvidence(name, folder, day);
  }

  TestLake lake() {
    return new TestLake(folder);
  }

  /** A metric of a column in which low values are suspicious. */
  Found found(String metric, String column) {
    Path json = folder.resolve(metric + "-" + column + ".json");
    String[] call = {
      "evaluate",
      "--table",
      "gold.account_suspicion",
      "--score",
      column,
      "--low-is-suspicious",
      "--positive",
      "bot",
      "--lake",
      lake().location(),
      "--as-of",
      day.toString(),
      "--json",
      json.toString()
    };
    CliRun run = CliRun.of(call);
    assertThat(run.code()).as(run.err()).isZero();
    try {
      JsonNode results =
          new ObjectMapper()
              .readTree(json.toFile())
              .get("evaluations")
              .get(0)
              .get("columns")
              .get(0)
              .get("results");
      for (JsonNode result : results) {
        if (result.get("metric").asText().equals(metric)) {
          Found found =
              new Found(
                  result.get("value").asDouble(),
                  result.get("low").asDouble(),
                  result.get("high").asDouble());
          System.out.println(name + " " + column + " " + metric + " " + found);
          return found;
        }
      }
      throw new AssertionError("no " + metric);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
