package io.assay.cli;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.assessment.AssessmentJob;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.CoordinationTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.settings.SettingsLoader;
import io.assay.testing.OneDay;
import io.assay.testing.SparkFixture;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Groups may err in bulk: every fan club is handed over as an accepted pod and as an accepted farm,
 * every audience of a shout-out as a farm, and hardly any of these people is flagged.
 */
@Tag("slow")
class FalseGroupsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-10-03");

  /** Innocents who act together, and what they are mistaken for. */
  private static final List<String> MISTAKEN =
      List.of("fan_club as pod", "fan_club as farm", "shout_out as farm");

  private static final Map<String, Double> FLAGGED = new TreeMap<>();

  @TempDir private static Path folder;

  @BeforeAll
  static void assess() {
    String crawl = folder.resolve("crawl").toString();
    String lake = folder.resolve("lake").toString();
    call("generate", "--world", "default", "--seed", "912", "--out", crawl);
    call("ingest", crawl, "--crawl-id", "w", "--crawl-date", DAY.toString(), "--lake", lake);
    call("run", "--as-of", DAY.toString(), "--lake", lake);
    new OneDay(FalseGroupsTest::rows, FalseGroupsTest::count)
        .run(AssessmentJob.JOB, SettingsLoader.load(List.of(), List.of()), DAY);
  }

  private static void call(String... arguments) {
    CliRun run = CliRun.of(arguments);
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static Dataset<Row> held(Table table) {
    SparkSession spark = SparkFixture.spark();
    Path path = folder.resolve("lake").resolve(table.id().replace('.', '/'));
    return path.resolve("_delta_log").toFile().exists()
        ? spark.read().format("delta").load(path.toString())
        : spark.createDataFrame(List.of(), table.schema());
  }

  private static Dataset<Row> rows(Table table) {
    Dataset<Row> held = held(table);
    if (table == CoordinationTables.COORDINATED_GROUP) {
      return held.unionByName(
          mistaken()
              .selectExpr(
                  "platform",
                  "group_id",
                  "kind",
                  "true AS accepted",
                  "'mistaken' AS sentence",
                  "DATE'" + DAY + "' AS as_of")
              .distinct(),
          true);
    }
    if (table == CoordinationTables.COORDINATED_MEMBER) {
      return held.unionByName(
          mistaken()
              .selectExpr(
                  "platform",
                  "account_id",
                  "group_id",
                  "kind",
                  "true AS accepted",
                  "'" + CoordinationTables.MEMBER + "' AS role",
                  "DATE'" + DAY + "' AS as_of"),
          true);
    }
    return held;
  }

  /** platform, account_id, group_id and kind of the innocents. */
  private static Dataset<Row> mistaken() {
    return held(SilverTables.LABEL)
        .withColumn("mistaken", explode(lit(MISTAKEN.toArray(String[]::new))))
        .where("startswith(mistaken, concat(class, ' as '))")
        .withColumn("kind", expr("split_part(mistaken, ' as ', 2)"))
        .withColumn("group_id", expr("concat('false-', kind, '-', group_id)"));
  }

  private static void count(Table table, Dataset<Row> published) {
    if (table == AssessmentTables.ACCOUNT_ASSESSMENT) {
      published
          .join(
              held(SilverTables.LABEL).select("platform", "account_id", "class"),
              new String[] {"platform", "account_id"})
          .groupBy("class")
          .agg(avg(expr("if(flagged, 1D, 0D)")))
          .collectAsList()
          .forEach(row -> FLAGGED.put(row.getString(0), row.getDouble(1)));
      System.out.println("flagged of each class, innocent groups accepted: " + FLAGGED);
    } else {
      published.count();
    }
  }

  @Test
  void hardlyAnyOfTheMistakenIsFlagged() {
    assertThat(FLAGGED.get("fan_club")).isLessThanOrEqualTo(0.1);
    assertThat(FLAGGED.get("shout_out")).isLessThanOrEqualTo(0.1);
  }

  /** The others must not pay for it: who is in a true group is still found. */
  @Test
  void theGuiltyAreStillFlagged() {
    assertThat(FLAGGED.get("farm_worker")).isGreaterThan(0.5);
    assertThat(FLAGGED.get("pod")).isGreaterThan(0.5);
  }
}
