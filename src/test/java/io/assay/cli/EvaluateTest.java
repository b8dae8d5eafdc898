package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.testing.SparkFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that compares tables with labels, as people and programs call it. */
class EvaluateTest {
  private static final String LABELS =
      """
      {"platform":"x","account_id":"a","label":"bot","strength":0.9}
      {"platform":"x","account_id":"b","label":"genuine","class":"fan"}
      {"platform":"x","account_id":"c","label":"bot"}
      {"platform":"x","account_id":"d","label":"genuine"}
      """;

  /** Alternating: average precision 5/6. */
  private static final String SCORES = "platform,account_id,s\nx,a,4\nx,b,3\nx,c,2\nx,d,1\nx,e,9\n";

  private static final String ACCOUNT =
      """
      {"platform":"x","account_id":"%s","crawled_at":"2026-10-31T10:00:00Z","followers":%d,"followings":%d}
      """;

  @TempDir Path folder;

  private Path json;

  @BeforeEach
  void write() {
    SparkFixture.spark();
    json = folder.resolve("evaluation.json");
    write("labels.jsonl", LABELS);
    write("scores.csv", SCORES);
  }

  private Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private CliRun evaluate(String... arguments) {
    return CliRun.of(
        Stream.concat(Stream.of("evaluate"), Stream.of(arguments)).toArray(String[]::new));
  }

  private static void succeeds(CliRun run) {
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lastLine()).startsWith("assay: done: evaluated ");
  }

  private JsonNode json() {
    try {
      return new ObjectMapper().readTree(json.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The headline value of a metric of an evaluation. */
  private static JsonNode headline(JsonNode evaluation, String metric) {
    return StreamSupport.stream(
            evaluation.get("columns").get(0).get("results").spliterator(), false)
        .filter(r -> r.get("metric").asText().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFileAgainstAFile() {
    CliRun run =
        evaluate(
            "--table",
            at("scores.csv"),
            "--score",
            "s",
            "--labels",
            at("labels.jsonl"),
            "--bootstrap",
            "20",
            "--json",
            json.toString());
    succeeds(run);
    assertThat(run.out())
        .contains("2 positive", "2 genuine", "1 account of the table without a label")
        .contains("average precision", "0.833", "fan", "strength 0.75-1");
    JsonNode evaluation = json().get("evaluations").get(0);
    assertThat(evaluation.get("accounts").get("unlabelled").asInt()).isEqualTo(1);
    JsonNode ap = headline(evaluation, "average_precision");
    assertThat(ap.get("value").asDouble()).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(ap.get("scope").asText()).isEqualTo("labelled");
    assertThat(ap.get("low").asDouble()).isLessThanOrEqualTo(ap.get("value").asDouble());
    assertThat(json().get("evaluation_id").asText()).isNotBlank();
  }

  @Test
  void columnsUnderOtherNamesAndRowsThatAreMeant() {
    write(
        "other.jsonl",
        """
        {"network":"x","user":"a","s":"0.9","day":1}
        {"network":"x","user":"a","s":"0.1","day":2}
        {"network":"x","user":"b","s":"0.5","day":1}
        """);
    succeeds(
        evaluate(
            "--table",
            at("other.jsonl"),
            "--platform-column",
            "network",
            "--account-column",
            "user",
            "--where",
            "day = 1",
            "--likelihood",
            "s",
            "--labels",
            at("labels.jsonl"),
            "--json",
            json.toString(),
            "--bootstrap",
            "0"));
    JsonNode evaluation = json().get("evaluations").get(0);
    assertThat(headline(evaluation, "coverage").get("value").asDouble()).isEqualTo(.5);
    assertThat(headline(evaluation, "coverage").get("low").isNull()).isTrue();
    assertThat(evaluation.get("accounts").get("unknown_to_table").asInt()).isEqualTo(2);
  }

  @Test
  void severalTablesAndTheSpread() {
    write("seeds/1.csv", SCORES);
    write("seeds/2.csv", "platform,account_id,s\nx,a,4\nx,b,2\nx,c,3\nx,d,1\n");
    CliRun run =
        evaluate(
            "--table",
            at("seeds/{seed}.csv"),
            "--score",
            "s",
            "--labels",
            at("labels.jsonl"),
            "--seeds",
            "2",
            "--bootstrap",
            "0",
            "--json",
            json.toString());
    succeeds(run);
    assertThat(run.out()).contains("over 2 seeds");
    JsonNode ap =
        StreamSupport.stream(json().get("spread").spliterator(), false)
            .filter(r -> r.get("metric").asText().equals("average_precision"))
            .findFirst()
            .orElseThrow();
    // 5/6 and 1
    assertThat(ap.get("mean").asDouble()).isCloseTo(11 / 12.0, within(1e-12));
    assertThat(ap.get("sd").asDouble()).isCloseTo(Math.sqrt(2) / 12, within(1e-12));
    assertThat(ap.get("min").asDouble()).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(ap.get("max").asDouble()).isEqualTo(1);
  }

  private void crawl(Path crawl) {
    String accounts =
        ACCOUNT.formatted("a", 10, 900)
            + ACCOUNT.formatted("b", 500, 100)
            + ACCOUNT.formatted("c", 20, 800)
            + ACCOUNT.formatted("d", 900, 50);
    write(folder.relativize(crawl.resolve("accounts/1.jsonl")).toString(), accounts);
    write(folder.relativize(crawl.resolve("labels/1.jsonl")).toString(), LABELS);
  }

  @Test
  void aBaselineOnALakeIsRecordedThere() {
    crawl(folder.resolve("crawl"));
    String lake = at("lake");
    String day = "2026-10-31";
    assertThat(
            CliRun.of("ingest", at("crawl"), "--crawl-id", "c", "--crawl-date", day, "--lake", lake)
                .code())
        .isZero();
    assertThat(CliRun.of("conform", "--as-of", day, "--lake", lake).code()).isZero();
    String[] call = {
      "--baseline", "following-ratio", "--lake", lake, "--as-of", day, "--bootstrap", "10"
    };
    CliRun run = evaluate(call);
    succeeds(run);
    assertThat(run.out()).contains("silver.label (version");
    succeeds(evaluate(call));
    List<Row> rows =
        SparkFixture.spark()
            .read()
            .format("delta")
            .load(lake + "/ops/evaluation")
            .where("metric = 'average_precision' AND scope = 'labelled' AND kind = 'all'")
            .where("bin = 'all'")
            .select("scorer", "value", "as_of", "label_source", "evaluation_id")
            .collectAsList();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).getString(0)).isEqualTo("baseline following-ratio");
    assertThat(rows.get(0).getDouble(1)).isEqualTo(1);
    assertThat(rows.get(0).getDate(2)).hasToString(day);
    assertThat(rows.get(0).getString(4)).isNotEqualTo(rows.get(1).getString(4));
    assertThat(documentedQuery(lake)).hasSize(2);
    CliRun table =
        evaluate(
            "--table",
            "silver.account",
            "--score",
            "followers",
            "--low-is-suspicious",
            "--lake",
            lake,
            "--as-of",
            day,
            "--json",
            json.toString(),
            "--bootstrap",
            "0");
    succeeds(table);
    JsonNode evaluation = json().get("evaluations").get(0);
    assertThat(headline(evaluation, "average_precision").get("value").asDouble()).isEqualTo(1);
    assertThat(evaluation.get("run_id").asText()).isNotBlank();
    assertThat(evaluation.get("scorer_version").isNull()).isFalse();
  }

  private static List<Row> documentedQuery(String lake) {
    try {
      String page = Files.readString(Path.of("src/site/markdown/evaluation.md"));
      Matcher block = Pattern.compile("```sql\n(.*?);?\\s*```", Pattern.DOTALL).matcher(page);
      assertThat(block.find()).isTrue();
      String sql = block.group(1).replace("`lake/", "`" + lake + "/");
      return SparkFixture.spark().sql(sql).collectAsList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aCrawlIsLoadedForTheCallAlone() {
    crawl(folder.resolve("crawl"));
    CliRun run =
        evaluate(
            "--baseline",
            "following-ratio",
            "--crawl",
            at("crawl"),
            "--as-of",
            "2026-10-31",
            "--bootstrap",
            "0",
            "--work",
            at("work"));
    succeeds(run);
    assertThat(run.out()).contains("baseline following-ratio of " + at("crawl"), "1.000");
    assertThat(folder.resolve("work")).isNotEmptyDirectory();
  }

  @Test
  void aWorldIsMadeForEachSeed() throws IOException {
    CrawlOfWorld worlds =
        (SparkSession spark, Path world, long seed, String into) -> {
          crawl(Path.of(into));
          return LocalDate.of(2026, 10, 31);
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String world = write("world.yaml", "accounts: 4\n").toString();
    int code =
        new Cli(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                List.of(new EvaluateCommand(worlds)))
            .run(
                new String[] {
                  "evaluate",
                  "--world",
                  world,
                  "--baseline",
                  "following-ratio",
                  "--seeds",
                  "2",
                  "--bootstrap",
                  "0",
                  "--work",
                  at("work")
                });
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("seed 1", "seed 2", "over 2 seeds", world);
    try (Stream<Path> kept = Files.list(folder.resolve("work"))) {
      assertThat(kept).hasSize(2);
    }
  }

  private void refused(String what, String... arguments) {
    CliRun run = evaluate(arguments);
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.lastLine()).startsWith("assay: error: ").contains(what);
    assertThat(run.err()).doesNotContain("\tat ");
  }

  @Test
  void mistakes() {
    String table = at("scores.csv");
    String labels = at("labels.jsonl");
    refused("nothing to evaluate");
    refused("both given", "--table", table, "--baseline", "following-ratio");
    refused(
        "Choose one of following-ratio",
        "--baseline",
        "best",
        "--lake",
        "l",
        "--as-of",
        "2026-10-31");
    refused("no accounts to score", "--baseline", "following-ratio");
    refused("Give --as-of", "--baseline", "following-ratio", "--lake", at("lake"));
    refused("no column of --table", "--table", table, "--labels", labels);
    refused("no labels are given", "--table", table, "--score", "s");
    refused("no such column", "--table", table, "--score", "t", "--labels", labels);
    refused("--positive cat", "--table", table, "--score", "s", "--positive", "cat");
    refused("--positive genuine", "--table", table, "--score", "s", "--positive", "genuine");
    refused("--bootstrap -1", "--table", table, "--score", "s", "--bootstrap", "-1");
    refused("--threshold high", "--table", table, "--score", "s", "--threshold", "high");
    refused("--seeds has nothing to vary", "--table", table, "--score", "s", "--seeds", "3");
    refused(
        "no/such/table.csv does not exist",
        "--table",
        at("no/such/table.csv"),
        "--score",
        "s",
        "--labels",
        labels);
    refused(
        "is a lake's table", "--table", "gold.account_growth", "--score", "s", "--labels", labels);
    refused(
        "--where", "--table", table, "--score", "s", "--labels", labels, "--where", "nonsense >");
    refused(
        "--json",
        "--table",
        table,
        "--score",
        "s",
        "--labels",
        labels,
        "--json",
        at("no/such/folder/x.json"));
    refused(
        "--threshold and --flag",
        "--table",
        table,
        "--score",
        "s",
        "--threshold",
        "1",
        "--flag",
        "f");
  }

  @Test
  void labelsThatCannotBeUsed() {
    String[] call = {"--table", at("scores.csv"), "--score", "s", "--labels"};
    Map<String, String> files =
        Map.of(
            "{\"platform\":\"x\",\"account_id\":\"a\",\"label\":\"robot\"}", "the label 'robot'",
            "{\"platform\":\"x\",\"account_id\":\"a\"}", "without platform, account_id or label",
            "not json", "without platform, account_id or label",
            "", "holds no label",
            "{\"platform\":\"x\",\"account_id\":\"a\",\"label\":\"bot\",\"strength\":7}",
                "strengths outside");
    int number = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path labels = write("bad/" + number++ + ".jsonl", file.getKey() + "\n");
      refused(
          file.getValue(),
          Stream.concat(Stream.of(call), Stream.of(labels.toString())).toArray(String[]::new));
    }
    refused(
        "holds no label",
        Stream.concat(Stream.of(call), Stream.of(at("labels.jsonl"), "--label-source", "nobody"))
            .toArray(String[]::new));
    write("mixed/a.csv", "x\n");
    write("mixed/a.jsonl", "{}\n");
    refused(
        "several formats",
        Stream.concat(Stream.of(call), Stream.of(at("mixed"))).toArray(String[]::new));
  }
}
