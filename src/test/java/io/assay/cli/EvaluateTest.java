package io.assay.cli;

import static io.assay.cli.EvaluateRuns.headline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.testing.SparkFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that compares tables with labels, as people and programs call it. */
class EvaluateTest {
  @TempDir static Path made;

  @TempDir Path folder;

  private EvaluateRuns runs;

  @BeforeEach
  void write() {
    runs = EvaluateRuns.in(folder);
  }

  @Test
  void aFileAgainstAFile() {
    CliRun run =
        runs.succeeds(
            "--table @scores.csv --score s --labels @labels.jsonl --bootstrap 20"
                + " --json @evaluation.json");
    assertThat(run.out())
        .contains("2 positive", "2 genuine", "1 account of the table without a label")
        .contains("average precision", "0.833", "fan", "strength 0.75-1");
    JsonNode evaluation = runs.json().get("evaluations").get(0);
    assertThat(evaluation.get("accounts").get("unlabelled").asInt()).isEqualTo(1);
    JsonNode ap = headline(evaluation, "average_precision");
    assertThat(ap.get("value").asDouble()).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(ap.get("scope").asText()).isEqualTo("labelled");
    assertThat(ap.get("low").asDouble()).isLessThanOrEqualTo(ap.get("value").asDouble());
    assertThat(runs.json().get("evaluation_id").asText()).isNotBlank();
  }

  @Test
  void columnsUnderOtherNamesAndRowsThatAreMeant() {
    runs.write(
        "other.jsonl",
        """
        {"network":"x","user":"a","s":"0.9","day":1}
        {"network":"x","user":"a","s":"0.1","day":2}
        {"network":"x","user":"b","s":"0.5","day":1}
        """);
    runs.succeeds(
        "--table @other.jsonl --platform-column network --account-column user --where day=1"
            + " --likelihood s --labels @labels.jsonl --json @evaluation.json --bootstrap 0");
    JsonNode evaluation = runs.json().get("evaluations").get(0);
    assertThat(headline(evaluation, "coverage").get("value").asDouble()).isEqualTo(.5);
    assertThat(headline(evaluation, "coverage").get("low").isNull()).isTrue();
    assertThat(evaluation.get("accounts").get("unknown_to_table").asInt()).isEqualTo(2);
  }

  @Test
  void whatCannotBeSaidIsSaidOnceWithItsReason() {
    String out =
        runs.succeeds(
                "--table @scores.csv --score s --where s>100 --labels @labels.jsonl --bootstrap 0")
            .out();
    assertThat(out)
        .contains("beware     no row is left of the table: check --where and --as-of")
        .contains("flagged: nobody")
        .contains("- no labelled account is flagged: all; bot; strength 0.75-1 and 1 more\n")
        .doesNotContain("Infinity");
  }

  /** A lake that is made once, and of which each test gets a copy. */
  private String lake() {
    try (Stream<Path> files = Files.walk(made.resolve("lake"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(made.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return runs.at("lake");
  }

  @BeforeAll
  static void makeLake() {
    EvaluateRuns runs = EvaluateRuns.in(made);
    runs.crawl("crawl");
    String lake = runs.at("lake");
    String day = "2026-10-31";
    CliRun ingested =
        CliRun.of(
            "ingest", runs.at("crawl"), "--crawl-id", "c", "--crawl-date", day, "--lake", lake);
    assertThat(ingested.code()).as(ingested.err()).isZero();
    CliRun conformed = CliRun.of("conform", "--as-of", day, "--lake", lake);
    assertThat(conformed.code()).as(conformed.err()).isZero();
  }

  @Test
  void aBaselineOnALakeIsRecordedThere() {
    String lake = lake();
    String call = "--baseline following-ratio --lake @lake --as-of 2026-10-31 --bootstrap 10";
    assertThat(runs.succeeds(call).out()).contains("silver.label (version");
    runs.succeeds(call);
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
    assertThat(rows.get(0).getDate(2)).hasToString("2026-10-31");
    assertThat(rows.get(0).getString(4)).isNotEqualTo(rows.get(1).getString(4));
    assertThat(documentedQuery(lake)).hasSize(2);
  }

  private static List<Row> documentedQuery(String lake) {
    try {
      String page = Files.readString(Path.of("src/docs/evaluation.md"));
      Matcher block = Pattern.compile("```sql\n(.*?);?\\s*```", Pattern.DOTALL).matcher(page);
      assertThat(block.find()).isTrue();
      String sql = block.group(1).replace("`lake/", "`" + lake + "/");
      return SparkFixture.spark().sql(sql).collectAsList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aTableOfALakeIsOfOneRun() {
    lake();
    runs.succeeds(
        "--table silver.account --score followers --low-is-suspicious --lake @lake"
            + " --as-of 2026-10-31 --json @evaluation.json --bootstrap 0");
    JsonNode evaluation = runs.json().get("evaluations").get(0);
    assertThat(headline(evaluation, "average_precision").get("value").asDouble()).isEqualTo(1);
    assertThat(evaluation.get("run_id").asText()).isNotBlank();
    assertThat(evaluation.get("scorer_version").isNull()).isFalse();
  }
}
