package io.assay.evidence;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.EvidenceTables;
import io.assay.contracts.Field;
import io.assay.contracts.SignalInput;
import io.assay.contracts.SignalTables;
import io.assay.contracts.Signals;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.lake.StageContext;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import io.assay.statistics.LogBins;
import io.assay.statistics.PeerGroups;
import io.assay.statistics.SignedBins;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole stage on accounts whose signals are written down. */
class EvidenceJobTest {
  private static final LocalDate DAY = LocalDate.parse("2026-10-31");
  private static final String SIZE = "x 64-127 followers";
  private static final SignedBins BINS = new SignedBins(new LogBins(120));

  private final Map<String, Map<String, Object>> accounts = new LinkedHashMap<>();

  @BeforeAll
  static void start() {
    spark();
  }

  private static Settings settings(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "evidence.notable_below=0.05",
                "evidence.likelihood.bot={model: m, base_rate: 0.1, intercept: -2,"
                    + " weights: {profile: 1, behaviour: 2, text: 0, remarks: 0}}"));
    all.addAll(List.of(more));
    return SettingsLoader.load(List.of(), all);
  }

  private void account(String id, Object... signalsAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < signalsAndValues.length; i += 2) {
      values.put((String) signalsAndValues[i], signalsAndValues[i + 1]);
    }
    accounts.put(id, values);
  }

  /** 25 accounts that follow 1 to 24 accounts a follower, and one that follows 1,000. */
  private void twentyFive() {
    for (int i = 1; i <= 24; i++) {
      account("a" + i, "following_ratio", (double) i, "no_picture", i > 20);
    }
    account("follower", "following_ratio", 1000.0, "no_picture", false);
  }

  private Map<Table, Dataset<Row>> run(int partitions, Settings settings) {
    Map<Table, Dataset<Row>> published = new HashMap<>();
    Dataset<Row> signals = rows(SignalTables.ACCOUNT_SIGNAL, signalRows());
    Dataset<Row> histogram = rows(SignalTables.PEER_HISTOGRAM, histogramRows());
    EvidenceJob.run(
        new StageContext(
            spark(),
            settings,
            DAY,
            (table, where) ->
                (table.equals(SignalTables.ACCOUNT_SIGNAL) ? signals : histogram)
                    .where(where)
                    .repartition(partitions),
            (table, found) -> {
              List<Row> collected = found.orderBy("account_id").collectAsList();
              table
                  .constraints()
                  .forEach(
                      c ->
                          assertThat(found.where("NOT (" + c.sql() + ")").isEmpty())
                              .as(c.name())
                              .isTrue());
              published.put(table, spark().createDataFrame(collected, found.schema()));
            }));
    return published;
  }

  private static Dataset<Row> rows(Table table, List<Row> rows) {
    return spark().createDataFrame(rows, table.schema());
  }

  private List<Row> signalRows() {
    List<Row> rows = new ArrayList<>();
    accounts.forEach(
        (id, values) -> {
          Map<String, Object> row = new HashMap<>(values);
          row.put("platform", "x");
          row.put("account_id", id);
          row.put("peer_group", SIZE);
          for (SignalInput input : SignalInput.values()) {
            boolean known =
                Signals.ALL.stream()
                    .anyMatch(s -> s.input() == input && values.containsKey(s.name()));
            row.put(input.reasonColumn(), known ? null : "nothing of " + input.title());
          }
          rows.add(row(SignalTables.ACCOUNT_SIGNAL, row));
        });
    return rows;
  }

  /** Counted as the signals stage does. */
  private List<Row> histogramRows() {
    Map<List<Object>, Long> counts = new LinkedHashMap<>();
    accounts.forEach(
        (id, values) ->
            Signals.ALL.forEach(
                signal -> {
                  Object value = values.get(signal.name());
                  int bin =
                      value == null
                          ? SignedBins.UNKNOWN
                          : BINS.bin(value instanceof Boolean b ? (b ? 1 : 0) : (Double) value);
                  String group = signal.family().bySize() ? SIZE : PeerGroups.everybody("x");
                  counts.merge(List.of(group, signal.name(), bin), 1L, Long::sum);
                }));
    List<Row> rows = new ArrayList<>();
    counts.forEach(
        (key, n) -> {
          Map<String, Object> row = new HashMap<>();
          row.put("platform", "x");
          row.put("peer_group", key.get(0));
          row.put("signal", key.get(1));
          row.put("bin", key.get(2));
          row.put("bin_lower", BINS.lower((Integer) key.get(2)));
          row.put("n", n);
          rows.add(row(SignalTables.PEER_HISTOGRAM, row));
        });
    return rows;
  }

  private static Row row(Table table, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("as_of", Date.valueOf(DAY));
    all.put("run_id", "r");
    return RowFactory.create(table.fields().stream().map(Field::name).map(all::get).toArray());
  }

  private static Row of(Dataset<Row> rows, String account) {
    return rows.where("account_id = '" + account + "'").head();
  }

  @Test
  void whoStandsOutIsToldWithPeersAndWords() {
    twentyFive();
    Dataset<Row> evidence = run(1, settings()).get(EvidenceTables.ACCOUNT_EVIDENCE);
    assertThat(evidence.count()).isEqualTo(1);
    Row found = evidence.head();
    assertThat((String) found.getAs("account_id")).isEqualTo("follower");
    assertThat((String) found.getAs("signal")).isEqualTo("following_ratio");
    assertThat((String) found.getAs("peer_group")).isEqualTo("x all accounts");
    assertThat((Long) found.getAs("peer_n")).isEqualTo(25);
    assertThat((Double) found.getAs("peer_median")).isEqualTo(13.0);
    // None of the 24 others lies as far out: (0 + 1) / (24 + 1).
    assertThat((Double) found.getAs("tail_probability")).isCloseTo(1 / 25.0, within(1e-12));
    assertThat((Double) found.getAs("tail_rank")).isCloseTo(0.5 / 25, within(1e-12));
    assertThat((String) found.getAs("sentence"))
        .isEqualTo(
            "follows 1,000 accounts for each follower it has; the median of 25 peers is 13, and 4 %"
                + " of them lie as far out");
    assertThat((String) found.getAs("direction")).isEqualTo("high");
  }

  @Test
  void familiesAreRankedAndKindsPutTogether() {
    twentyFive();
    Row row = of(run(1, settings()).get(EvidenceTables.ACCOUNT_SUSPICION), "follower");
    // It scores below the four without a picture? -ln(.02) + -ln(1 - .5 * .84) = 4.46; the
    // best of them, a24: -ln(1.5 / 25) + -ln(.08) = 5.34, a23 4.83, a22 4.49, a21 4.24.
    assertThat((Double) row.getAs("profile_tail")).isCloseTo(4 / 25.0, within(1e-12));
    assertThat((String) row.getAs("profile_signal")).isEqualTo("following_ratio");
    assertThat((Double) row.getAs("behaviour_tail")).isNull();
    assertThat((String) row.getAs("behaviour_reason"))
        .isEqualTo(
            "the day of creation or the number of posts is unknown; nothing of actions;"
                + " nothing of reactions");
    // Harmonic mean of .16 and three halves: 4 / (6.25 + 6).
    assertThat((Double) row.getAs("bot_tail")).isCloseTo(4 / 12.25, within(1e-12));
    // -2 + 1 x -log10(.16) + 2 x .434, as behaviour does not speak.
    double logit = -2 - Math.log10(0.16) + 2 / Math.log(10);
    assertThat((Double) row.getAs("bot_likelihood"))
        .isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-12));
    assertThat((String) row.getAs("bot_model")).isEqualTo("m");
    assertThat((Double) row.getAs("fake_followers_tail")).isNull();
    assertThat((Double) row.getAs("fake_followers_likelihood")).isNull();
    assertThat((String) row.getAs("fake_followers_model")).isNull();
  }

  @Test
  void bothEndsCountWhereBothAreSuspicious() {
    for (int i = 1; i <= 38; i++) {
      account("a" + i, "comments_per_100_likes", 2 + i / 100.0);
    }
    account("few", "comments_per_100_likes", 0.0);
    account("many", "comments_per_100_likes", 500.0);
    Dataset<Row> evidence = run(1, settings()).get(EvidenceTables.ACCOUNT_EVIDENCE);
    assertThat(evidence.count()).isEqualTo(2);
    // Doubled: 2 x 1 / 40.
    assertThat((Double) of(evidence, "few").getAs("tail_probability"))
        .isCloseTo(0.05, within(1e-12));
    assertThat((String) of(evidence, "few").getAs("direction")).isEqualTo("low");
    assertThat((String) of(evidence, "many").getAs("direction")).isEqualTo("high");
    assertThat((String) of(evidence, "few").getAs("sentence"))
        .startsWith("gets 0 comments for 100 likes; the median of 40 peers is 2.16, and 5 %");
  }

  @Test
  void everyFamilyHasATailOrAReason() {
    twentyFive();
    account("unknown");
    Dataset<Row> rows = run(1, settings()).get(EvidenceTables.ACCOUNT_SUSPICION);
    for (String family :
        List.of("profile", "audience", "growth", "engagement", "comments", "behaviour", "text")) {
      assertThat(
              rows.where("(%s_tail IS NULL) = (%s_reason IS NULL)".formatted(family, family))
                  .isEmpty())
          .as(family)
          .isTrue();
    }
    assertThat((String) of(rows, "unknown").getAs("profile_reason"))
        .isEqualTo("nothing of profile");
    assertThat((Double) of(rows, "unknown").getAs("bot_tail")).isNull();
  }

  @Test
  void tooFewPeersAreNobodyToBeComparedWith() {
    for (int i = 0; i < 3; i++) {
      account("a" + i, "following_ratio", (double) i);
    }
    Map<Table, Dataset<Row>> published = run(1, settings("evidence.notable_below=1"));
    assertThat(published.get(EvidenceTables.ACCOUNT_EVIDENCE).isEmpty()).isTrue();
    Row row = of(published.get(EvidenceTables.ACCOUNT_SUSPICION), "a1");
    assertThat((Double) row.getAs("profile_tail")).isNull();
    assertThat((String) row.getAs("profile_reason"))
        .isEqualTo("fewer than 20 peers of whom it is known");
  }

  @Test
  void binsOfAnotherWidthAreRefused() {
    twentyFive();
    assertThatThrownBy(() -> run(1, settings("signals.bins_per_decade=60")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("another signals.bins_per_decade than 60");
  }

  @Test
  void whereAllAreEqualNobodyStandsOut() {
    for (int i = 0; i < 30; i++) {
      account("a" + i, "following_ratio", 1.0);
    }
    Map<Table, Dataset<Row>> published = run(1, settings());
    assertThat(published.get(EvidenceTables.ACCOUNT_EVIDENCE).isEmpty()).isTrue();
    assertThat(published.get(EvidenceTables.ACCOUNT_SUSPICION).where("profile_tail = 1").count())
        .isEqualTo(30);
  }

  @Test
  void anAbsurdValueIsTheLargestAndHarmsNobody() {
    twentyFive();
    account("absurd", "following_ratio", 1e300);
    Dataset<Row> evidence = run(1, settings()).get(EvidenceTables.ACCOUNT_EVIDENCE);
    assertThat((Double) of(evidence, "absurd").getAs("tail_probability"))
        .isCloseTo(1 / 26.0, within(1e-12));
    assertThat((String) of(evidence, "absurd").getAs("sentence")).startsWith("follows 1.00e+300");
  }

  @Test
  void thePartitionsDoNotMatter() {
    twentyFive();
    Map<Table, Dataset<Row>> one = run(1, settings());
    Map<Table, Dataset<Row>> three = run(3, settings());
    for (Table table : EvidenceJob.WRITES) {
      assertThat(three.get(table).collectAsList()).isEqualTo(one.get(table).collectAsList());
    }
  }
}
