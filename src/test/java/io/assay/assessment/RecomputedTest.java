package io.assay.assessment;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.AssessmentEvidenceTables;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.GroupTie;
import io.assay.contracts.Kind;
import io.assay.contracts.KindColumns;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.contracts.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whoever holds the tables can redo every likelihood in SQL: that of 1,500 accounts of all kinds of
 * values, some of whom are unusual in everything, and some in groups.
 */
class RecomputedTest {
  private static final int ACCOUNTS = 1_500;
  private static final int ODD = 60;

  /** Sums of a few dozen terms in any order. */
  private static final String APART = " > 1e-9";

  private static Map<Table, List<Row>> published;

  @BeforeAll
  static void assess() {
    Random random = new Random(1);
    Found found = new Found();
    for (int i = 0; i < ACCOUNTS; i++) {
      List<Object> values = new ArrayList<>();
      for (Signal signal : Signals.ALL) {
        if (random.nextDouble() < 0.8) {
          values.add(signal.name());
          values.add(value(signal, i < ODD, random));
        }
      }
      found.account("a" + i, values.toArray());
    }
    for (int i = 0; i < 9; i++) {
      found.member("a" + i, "farm", true, "member");
      found.member("a" + (500 + i), "lockstep", true, "member");
      found.member("a" + (600 + i), "pod", true, "member");
      found.member("a" + (700 + i), "farm", true, i % 2 == 0 ? "customer" : "victim");
    }
    published =
        found.published(
            Arrays.stream(Kind.values()).map(RecomputedTest::model).toArray(String[]::new));
    published.forEach(
        (table, rows) -> {
          if (!rows.isEmpty()) {
            spark()
                .createDataFrame(rows, rows.get(0).schema())
                .createOrReplaceTempView(table.name());
          }
        });
    spark()
        .createDataFrame(
            Signals.ALL.stream()
                .map(s -> RowFactory.create(s.name(), s.direction().name(), s.byMagnitude()))
                .toList(),
            StructType.fromDDL("signal STRING, direction STRING, by_magnitude BOOLEAN"))
        .createOrReplaceTempView("declared");
  }

  /** Of all magnitudes, a tenth of them zero; odd ones are beyond what is usual. */
  private static Object value(Signal signal, boolean odd, Random random) {
    if (signal.isFlag()) {
      return random.nextDouble() < (odd ? 0.7 : 0.1);
    }
    double spread = random.nextGaussian() + (odd ? signal.high() == null ? -4 : 4 : 0);
    if (random.nextInt(10) == 0) {
      return 0.0;
    }
    return signal.name().equals("likes_elasticity") ? spread : Math.exp(spread);
  }

  private static String model(Kind kind) {
    Map<String, Double> weights = new HashMap<>();
    kind.signals().forEach(signal -> weights.put(signal.name(), 0.4));
    Map<String, Double> ties = new HashMap<>();
    GroupTie.of(kind).forEach(tie -> ties.put(tie.title(), 3.1));
    return Found.judging(kind, "m", -4, weights, ties);
  }

  private static List<Row> rows(String sql) {
    return spark().sql(sql).collectAsList();
  }

  private static long count(String sql) {
    return rows(sql).get(0).getLong(0);
  }

  @Test
  void everyTailFollowsFromTheReference() {
    spark()
        .sql(
            """
            SELECT e.account_id, e.kind, e.signal, e.value, e.reference_tail, d.direction,
              r.n, r.bin_lower >= e.value AS above,
              CASE WHEN r.bin_lower = r.bin_upper THEN e.value = r.bin_lower
                WHEN r.bin_upper <= 0 THEN e.value > r.bin_lower AND e.value <= r.bin_upper
                ELSE e.value >= r.bin_lower AND e.value < r.bin_upper END AS same
            FROM assessment_evidence e
            JOIN declared d ON d.signal = e.signal AND NOT d.by_magnitude
            JOIN reference_histogram r ON r.platform = e.platform
              AND r.peer_group = e.peer_group AND r.signal = e.signal
            WHERE r.bin_lower IS NOT NULL AND e.account_id LIKE '%7'
            """)
        .createOrReplaceTempView("beside");
    spark()
        .sql(
            """
            SELECT *, (high + (same + 1) / 2) / (n + 1) AS tail_high,
              (n - high - same + (same + 1) / 2) / (n + 1) AS tail_low,
              high + same / 2 <= n / 2 AS is_high
            FROM (
              SELECT account_id, kind, signal, value, reference_tail, direction, sum(n) AS n,
                sum(CASE WHEN above AND NOT same THEN n ELSE 0 END) AS high,
                sum(CASE WHEN same THEN n ELSE 0 END) AS same
              FROM beside
              GROUP BY ALL)
            """)
        .createOrReplaceTempView("counted");
    Dataset<Row> redone =
        spark()
            .sql(
                """
                SELECT *, CASE direction WHEN 'HIGH' THEN tail_high WHEN 'LOW' THEN tail_low
                  ELSE least(1, 2 * CASE WHEN is_high THEN tail_high ELSE tail_low END) END AS redone
                FROM counted
                """)
            .cache();
    assertThat(redone.where("abs(redone - reference_tail)" + APART).limit(3).collectAsList())
        .isEmpty();
    // All that is published of every tenth account, and each way of being suspicious.
    assertThat(redone.count())
        .isEqualTo(
            count(
                "SELECT count(*) FROM assessment_evidence JOIN declared USING (signal)"
                    + " WHERE NOT by_magnitude AND account_id LIKE '%7'"))
        .isGreaterThan(3_000);
    assertThat(redone.select("direction").distinct().count()).isEqualTo(3);
    assertThat(redone.where("value < 0").isEmpty()).isFalse();
    assertThat(redone.where("reference_tail < 0.005").isEmpty()).isFalse();
  }

  @Test
  void everyContributionFollowsFromTheTailAndTheWeight() {
    assertThat(
            rows(
                "SELECT * FROM assessment_evidence WHERE abs(contribution - CASE"
                    + " WHEN peer_group IS NULL THEN weight"
                    + " ELSE weight * (least(5, -log10(reference_tail)) - 1 / ln(10)) END)"
                    + APART))
        .isEmpty();
    assertThat(
            rows(
                "SELECT signal, count(*) FROM assessment_evidence WHERE peer_group IS NULL"
                    + " AND family = 'coordination' AND weight = 3.1 GROUP BY signal"))
        .extracting(row -> row.mkString(" "))
        .containsExactlyInAnyOrder("farm_member 18", "pod_member 9", "farm_customer 5");
  }

  @Test
  void everyLikelihoodFollowsFromTheContributionsAndTheLevel() {
    String assessed =
        Arrays.stream(Kind.values())
            .map(
                kind ->
                    "SELECT platform, account_id, '%s' AS kind, %s AS p, %s AS uncorrected FROM account_assessment"
                        .formatted(
                            kind.title(),
                            KindColumns.of(kind).likelihood(),
                            KindColumns.of(kind).uncorrected()))
            .collect(Collectors.joining(" UNION ALL "));
    Dataset<Row> redone =
        spark()
            .sql(
                "SELECT *, 1 / (1 + exp(-(intercept + added))) AS uncorrected_redone,"
                    + " 1 / (1 + exp(-(intercept + shift + added))) AS redone"
                    + " FROM ("
                    + assessed
                    + ") JOIN assessment_level USING (platform, kind) LEFT JOIN (SELECT platform,"
                    + " account_id, kind, sum(contribution) AS added FROM assessment_evidence"
                    + " GROUP BY ALL) USING (platform, account_id, kind)")
            .cache();
    assertThat(redone.count()).isEqualTo((long) ACCOUNTS * Kind.values().length);
    assertThat(
            redone
                .where(
                    "(p IS NULL) != (added IS NULL) OR abs(p - redone)"
                        + APART
                        + " OR abs(uncorrected - uncorrected_redone)"
                        + APART)
                .limit(3)
                .collectAsList())
        .isEmpty();
    assertThat(redone.where("p > 0.9").isEmpty()).isFalse();
    assertThat(redone.where("p < 0.01").isEmpty()).isFalse();
  }

  /** Shares are found in bins of a hundredth of a logit. */
  @Test
  void everyLevelFollowsFromTheLikelihoods() {
    Map<String, Row> levels = new HashMap<>();
    published
        .get(AssessmentEvidenceTables.ASSESSMENT_LEVEL)
        .forEach(row -> levels.put(row.getAs("kind"), row));
    assertThat(levels).containsOnlyKeys(Kind.titles().toArray(String[]::new));
    for (Kind kind : Kind.values()) {
      KindColumns columns = KindColumns.of(kind);
      Row level = levels.get(kind.title());
      Row means =
          rows("SELECT count(%s), avg(%s), avg(%s) FROM account_assessment WHERE %s"
                  .formatted(
                      columns.likelihood(),
                      columns.likelihood(),
                      columns.uncorrected(),
                      notRatherAnother(kind)))
              .get(0);
      assertThat(level.<Long>getAs("assessed")).as(kind.title()).isEqualTo(means.getLong(0));
      double share = level.getAs("share");
      assertThat(level.<String>getAs("share_reason")).as(kind.title()).isNull();
      // One account in all is the least share that is estimated.
      double least = 1.0 / means.getLong(0);
      assertThat(Math.abs(share - Math.max(least, means.getDouble(1))))
          .as(kind.title())
          .isLessThan(1e-4);
      assertThat(Math.abs(level.<Double>getAs("share_uncorrected") - means.getDouble(2)))
          .isLessThan(1e-4);
      assertThat(
              Math.abs(
                  level.<Double>getAs("shift")
                      - Math.log(share / (1 - share))
                      + Math.log(0.1 / 0.9)))
          .isLessThan(1e-9);
    }
    assertThat(Math.abs(levels.get("bot").<Double>getAs("shift"))).isGreaterThan(0.01);
  }

  /** An account that is likelier of another kind than not, and than of this, is not counted. */
  private static String notRatherAnother(Kind kind) {
    String others =
        Stream.of(Kind.values())
            .filter(other -> other != kind)
            .map(other -> KindColumns.of(other).uncorrected())
            .collect(Collectors.joining(", ", "greatest(", ")"));
    String own = KindColumns.of(kind).uncorrected();
    return "NOT coalesce(%s >= 0.5 AND %s > %s, false)".formatted(others, others, own);
  }

  @Test
  void theReferenceHoldsWhoIsNeitherDoubtedNorInAGroup() {
    // Each account stands once in every signal, and one more peer in that of Found.
    List<Row> totals =
        rows(
            "SELECT DISTINCT sum(n) FROM reference_histogram"
                + " WHERE signal <> 'mutual_pair_share' GROUP BY signal");
    assertThat(totals).hasSize(1);
    long held = totals.get(0).getLong(0);
    long usual =
        published.get(AssessmentTables.ACCOUNT_ASSESSMENT).stream()
            .filter(RecomputedTest::isUsual)
            .count();
    // The last round leaves out whom it did not doubt with the reference of the one before.
    assertThat(held).isBetween(usual, usual + 5).isLessThan(ACCOUNTS - ODD / 2);
  }

  private static boolean isUsual(Row account) {
    int number = Integer.parseInt(account.<String>getAs("account_id").substring(1));
    boolean grouped = number < 9 || number >= 500 && number < 509 || number >= 600 && number < 609;
    return !grouped
        && Arrays.stream(Kind.values())
            .map(kind -> account.<Double>getAs(KindColumns.of(kind).uncorrected()))
            .noneMatch(likelihood -> likelihood != null && likelihood >= 0.5);
  }
}
