package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.lake.Lake;
import io.assay.reporting.html.page.Query;
import io.assay.testing.SparkFixture;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two commands that people script, from a crawl to a state, and how they end. */
class WalkTest {
  private static final String ACCOUNT =
      """
      {"platform":"tiktok","account_id":"a%d","crawled_at":"2026-10-31T10:00:00Z","followers":%d}
      """;
  private static final String POST =
      """
      {"platform":"tiktok","post_id":"p%d","account_id":"a1","posted_at":"2026-10-2%dT10:00:00Z",\
      "crawled_at":"2026-10-31T10:00:00Z","likes":%d,"comments":2}
      """;

  private static final Pattern SQL_BLOCK = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private Path crawl;
  private String lake;
  private Path summary;

  @BeforeEach
  void deliver() throws IOException {
    SparkFixture.spark();
    lake = folder.resolve("my lake").toString();
    summary = folder.resolve("summary.json");
    crawl = folder.resolve("a [crawl] with * in it");
    write("accounts/1.jsonl", ACCOUNT.formatted(1, 500) + ACCOUNT.formatted(2, 900));
    write("posts/1.jsonl", POST.formatted(1, 1, 10) + POST.formatted(2, 2, 20));
  }

  private void write(String name, String text) throws IOException {
    Path file = crawl.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private CliRun ingest(String... more) {
    return CliRun.of(
        with(
            more,
            "ingest",
            crawl.toString(),
            "--crawl-id",
            "mine",
            "--crawl-date",
            "2026-10-31",
            "--lake",
            lake,
            "--summary",
            summary.toString()));
  }

  private CliRun run(String... more) {
    return CliRun.of(
        with(
            more, "run", "--as-of", "2026-10-31", "--lake", lake, "--summary", summary.toString()));
  }

  private static String[] with(String[] more, String... command) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }

  private JsonNode summary() throws IOException {
    return new ObjectMapper().readTree(summary.toFile());
  }

  @Test
  void aCrawlIsLoadedAndMeasuredAndARerunGivesTheSame() throws IOException {
    CliRun loaded = ingest();
    assertThat(loaded.code()).as(loaded.err()).isZero();
    assertThat(loaded.lastLine())
        .startsWith("assay: done: ingest published")
        .contains("jobs/assay run --as-of 2026-10-31");
    JsonNode job = summary().get("jobs").get(0);
    assertThat(job.get("job").asText()).isEqualTo("ingest");
    assertThat(job.get("tables").findValuesAsText("table"))
        .contains("bronze.account_observation", "bronze.post_observation");

    long before = files();
    CliRun rehearsed = run("--dry-run");
    assertThat(rehearsed.code()).as(rehearsed.err()).isZero();
    assertThat(rehearsed.out()).contains("would read", "silver/account", "as_of=2026-10-31");
    assertThat(files()).isEqualTo(before);

    CliRun first = run();
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.err()).contains("silver.account");
    JsonNode once = summary();
    assertThat(once.get("outcome").asText()).isEqualTo("succeeded");
    assertThat(once.get("run_id").asText()).isNotBlank();
    CliRun second = run();
    assertThat(second.code()).as(second.err()).isZero();
    JsonNode twice = summary();
    assertThat(twice.get("run_id")).isNotEqualTo(once.get("run_id"));
    List<String> hashes = once.findValuesAsText("content_hash");
    assertThat(hashes).isNotEmpty().doesNotContain("");
    assertThat(twice.findValuesAsText("content_hash")).isEqualTo(hashes);
    theDocumentedQueriesRun(twice.get("run_id").asText());
    theReportIsWritten();
    tablesAreExported();
  }

  private void tablesAreExported() throws IOException {
    for (String format : List.of("csv", "json", "parquet")) {
      Path file = folder.resolve("accounts." + format);
      Files.writeString(file, "what was there before");
      CliRun export =
          export("gold.account_assessment", "--format", format, "--out", file.toString());
      assertThat(export.code()).as(export.err()).isZero();
      assertThat(export.lastLine())
          .contains("wrote 2 rows of gold.account_assessment of 2026-10-31 to " + file);
      if (format.equals("parquet")) {
        assertThat(SparkFixture.spark().read().parquet(file.toString()).count()).isEqualTo(2);
      } else {
        assertThat(Files.readAllLines(file)).hasSize(format.equals("csv") ? 3 : 2);
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith(".half"));
    }
    CliRun unknown = export("gold.accounts");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.lastLine())
        .contains("--table gold.accounts is no table", "gold.account_signal");
    CliRun nowhere =
        export("gold.account_signal", "--out", folder.resolve("no/such.csv").toString());
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.lastLine()).contains("there is no folder");
  }

  private CliRun export(String table, String... more) {
    return CliRun.of(with(more, "export", "--table", table, "--lake", lake));
  }

  /** Of one platform, without interactions, with nobody to doubt; each of its queries runs. */
  private void theReportIsWritten() throws IOException {
    Path page = folder.resolve("october.html");
    CliRun report = CliRun.of("report", "--lake", lake, "--out", page.toString());
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(report.lastLine()).contains("the report of 2026-10-31 is in " + page);
    String words = Files.readString(page).replaceAll("(?s)<(script|style).*?</", "");
    assertThat(words)
        .contains("Nobody's single likes and comments were crawled")
        .contains("Nobody is doubted: no account shows a kind of fraud");
    JsonNode values = new ObjectMapper().readTree(folder.resolve("october.json").toFile());
    assertThat(values.at("/run/feeds")).hasSize(2);
    for (Query query : Query.ALL) {
      SparkFixture.spark().sql(query.sql(lake, "2026-10-31")).collectAsList();
    }
    CliRun never = CliRun.of("report", "--as-of", "2026-11-01", "--lake", lake);
    assertThat(never.code()).isEqualTo(2);
    assertThat(never.lastLine()).contains("has no run of 2026-11-01", "last complete run");
  }

  /** Every SQL block of the documentation, over this lake. */
  private void theDocumentedQueriesRun(String lastRun) throws IOException {
    for (String page :
        List.of("README.md", "src/docs/operations.md", "src/docs/account-clusters.md")) {
      Matcher blocks = SQL_BLOCK.matcher(Files.readString(Path.of(page)));
      assertThat(blocks.find()).as(page).isTrue();
      do {
        String sql =
            blocks
                .group(1)
                .replaceAll("`(assay-demo/)?lake/", Matcher.quoteReplacement("`" + lake + "/"))
                .replaceAll("VERSION AS OF \\d+", "VERSION AS OF 0")
                .replace(";", "");
        List<Row> rows = SparkFixture.spark().sql(sql).collectAsList();
        if (sql.contains("last_run")) {
          assertThat(rows)
              .extracting(row -> row.<String>getAs("table_name"))
              .contains("silver.account", "gold.band_distribution");
        }
      } while (blocks.find());
    }
    assertThat(
            SparkFixture.spark()
                .read()
                .format("delta")
                .load(lake + "/ops/run")
                .where("job = 'run' AND outcome = 'succeeded'")
                .orderBy(org.apache.spark.sql.functions.desc("started_at"))
                .first()
                .<String>getAs("run_id"))
        .isEqualTo(lastRun);
  }

  @Test
  void aDryRunSaysWhatItWouldDoAndWritesNothing() throws IOException {
    CliRun rehearsed = ingest("--dry-run");
    assertThat(rehearsed.code()).as(rehearsed.err()).isZero();
    assertThat(rehearsed.out())
        .contains("accounts: would read accounts/1.jsonl", "posts: would read posts/1.jsonl")
        .contains("would create", "bronze/account_observation", "crawl_id=mine");
    assertThat(Path.of(lake)).doesNotExist();
    assertThat(summary().get("dry_run").asBoolean()).isTrue();
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(lake))) {
      return all.count();
    }
  }

  @Test
  void aDryRunFindsWhatIsMissing() {
    Lake.openOrCreate(SparkFixture.spark(), lake);
    CliRun missing = CliRun.of("engagement", "--as-of", "2026-10-31", "--lake", lake, "--dry-run");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.lastLine()).contains("has no table silver.");
  }

  @Test
  void aTableThatIsHeldEndsWithFour() throws IOException {
    Lake.openOrCreate(SparkFixture.spark(), lake);
    Path lock = Path.of(lake, "_locks", "bronze.account_observation.lock");
    Files.createDirectories(lock.getParent());
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(ingest("--dry-run").code()).isEqualTo(4);
      CliRun stopped = ingest();
      assertThat(stopped.code()).isEqualTo(4);
      assertThat(stopped.lastLine()).contains("bronze.account_observation is held by another run");
      assertThat(summary().get("exit_code").asInt()).isEqualTo(4);
    }
  }

  @Test
  void aCrawlOfBadRecordsEndsWithThreeAndTheSummarySaysSo() throws IOException {
    write("posts/1.jsonl", "{\"platform\":\"tiktok\"}\n");
    CliRun stopped = ingest();
    assertThat(stopped.code()).isEqualTo(3);
    assertThat(stopped.lastLine()).contains("posts", "ops.quarantine");
    assertThat(summary().get("exit_code").asInt()).isEqualTo(3);
    assertThat(summary().get("jobs").get(0).get("outcome").asText()).isEqualTo("failed");
  }
}
