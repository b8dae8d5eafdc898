package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a caller's mistake looks like: exit code 2, and a last line that says what to do, before
 * Spark starts.
 */
class MistakesTest {

  @TempDir Path folder;

  private static CliRun mistaken(String... args) {
    CliRun run = BeforeSpark.run(() -> CliRun.of(args));
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.lastLine()).startsWith("assay: error: ").endsWith(".");
    assertThat(run.err()).doesNotContain("\tat ");
    return run;
  }

  private String lake() {
    return folder.resolve("lake").toString();
  }

  /** A delivery that could be read. */
  private String crawl() throws IOException {
    Path accounts = Files.createDirectories(folder.resolve("crawl/accounts"));
    Files.writeString(accounts.resolve("a.jsonl"), "{}");
    return folder.resolve("crawl").toString();
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
    CliRun run = mistaken("run", "--as-of", "2026-10-31", "--lake", lake());
    assertThat(run.lastLine()).contains("does not exist", "--lake");
    assertThat(Path.of(lake())).doesNotExist();
  }

  @Test
  void aLakeThatIsNoLake() throws IOException {
    Path other = Files.createDirectories(folder.resolve("holiday"));
    Files.writeString(other.resolve("photo.txt"), "not a table");
    CliRun run = mistaken("run", "--as-of", "2026-10-31", "--lake", other.toString());
    assertThat(run.lastLine()).contains("is no lake");
    CliRun ingest =
        mistaken(
            "ingest",
            crawl(),
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

  private CliRun mistakenCrawl(String name) {
    String crawl = folder.resolve(name).toString();
    CliRun run =
        mistaken(
            "ingest", crawl, "--crawl-id", "a", "--crawl-date", "2026-10-31", "--lake", lake());
    assertThat(Path.of(lake())).doesNotExist();
    return run;
  }

  @Test
  void aCrawlThatDoesNotExist() {
    assertThat(mistakenCrawl("none").lastLine()).contains("none does not exist");
  }

  @Test
  void aCrawlThatCannotBeRead() throws IOException {
    Files.createDirectories(folder.resolve("empty/accounts"));
    assertThat(mistakenCrawl("empty").lastLine()).contains("empty holds no file to read");
    Files.createDirectories(folder.resolve("typed/acounts"));
    assertThat(mistakenCrawl("typed").lastLine())
        .contains("the delivery holds 'acounts', which is no feed");
    Path accounts = Files.createDirectories(folder.resolve("sheets/accounts"));
    Files.writeString(accounts.resolve("a.xlsx"), "x");
    assertThat(mistakenCrawl("sheets").lastLine())
        .contains("file accounts/a.xlsx is of no known format");
  }

  @Test
  void aSampleThatDoesNotExist() throws IOException {
    Path mapping =
        Files.writeString(
            folder.resolve("m.yaml"),
            "format: csv\nfeeds:\n  accounts:\n    columns:\n      platform: \"'x'\"\n"
                + "      account_id: id\n");
    String sample = folder.resolve("none.csv").toString();
    assertThat(
            mistaken("ingest", "--check-mapping", mapping.toString(), "--sample", sample)
                .lastLine())
        .contains("crawl path " + sample + " does not exist");
  }

  @Test
  void aLakeWhoseNameHadoopCannotHold() {
    assertThat(mistaken("run", "--as-of", "2026-10-31", "--lake", "my:lake").lastLine())
        .contains("lake my:lake cannot be reached");
  }

  @Test
  void aLakeIsNamedWithItsWholePath() {
    assertThat(mistaken("run", "--as-of", "2026-10-31", "--lake", "no/such/lake/").lastLine())
        .startsWith(
            "assay: error: lake file:" + Path.of("no/such/lake").toAbsolutePath() + " does not");
    assertThat(mistaken("run", "--as-of", "2026-10-31", "--lake", "file://" + lake()).lastLine())
        .startsWith("assay: error: lake file:" + lake() + " does not exist. Ingest a crawl");
  }

  @Test
  void aLakeThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    for (String[] command :
        new String[][] {
          {"run", "--as-of", "2026-10-31"},
          {"engagement", "--as-of", "2026-10-31", "--dry-run"},
          {"ingest", crawl(), "--crawl-id", "a", "--crawl-date", "2026-10-31"},
          {"demo"}
        }) {
      String[] args = Arrays.copyOf(command, command.length + 2);
      args[command.length] = "--lake";
      args[command.length + 1] = file.toString();
      assertThat(mistaken(args).lastLine()).contains(file + " is no lake");
    }
  }

  @Test
  void aFolderThatIsNotFreeForACrawl() throws IOException {
    Path full = Files.createDirectories(folder.resolve("full"));
    Path file = Files.writeString(full.resolve("a.txt"), "");
    String world = "conf/worlds/default.yaml";
    assertThat(mistaken("generate", "--out", full.toString()).lastLine())
        .startsWith("assay: error: folder file:" + full + " is not empty. Give a folder");
    assertThat(mistaken("generate", "--out", file.toString()).lastLine())
        .startsWith("assay: error: file:" + file + " is a file. Give a folder");
    assertThat(mistaken("generate", "--world", world, "--out", full.toString()).lastLine())
        .contains("folder file:" + full + " is not empty");
  }

  @Test
  void aWorldThatDoesNotExist() {
    assertThat(mistaken("generate", "--world", "no/world.yaml", "--out", lake()).lastLine())
        .contains("no/world.yaml does not exist");
    assertThat(
            mistaken("evaluate", "--world", "no/world.yaml", "--baseline", "following-ratio")
                .lastLine())
        .contains("--world no/world.yaml does not exist");
  }

  @Test
  void aWorldWithMistakesIsNotEvaluated() throws IOException {
    Path world = Files.writeString(folder.resolve("w.yaml"), "acounts: 4\n");
    assertThat(mistaken("evaluate", "--world", "" + world, "--baseline", "following-ratio").err())
        .contains("acounts: unknown key");
  }

  @Test
  void nothingToCalibrateOn() throws IOException {
    String[] call = {
      "calibrate",
      "--as-of",
      "2026-10-31",
      "--name",
      "m",
      "--out",
      "" + folder.resolve("m.yaml"),
      "--lake",
      lake()
    };
    assertThat(mistaken(call).lastLine()).contains("lake file:" + lake() + " does not exist");
    Files.writeString(Files.createDirectories(Path.of(lake())).resolve("assay-lake.json"), "{}");
    String[] labels = Arrays.copyOf(call, call.length + 2);
    labels[call.length] = "--labels";
    labels[call.length + 1] = "no/labels.jsonl";
    assertThat(mistaken(labels).lastLine()).contains("--labels no/labels.jsonl does not exist");
    call[2] = "soon";
    assertThat(mistaken(call).lastLine()).contains("--as-of soon is not a date");
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
