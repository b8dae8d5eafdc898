package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.testing.SparkFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller's mistake looks like: exit code 2, and a last line that says what to do. */
class MistakesTest {

  @TempDir Path folder;

  private static CliRun mistaken(String... args) {
    CliRun run = CliRun.of(args);
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.lastLine()).startsWith("assay: error: ").endsWith(".");
    assertThat(run.err()).doesNotContain("\tat ");
    return run;
  }

  private String lake() {
    return folder.resolve("lake").toString();
  }

  @Test
  void anUnknownCommand() {
    assertThat(mistaken("fly").lastLine()).contains("'fly'", "'ingest'", "jobs/assay --help");
  }

  @Test
  void aMissingArgument() {
    CliRun run = mistaken("ingest", "x", "--crawl-id", "a", "--crawl-date", "2026-10-31");
    assertThat(run.lastLine()).contains("--lake", "jobs/assay ingest --help");
    assertThat(run.err()).contains("usage: assay ingest");
  }

  @Test
  void anUnknownOption() {
    assertThat(mistaken("run", "--as-off", "x", "--as-of", "2026-10-31", "--lake", "l").lastLine())
        .contains("--as-off", "jobs/assay run --help");
  }

  @Test
  void aBadDate() {
    for (String date : new String[] {"2026-13-01", "2026-02-30", "31.10.2026", "", "+2026-10-31"}) {
      assertThat(mistaken("run", "--as-of", date, "--lake", lake()).lastLine())
          .startsWith("assay: error: --as-of " + date + " is not a date; write YYYY-MM-DD.");
    }
  }

  @Test
  void daysThatMakeNoSpan() {
    assertThat(mistaken("run", "--lake", lake()).lastLine()).contains("no day was given");
    assertThat(mistaken("run", "--from", "2026-10-01", "--lake", lake()).lastLine())
        .contains("--from and --to belong together");
    assertThat(
            mistaken("run", "--from", "2026-10-02", "--to", "2026-10-01", "--lake", lake())
                .lastLine())
        .contains("--to 2026-10-01 is before --from 2026-10-02");
    assertThat(
            mistaken("run", "--as-of", "2026-10-02", "--to", "2026-10-03", "--lake", lake())
                .lastLine())
        .contains("--as-of and --from, --to were both given");
  }

  @Test
  void aBadTime() {
    CliRun run =
        mistaken(
            "ingest",
            "x",
            "--crawl-id",
            "a",
            "--crawl-date",
            "2026-10-31",
            "--lake",
            lake(),
            "--crawled-at",
            "noon");
    assertThat(run.lastLine()).contains("--crawled-at noon is not a time");
  }

  @Test
  void aCrawlIdThatCouldNotStandInAPath() {
    CliRun run =
        mistaken(
            "ingest", "x", "--crawl-id", "../up", "--crawl-date", "2026-10-31", "--lake", lake());
    assertThat(run.lastLine()).contains("../up");
  }

  @Test
  void allUnknownSettingsAtOnce() {
    CliRun run =
        mistaken(
            "run",
            "--as-of",
            "2026-10-31",
            "--lake",
            lake(),
            "--set",
            "engagement.min_post=3",
            "--set",
            "colour=red");
    assertThat(run.err()).contains("engagement.min_post: unknown key", "colour: unknown key");
    assertThat(run.lastLine()).contains("2 problem(s)", "conf/assay.yaml");
  }

  @Test
  void aSettingsFileThatIsMissing() {
    CliRun run =
        mistaken("run", "--as-of", "2026-10-31", "--lake", lake(), "--conf", "no/such.yaml");
    assertThat(run.lastLine()).contains("no/such.yaml does not exist");
  }

  @Test
  void aMappingThatIsMissing() {
    CliRun run =
        mistaken(
            "ingest",
            "x",
            "--crawl-id",
            "a",
            "--crawl-date",
            "2026-10-31",
            "--lake",
            lake(),
            "--mapping",
            "no/such.yaml");
    assertThat(run.lastLine()).contains("no/such.yaml does not exist");
  }

  @Test
  void aLakeThatDoesNotExist() {
    SparkFixture.spark();
    CliRun run = mistaken("run", "--as-of", "2026-10-31", "--lake", lake());
    assertThat(run.lastLine()).contains("does not exist", "--lake");
    assertThat(Path.of(lake())).doesNotExist();
  }

  @Test
  void aLakeThatIsNoLake() throws IOException {
    SparkFixture.spark();
    Path other = Files.createDirectories(folder.resolve("holiday"));
    Files.writeString(other.resolve("photo.txt"), "not a table");
    CliRun run = mistaken("run", "--as-of", "2026-10-31", "--lake", other.toString());
    assertThat(run.lastLine()).contains("is no lake");
    CliRun ingest =
        mistaken(
            "ingest",
            folder.toString(),
            "--crawl-id",
            "a",
            "--crawl-date",
            "2026-10-31",
            "--lake",
            other.toString());
    assertThat(ingest.lastLine()).contains("is no lake");
    try (Stream<Path> left = Files.list(other)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void aCrawlThatDoesNotExist() {
    SparkFixture.spark();
    CliRun run =
        mistaken(
            "ingest",
            folder.resolve("none").toString(),
            "--crawl-id",
            "a",
            "--crawl-date",
            "2026-10-31",
            "--lake",
            lake());
    assertThat(run.lastLine()).contains("none does not exist");
  }

  @Test
  void aSummaryThatCannotBeWritten() {
    CliRun run = mistaken("plan", "--summary", folder.resolve("no/such/folder.json").toString());
    assertThat(run.lastLine()).contains("--summary", "cannot be written");
  }

  @Test
  void theSummaryTellsAFailureToo() throws IOException {
    Path summary = folder.resolve("summary.json");
    mistaken("run", "--as-of", "soon", "--lake", lake(), "--summary", summary.toString());
    JsonNode tree = new ObjectMapper().readTree(summary.toFile());
    assertThat(tree.get("command").asText()).isEqualTo("run");
    assertThat(tree.get("outcome").asText()).isEqualTo("failed");
    assertThat(tree.get("exit_code").asInt()).isEqualTo(2);
    assertThat(tree.get("message").asText()).contains("soon is not a date");
    assertThat(tree.get("remedy").asText()).isNotBlank();
    assertThat(tree.get("jobs")).isEmpty();
    mistaken("run", "--summary", summary.toString());
    assertThat(new ObjectMapper().readTree(summary.toFile()).get("message").asText())
        .contains("is required");
  }
}
