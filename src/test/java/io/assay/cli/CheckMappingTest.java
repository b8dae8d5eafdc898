package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trying a mapping on a sample: what a person sees who writes one. */
class CheckMappingTest {
  @TempDir private Path folder;

  @BeforeEach
  void session() {
    SparkFixture.spark();
  }

  @Test
  void rowsAndRefusalsAreShownAndNothingIsWritten() throws IOException {
    StringBuilder csv = new StringBuilder("name,fans,about\n");
    csv.append("a,5,\"one\ntwo\"\na,7,\nb,many,x\nc,12k,\n,1,\n");
    for (int i = 1; i <= 12; i++) {
      csv.append("u").append(i).append(",").append(1000 * i).append(",").append("x\n");
    }
    write("sample/users.csv", csv.toString());
    write("sample/notes.csv", "n\n1\n");
    write(
        "m.yaml",
        """
        format: csv
        feeds:
          accounts:
            files: users*
            columns:
              platform: "'x'"
              account_id: name
              followers: fans
              bio: about
              country: "CAST(NULL AS STRING)"
        """);
    CliRun run = check("--crawl-date", "2026-10-31");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("delivered on 2026-10-31; where records do not say when they were seen,")
        .contains("2026-10-31T23:59:59Z is taken; an ingest needs --crawled-at")
        .contains("accounts: 17 records of 1 file = 15 accepted + 1 duplicate + 1 quarantined")
        .contains(" #  platform  account_id  crawled_at           bio")
        .contains("x         a           2026-10-31 23:59:59  one\\u000atwo")
        .contains("always filled: platform, account_id, crawled_at")
        .contains("filled in some records: bio 14, followers 14")
        .contains("never filled: country")
        .contains(
            "null: followers in 2 records, where its value is not a whole number; for example in"
                + " users.csv")
        .contains("  {\"name\":\"b\",\"fans\":\"many\",\"about\":\"x\"}")
        .contains("quarantined: 1 record, account_id missing; for example in users.csv")
        .contains("read by no feed: notes.csv");
    assertThat(run.out().lines().filter(l -> l.matches("\\s*\\d+  x .*"))).hasSize(10);
    assertThat(run.lastLine()).contains("1 record would be quarantined; nothing was written.");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("sample", "m.yaml");
    }
  }

  /** What the documentation shows is what happens. */
  @Test
  void theWalkThroughOfTheDocumentation() throws IOException {
    String document = Files.readString(Path.of("src/docs/mappings.md"));
    String mapping = block(document, "yaml", 1);
    String numbers = block(document, "yaml", 2);
    String corrected = block(document, "yaml", 3);
    write("sample/export.json", block(document, "json", 0));
    write("m.yaml", mapping);
    assertThat(check("--crawl-date", "2026-10-31").out().strip())
        .isEqualTo(block(document, "text", 0).strip());
    String mended =
        mapping
            .replace("feeds:\n", numbers + "feeds:\n")
            .replace("      followers: user.fans\n", corrected);
    write("m.yaml", mended);
    assertThat(check("--crawl-date", "2026-10-31").out()).contains(block(document, "text", 1));
    write("m.yaml", mended.replace("  accounts:\n", "  accounts:\n" + block(document, "yaml", 4)));
    assertThat(check("--crawl-date", "2026-10-31").out()).contains(block(document, "text", 1));
  }

  private static String block(String document, String language, int number) {
    String start = "```" + language + "\n";
    int from = -1;
    for (int i = 0; i <= number; i++) {
      from = document.indexOf(start, from + 1);
      assertThat(from).as(start + number).isNotNegative();
    }
    return document.substring(from + start.length(), document.indexOf("```", from + 3));
  }

  @Test
  void whatAnIngestWouldRefuseIsNotFilledIn() throws IOException {
    write("sample/users.csv", "name,seen\na,2026-10-31T08:00:00Z\nb,\n");
    write(
        "m.yaml",
        "format: csv\nfeeds:\n  accounts:\n    columns: {platform: \"'x'\", account_id: name,"
            + " crawled_at: seen}\n");
    assertThat(check("--crawl-date", "2026-10-31").out())
        .contains("records that do not say when they were seen are refused, as by an ingest")
        .contains("accounts: 2 records of 1 file = 1 accepted + 0 duplicates + 1 quarantined")
        .contains("quarantined: 1 record, crawled_at missing");
    assertThat(check("--crawl-date", "2026-10-31", "--crawled-at", "2026-10-31T09:00:00Z").out())
        .contains("2026-10-31T09:00:00Z is taken\n")
        .contains("accounts: 2 records of 1 file = 2 accepted + 0 duplicates + 0 quarantined");
  }

  @Test
  void aWrongExpressionIsNamed() throws IOException {
    write("sample/users.json", "{\"name\":\"a\"}\n");
    write(
        "m.yaml",
        "format: json\nfeeds:\n  accounts:\n    columns:\n      platform: \"'x'\"\n"
            + "      account_id: nme\n");
    CliRun run = check();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastLine())
        .contains("m.yaml, feed accounts, column account_id: [UNRESOLVED_COLUMN")
        .contains("Did you mean")
        .contains("`name`");
  }

  @Test
  void theArgumentsOfALoadDoNotGoWithIt() {
    assertThat(CliRun.of("ingest", "--check-mapping", "m.yaml").lastLine())
        .contains("--sample is required");
    assertThat(CliRun.of("ingest", "crawl", "--check-mapping", "m", "--sample", "s").lastLine())
        .contains("PATH does not go with --check-mapping");
    CliRun without = CliRun.of("ingest", "--crawl-id", "a", "--crawl-date", "2026-10-31");
    assertThat(without.code()).isEqualTo(2);
    assertThat(without.lastLine()).contains("argument PATH is required");
    assertThat(CliRun.of("ingest", "x", "--sample", "s").lastLine())
        .contains("--sample goes with --check-mapping");
  }

  private CliRun check(String... more) {
    return CliRun.of(
        Stream.concat(
                Stream.of(
                    "ingest",
                    "--check-mapping",
                    folder.resolve("m.yaml").toString(),
                    "--sample",
                    folder.resolve("sample").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
