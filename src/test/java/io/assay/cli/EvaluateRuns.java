package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.testing.SparkFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Calls of {@code assay evaluate} on files of a folder.
 *
 * @param folder new
 */
record EvaluateRuns(Path folder) {
  static final String LABELS =
      """
      {"platform":"x","account_id":"a","label":"bot","strength":0.9}
      {"platform":"x","account_id":"b","label":"genuine","class":"fan"}
      {"platform":"x","account_id":"c","label":"bot"}
      {"platform":"x","account_id":"d","label":"genuine"}
      """;

  /** Alternating: average precision 5/6. */
  static final String SCORES = "platform,account_id,s\nx,a,4\nx,b,3\nx,c,2\nx,d,1\nx,e,9\n";

  private static final String ACCOUNT =
      """
      {"platform":"x","account_id":"%s","crawled_at":"2026-10-31T10:00:00Z","followers":%d,"followings":%d}
      """;
  private static final String LIKE =
      """
      {"platform":"x","post_id":"%s","actor_id":"%s","kind":"like","crawled_at":"2026-10-31T10:00:00Z"}
      """;

  /** With labels.jsonl and scores.csv. */
  static EvaluateRuns in(Path folder) {
    SparkFixture.spark();
    EvaluateRuns runs = new EvaluateRuns(folder);
    runs.write("labels.jsonl", LABELS);
    runs.write("scores.csv", SCORES);
    return runs;
  }

  Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Labels, and profiles in which the bots follow more than they are followed. */
  void crawl(String name) {
    write(
        name + "/accounts/1.jsonl",
        ACCOUNT.formatted("a", 10, 900)
            + ACCOUNT.formatted("b", 500, 100)
            + ACCOUNT.formatted("c", 20, 800)
            + ACCOUNT.formatted("d", 900, 50));
    write(name + "/labels/1.jsonl", LABELS);
  }

  /** Likes in a crawl, each as post and actor. */
  void likes(String crawl, String... likes) {
    StringBuilder lines = new StringBuilder();
    for (String like : likes) {
      String[] of = like.split(" ");
      lines.append(LIKE.formatted(of[0], of[1]));
    }
    write(crawl + "/interactions/1.jsonl", lines.toString());
  }

  String at(String name) {
    return folder.resolve(name).toString();
  }

  /** Arguments by blanks; an @ stands for the folder. */
  String[] arguments(String line) {
    Stream<String> given =
        Arrays.stream(line.split(" ")).map(a -> a.replaceFirst("^@", at("") + "/"));
    return Stream.concat(Stream.of("evaluate"), given).toArray(String[]::new);
  }

  CliRun evaluate(String line) {
    return CliRun.of(arguments(line));
  }

  CliRun succeeds(String line) {
    CliRun run = evaluate(line);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lastLine()).startsWith("assay: done: evaluated ");
    return run;
  }

  void refused(String what, String line) {
    refused(what, evaluate(line));
  }

  /** Refused before Spark starts. */
  void refusedAtOnce(String what, String line) {
    refused(what, BeforeSpark.run(() -> evaluate(line)));
  }

  private static void refused(String what, CliRun run) {
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.lastLine()).startsWith("assay: error: ").contains(what);
    assertThat(run.err()).doesNotContain("\tat ");
  }

  /** What a call wrote with {@code --json @evaluation.json}. */
  JsonNode json() {
    try {
      return new ObjectMapper().readTree(folder.resolve("evaluation.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The headline value of a metric of an evaluation. */
  static JsonNode headline(JsonNode evaluation, String metric) {
    return StreamSupport.stream(
            evaluation.get("columns").get(0).get("results").spliterator(), false)
        .filter(r -> r.get("metric").asText().equals(metric))
        .findFirst()
        .orElseThrow();
  }
}
