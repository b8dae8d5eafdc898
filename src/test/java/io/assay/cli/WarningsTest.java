package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.testing.SparkFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From another crawler's files of X to what `run` says last. */
class WarningsTest {
  private static final String MAPPING =
      """
      format: json
      feeds:
        accounts:
          files: "*people*"
          columns: {platform: "'x'", account_id: id, handle: name, followers: fans}
        posts:
          files: "*tweets*"
          columns:
            platform: "'x'"
            post_id: id
            account_id: by
            posted_at: at
            likes: hearts
            comments: answers
            shares: passed_on
      """;

  private static final String REPOSTS = "      repost_of: original\n";

  @TempDir Path folder;

  @BeforeEach
  void deliver() throws IOException {
    SparkFixture.spark();
    StringBuilder tweets = new StringBuilder();
    for (int i = 1; i <= 5; i++) {
      tweets.append(tweet("own" + i, i, "", 3, 1, 0));
    }
    for (int i = 1; i <= 6; i++) {
      tweets.append(tweet("rt" + i, i, "star" + i, 50_000, 900, 9_000));
    }
    write("crawl/tweets.jsonl", tweets.toString());
    write("crawl/people.jsonl", "{\"id\":\"77\",\"name\":\"ann\",\"fans\":100}\n");
  }

  private static String tweet(
      String id, int day, String original, int hearts, int answers, int passedOn) {
    return """
        {"id":"%s","by":"77","at":"2026-10-1%dT09:00:00Z","original":"%s","hearts":%d,"answers":%d,\
        "passed_on":%d}
        """
        .formatted(id, day, original, hearts, answers, passedOn);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private CliRun measured(String mapping) throws IOException {
    String lake = folder.resolve("lake").toString();
    CliRun loaded =
        CliRun.of(
            "ingest",
            folder.resolve("crawl").toString(),
            "--mapping",
            write("mine.yaml", mapping).toString(),
            "--crawl-id",
            "mine",
            "--crawl-date",
            "2026-10-31",
            "--crawled-at",
            "2026-10-31T10:00:00Z",
            "--lake",
            lake);
    assertThat(loaded.code()).as(loaded.err()).isZero();
    CliRun run =
        CliRun.of(
            "run",
            "--as-of",
            "2026-10-31",
            "--lake",
            lake,
            "--summary",
            folder.resolve("summary.json").toString());
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private List<Row> table(String name, String... columns) {
    return SparkFixture.spark()
        .read()
        .format("delta")
        .load(folder.resolve("lake").resolve(name).toString())
        .selectExpr(columns)
        .collectAsList();
  }

  private JsonNode warnings(String job) throws IOException {
    for (JsonNode told :
        new ObjectMapper().readTree(folder.resolve("summary.json").toFile()).get("jobs")) {
      if (told.get("job").asText().equals(job)) {
        return told.get("warnings");
      }
    }
    throw new AssertionError("no job " + job);
  }

  @Test
  void repostsCountedAsOwnAreToldInTheLastLines() throws IOException {
    CliRun run = measured(MAPPING);
    List<String> lines = run.err().lines().toList();
    assertThat(lines.get(lines.size() - 2))
        .startsWith(
            "[engagement] warning: gold.account_engagement as_of=2026-10-31, rate_at_most_one: 1 of"
                + " 1 accounts whose usual post has more engagements than they have followers")
        .contains("repost_of", "followers misread")
        .endsWith("for example x 77 (ann): rate_public 509.00 with 100 followers");
    assertThat(run.lastLine()).startsWith("assay: done:");
    assertThat(warnings("engagement").get(0).asText()).endsWith("with 100 followers");
    assertThat(warnings("growth")).isEmpty();
    List<Row> checks =
        table(
            "ops/quality_check", "check_name", "severity", "passed", "violations", "rows", "hint");
    assertThat(checks)
        .filteredOn(check -> check.getString(0).equals("rate_at_most_one"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.mkString("|")).startsWith("rate_at_most_one|WARN|false|1|1|");
              assertThat(check.getString(5)).endsWith("rate_public 509.00 with 100 followers");
            });
  }

  @Test
  void withRepostsMappedThereIsNothingToTell() throws IOException {
    CliRun run = measured(MAPPING + REPOSTS);
    assertThat(run.err()).doesNotContain("warning");
    assertThat(table("gold/account_engagement", "rate_public", "posts_counted", "posts_reposts"))
        .extracting(Row::toString)
        .containsExactly("[0.04,5,6]");
    assertThat(table("silver/post", "count_if(repost_of <> '')").get(0).getLong(0))
        .as("kept for who acts together")
        .isEqualTo(6);
    assertThat(table("ops/quality_check", "check_name", "passed"))
        .extracting(Row::toString)
        .contains("[rate_at_most_one,true]");
  }

  @Test
  void theJobAloneTellsIt() throws IOException {
    measured(MAPPING);
    CliRun run =
        CliRun.of(
            "engagement", "--as-of", "2026-10-31", "--lake", folder.resolve("lake").toString());
    List<String> lines = run.err().lines().toList();
    assertThat(lines.get(lines.size() - 2)).startsWith("[engagement] warning: gold.");
  }
}
