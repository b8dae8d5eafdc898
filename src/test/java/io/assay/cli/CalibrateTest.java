package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.CoordinationTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Feeds;
import io.assay.contracts.Kind;
import io.assay.contracts.ModelTables;
import io.assay.contracts.SignalTables;
import io.assay.contracts.SilverTables;
import io.assay.pipeline.Jobs;
import io.assay.settings.LikelihoodSettings;
import io.assay.settings.SettingsLoader;
import io.assay.testing.MemoryLake;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code assay calibrate} on a lake of sixty labelled profiles. */
class CalibrateTest {
  @TempDir static Path folder;

  @TempDir Path out;

  @BeforeAll
  static void measure() {
    List<String> accounts = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean bot = i < 20;
      accounts.add(
          "{\"platform\":\"x\",\"account_id\":\"a%d\",\"crawled_at\":\"2026-10-31T10:00:00Z\",\"followers\":%d,\"followings\":%d,\"posts_count\":%d,\"has_picture\":%b}"
              .formatted(
                  i,
                  bot ? i : 100 + i,
                  bot ? 900 + i : 90 + i,
                  bot ? i % 4 : 20 + i,
                  i % 5 > 1 || !bot));
      labels.add(
          "{\"platform\":\"x\",\"account_id\":\"a%d\",\"label\":\"%s\",\"source\":\"me\"}"
              .formatted(i, bot ? "bot" : "genuine"));
    }
    MemoryLake made =
        new MemoryLake(1)
            .deliver(Feeds.ACCOUNTS, "c", TestLake.DAY, accounts.toArray(String[]::new))
            .deliver(Feeds.LABELS, "c", TestLake.DAY, labels.toArray(String[]::new));
    Jobs.DAILY.forEach(job -> made.run(TestLake.DAY, job.body()));
    new TestLake(folder)
        .copy(
            made,
            SilverTables.LABEL,
            SilverTables.ACCOUNT,
            SilverTables.POST,
            EngagementTables.ACCOUNT_ENGAGEMENT,
            SignalTables.ACCOUNT_SIGNAL,
            CoordinationTables.ACCOUNT_COORDINATION,
            EvidenceTables.ACCOUNT_FAMILY_EVIDENCE,
            EvidenceTables.ACCOUNT_EVIDENCE,
            EvidenceTables.PEER_HISTOGRAM,
            AssessmentEvidenceTables.REFERENCE_HISTOGRAM,
            AssessmentEvidenceTables.ASSESSMENT_EVIDENCE);
  }

  private CliRun calibrate(String name, String... more) {
    List<String> call =
        new ArrayList<>(
            List.of(
                "calibrate",
                "--lake",
                folder.resolve("lake").toString(),
                "--as-of",
                TestLake.DAY.toString(),
                "--name",
                name,
                "--out",
                out.resolve(name + ".yaml").toString()));
    call.addAll(List.of(more));
    return CliRun.of(call.toArray(String[]::new));
  }

  @Test
  void whatWasFittedIsRecordedAndCanBeUsed() {
    CliRun run = calibrate("m1", "--base-rate", "bot=0.05");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("bot: 20 labelled, 40 genuine; base rate 0.05")
        .contains(
            "fake_followers is not fitted: accounts with evidence that are labelled fake_followers: 0,");
    Path file = out.resolve("m1.yaml");
    assertThat(SettingsLoader.load(List.of(file), List.of()).assessment().models())
        .isEqualTo(Map.of(Kind.BOT, "m1"));
    TestLake lake = TestLake.with(folder, file);
    lake.run("assessment", TestLake.DAY);
    assertThat(
            lake.rows(
                AssessmentTables.ACCOUNT_ASSESSMENT,
                "bot_model; fake_followers_model",
                "bot_model"))
        .containsOnly("m1|null");
    LikelihoodSettings fitted = heldModel(lake);
    assertThat(fitted.baseRate()).isEqualTo(0.05);
    assertThat(fitted.signals()).isNotEmpty();
    assertThat(fitted.signals().values()).allSatisfy(w -> assertThat(w).isPositive());
    theLikelihoodIsThatOf(fitted, lake);
    assertThat(
            lake.table(ModelTables.MODEL)
                .where("model = 'm1' AND kind = 'bot' AND band = 'all' AND metric = 'roc_auc'")
                .where(
                    "value > 0.9 AND low <= value AND value <= high AND n = 60 AND positives = 20")
                .count())
        .isEqualTo(1);
    assertThat(
            lake.table(ModelTables.MODEL).where("model = 'm1'").select("band").distinct().count())
        .isGreaterThan(1);
    CliRun again = calibrate("m1");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.lastLine()).contains("m1.yaml exists");
  }

  private static LikelihoodSettings heldModel(TestLake lake) {
    List<String> held =
        lake.rows(ModelTables.MODEL, "model; kind; type; parameters", "model").stream()
            .filter(row -> row.startsWith("m1|"))
            .distinct()
            .toList();
    assertThat(held).singleElement().asString().startsWith("m1|bot|logistic|");
    return LikelihoodSettings.parse(
        "m1", Kind.BOT, held.get(0).substring("m1|bot|logistic|".length()));
  }

  /** What each signal adds is published; of so few accounts no share is estimated. */
  private static void theLikelihoodIsThatOf(LikelihoodSettings fitted, TestLake lake) {
    Map<String, Double> added = new HashMap<>();
    for (Row piece :
        lake.table(AssessmentEvidenceTables.ASSESSMENT_EVIDENCE)
            .where("kind = 'bot'")
            .select("account_id", "signal", "reference_tail")
            .collectAsList()) {
      double evidence = Math.min(5, -Math.log10(piece.getDouble(2))) - 1 / Math.log(10);
      added.merge(
          piece.getString(0), fitted.signals().get(piece.getString(1)) * evidence, Double::sum);
    }
    List<Row> rows =
        lake.table(AssessmentTables.ACCOUNT_ASSESSMENT)
            .select("account_id", "p_bot", "p_bot_uncorrected")
            .collectAsList();
    assertThat(rows).hasSize(60);
    for (Row row : rows) {
      double logit = fitted.intercept() + added.get(row.getString(0));
      assertThat(row.getDouble(1)).isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-9));
      assertThat(row.getDouble(2)).isEqualTo(row.getDouble(1));
    }
  }

  /** A model belongs to its lake. */
  @Test
  void aModelThatTheLakeDoesNotHoldIsNamed() {
    CliRun run =
        CliRun.of(
            "assessment",
            "--lake",
            folder.resolve("lake").toString(),
            "--as-of",
            TestLake.DAY.toString(),
            "--set",
            "assessment.models.bot=theirs");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastLine()).contains("assessment.models.bot", "theirs", "ops.model");
  }

  @Test
  void aNameIsGivenOnce() throws java.io.IOException {
    assertThat(calibrate("m2").code()).isZero();
    java.nio.file.Files.delete(out.resolve("m2.yaml"));
    CliRun again = calibrate("m2");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.lastLine()).contains("has a model m2 already");
    assertThat(out.resolve("m2.yaml")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--base-rate,spam=0.1,there is no kind 'spam'",
    "--base-rate,bot=0,no share between 0 and 1",
    "--base-rate,bot=1,no share between 0 and 1",
    "--base-rate,bot=often,is no number",
    "--base-rate,bot,is no number",
    "--base-rate,fake_followers=0.1,fake_followers is not fitted",
    "--label-source,nobody,nobody",
    "--as-of,2026-10-30,2026-10-30",
    "--name,a/b,cannot name a model"
  })
  void mistakesAreNamed(String option, String value, String said) {
    CliRun run = calibrate("m3", option, value);
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.lastLine()).contains(said);
    assertThat(out.resolve("m3.yaml")).doesNotExist();
  }
}
