package io.assay.reporting.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.job.Replaced;
import io.assay.job.Stage;
import io.assay.ledger.MadeDay;
import io.assay.ledger.MadeDay.SucceededJob;
import io.assay.settings.AssessmentSettings;
import io.assay.settings.ConformSettings;
import io.assay.settings.EvidenceSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class RunChangesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);
  private static final String CRAWL = "crawl_id=c/crawl_date=2026-10-01";
  private static final String LATER = "crawl_id=c/crawl_date=2026-10-02";
  private static final List<Stage> STAGES =
      List.of(
          stage("evidence", List.of(EvidenceSettings.class)),
          stage(
              "assessment",
              List.of(EvidenceSettings.class, ConformSettings.class, AssessmentSettings.class)));

  private static Map<String, Map<String, Replaced>> deliveries(Object... slicesTablesHashes) {
    Map<String, Map<String, Replaced>> deliveries = new LinkedHashMap<>();
    for (int i = 0; i < slicesTablesHashes.length; i += 3) {
      deliveries
          .computeIfAbsent((String) slicesTablesHashes[i], s -> new LinkedHashMap<>())
          .put(
              (String) slicesTablesHashes[i + 1],
              new Replaced("r", 1_500, (String) slicesTablesHashes[i + 2], i));
    }
    return deliveries;
  }

  private static final Map<String, Map<String, Replaced>> ONE =
      deliveries(CRAWL, "bronze.account_observation", "h1", CRAWL, "bronze.label", "l1");

  private static Stage stage(String name, List<Class<? extends Record>> settings) {
    return new Stage(name, "", List.of(), List.of(), List.of(), settings);
  }

  private static MadeDay made(
      LocalDate day,
      String evidence,
      String assessment,
      String version,
      Map<String, Map<String, Replaced>> deliveries) {
    Map<String, SucceededJob> jobs = new LinkedHashMap<>();
    jobs.put("evidence", new SucceededJob("r", Instant.EPOCH, evidence, version));
    jobs.put("assessment", new SucceededJob("r", Instant.EPOCH, assessment, version));
    return new MadeDay(day, jobs, Map.of(), deliveries);
  }

  private static final MadeDay BEFORE = made(FIRST, "e", "a", "1", ONE);

  private static RunChanges changes(MadeDay after, String... models) {
    return RunChanges.of(BEFORE, after, STAGES, List.of(), List.of(models));
  }

  @Test
  void nothingButTheDay() {
    RunChanges none = changes(made(SECOND, "e", "a", "1", ONE));
    assertThat(none.cause()).isEqualTo("none");
    assertThat(none.differing()).isEmpty();
  }

  @Test
  void anotherCrawlIsAnInputAndLabelsAreNone() {
    Map<String, Map<String, Replaced>> more =
        deliveries(
            CRAWL,
            "bronze.account_observation",
            "h1",
            LATER,
            "bronze.account_observation",
            "h2",
            LATER,
            "bronze.post_observation",
            "h3");
    RunChanges inputs = changes(made(SECOND, "e", "a", "1", more));
    assertThat(inputs.cause()).isEqualTo("inputs");
    assertThat(inputs.inputs())
        .containsExactly("2026-10-02 has more: crawl c of 2026-10-02, 3,000 rows");
    assertThat(
            changes(
                    made(
                        SECOND,
                        "e",
                        "a",
                        "1",
                        deliveries(
                            CRAWL,
                            "bronze.account_observation",
                            "h1",
                            LATER,
                            "bronze.label",
                            "l2")))
                .cause())
        .isEqualTo("none");
  }

  @Test
  void aCrawlThatWasReplacedOrTakenAway() {
    assertThat(
            changes(
                    made(
                        SECOND,
                        "e",
                        "a",
                        "1",
                        deliveries(CRAWL, "bronze.account_observation", "other")))
                .inputs())
        .containsExactly("another content: crawl c of 2026-10-01, 1,500 rows, then 1,500 rows");
    assertThat(changes(made(SECOND, "e", "a", "1", Map.of())).inputs())
        .containsExactly("2026-10-01 has more: crawl c of 2026-10-01, 1,500 rows");
  }

  @Test
  void settingsAreNarrowedToWhatNoJobReadUnchanged() {
    RunChanges settings = changes(made(SECOND, "e", "b", "1", ONE));
    assertThat(settings.cause()).isEqualTo("settings");
    assertThat(settings.settings())
        .containsExactly(
            "read by assessment, in section assessment or conform (the ledger keeps no values)");
  }

  @Test
  void oneAloneIsTheCauseAndMoreAreSeveral() {
    assertThat(changes(made(SECOND, "e", "a", "2", ONE)).cause()).isEqualTo("version");
    assertThat(changes(made(SECOND, "e", "a", "1", ONE), "bot: model m -> n").cause())
        .isEqualTo("models");
    assertThat(changes(made(SECOND, "e", "b", "2", Map.of()), "bot: model m -> n").cause())
        .isEqualTo("several: inputs, settings, models, version");
  }

  @Test
  void modelsDifferByNameNumbersAndWeights() {
    ModelsOfDay before = models("m", -4, 1.5, 7);
    assertThat(before.differences(models("m", -4, 1.5, 7))).isEmpty();
    assertThat(before.differences(models("n", -5, 2, 7)))
        .as("another model is named, not told number by number")
        .containsExactly("bot: model m -> n");
    assertThat(before.differences(models("m", -5, 2, 7)))
        .containsExactly("bot: intercept -4 -> -5", "bot: weight of s 1.5 -> 2");
    assertThat(before.differences(models("m", -4, 1.5, 8)))
        .containsExactly("clusters of x, creators: fitted to 2026-10-01, and fitted again");
    assertThat(before.isSame("bot", models("m", -4, 1.5, 8))).isTrue();
    assertThat(before.isSame("bot", models("m", -4, 2, 7))).isFalse();
  }

  private static ModelsOfDay models(String name, double intercept, double weight, long clusters) {
    return ModelsOfDay.of(
        List.of(RowFactory.create("bot", name, 0.02, intercept)),
        List.of(RowFactory.create("bot", "s", weight)),
        List.of(RowFactory.create("x", "creators", "2026-10-01", clusters)));
  }
}
