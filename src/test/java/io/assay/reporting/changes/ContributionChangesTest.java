package io.assay.reporting.changes;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.statistics.LikelihoodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/**
 * One account in one kind: a tail that falls from a tenth to a hundredth says 1 more, times the
 * weight.
 */
class ContributionChangesTest {
  private static final StructType EVIDENCE =
      StructType.fromDDL(
          "platform STRING, account_id STRING, kind STRING, signal STRING, value DOUBLE,"
              + " reference_tail DOUBLE, weight DOUBLE, contribution DOUBLE, peer_group STRING");
  private static final StructType LEVEL =
      StructType.fromDDL("platform STRING, kind STRING, intercept DOUBLE, shift DOUBLE");

  /** What a tail of one in a thousand says beyond the average. */
  private static final double OF_A_THOUSANDTH = 3 - LikelihoodModel.AVERAGE;

  private final List<Row> from = new ArrayList<>();
  private final List<Row> to = new ArrayList<>();
  private double shiftFrom = -0.5;
  private double shiftTo = -0.5;
  private double interceptTo = -4;
  private Double statedTo;

  private static Row known(String signal, double value, double tail, double weight) {
    double contribution = weight * LikelihoodModel.evidence(tail);
    return RowFactory.create("x", "a", "bot", signal, value, tail, weight, contribution, "peers");
  }

  private static Row tie(String tie, double weight) {
    return RowFactory.create("x", "a", "bot", tie, 1.0, null, weight, weight, null);
  }

  private static Dataset<Row> evidence(List<Row> rows) {
    return spark().createDataFrame(rows, EVIDENCE);
  }

  private static Dataset<Row> level(double intercept, double shift) {
    return spark().createDataFrame(List.of(RowFactory.create("x", "bot", intercept, shift)), LEVEL);
  }

  private static double likelihood(List<Row> evidence, double intercept, double shift) {
    return LikelihoodModel.probability(
        intercept + shift + evidence.stream().mapToDouble(row -> row.getDouble(7)).sum());
  }

  /** By signal and cause: what moved, after a check that it adds up. */
  private Map<String, Double> parts(String... notWeighedBefore) {
    double before = likelihood(from, -4, shiftFrom);
    double after = statedTo == null ? likelihood(to, interceptTo, shiftTo) : statedTo;
    Dataset<Row> kinds =
        spark()
            .createDataFrame(
                List.of(RowFactory.create("x", "a", "bot", before, after)),
                StructType.fromDDL(
                    "platform STRING, account_id STRING, kind STRING, `from` DOUBLE, `to` DOUBLE"));
    List<Row> weighed = new ArrayList<>();
    for (List<Row> side : List.of(from, to)) {
      for (Row row : side) {
        String signal = row.getString(3);
        boolean was = !List.of(notWeighedBefore).contains(signal);
        Row held = RowFactory.create("bot", signal, was, true);
        if (!weighed.contains(held)) {
          weighed.add(held);
        }
      }
    }
    Dataset<Row> logOddsFrom = LogOdds.of(kinds, "from", evidence(from), level(-4, shiftFrom));
    Dataset<Row> logOddsTo = LogOdds.of(kinds, "to", evidence(to), level(interceptTo, shiftTo));
    List<Row> moved =
        ContributionChanges.of(
                kinds,
                evidence(from),
                evidence(to),
                spark()
                    .createDataFrame(
                        weighed,
                        StructType.fromDDL(
                            "kind STRING, signal STRING, weighed_from BOOLEAN, weighed_to BOOLEAN")))
            .unionByName(ContributionChanges.beside(logOddsFrom, logOddsTo))
            .collectAsList();
    Map<String, Double> parts = new TreeMap<>();
    moved.forEach(
        row -> parts.put(row.getAs("signal") + " " + row.getAs("cause"), row.getAs("part")));
    assertThat(parts).hasSameSizeAs(moved);
    double change = LikelihoodModel.logit(after) - LikelihoodModel.logit(before);
    assertThat(parts.values().stream().mapToDouble(Double::doubleValue).sum())
        .as("the parts add up to what the likelihoods say")
        .isCloseTo(change, within(1e-9));
    return parts;
  }

  private static void assertPart(Map<String, Double> parts, String name, double part) {
    assertThat(parts).containsKey(name);
    assertThat(parts.get(name)).isCloseTo(part, within(1e-12));
  }

  @Test
  void aValueAndItsPeersAreToldApart() {
    from.addAll(List.of(known("s", 1, 0.1, 1.5), known("t", 7, 0.01, 1), known("u", 2, 0.2, 1)));
    to.addAll(List.of(known("s", 5, 0.001, 1.5), known("t", 7, 0.1, 1), known("u", 2, 0.2, 1)));
    Map<String, Double> parts = parts();
    assertThat(parts.keySet()).containsExactly("s value", "t peers");
    assertPart(parts, "s value", 3);
    assertPart(parts, "t peers", -1);
  }

  @Test
  void aWeightIsToldFromTheValueItWeighs() {
    from.addAll(List.of(known("s", 1, 0.001, 1), known("t", 1, 0.1, 1)));
    to.addAll(List.of(known("s", 1, 0.001, 2), known("t", 3, 0.01, 3)));
    Map<String, Double> parts = parts();
    assertThat(parts.keySet()).containsExactly("s weight", "t value", "t weight");
    assertPart(parts, "s weight", OF_A_THOUSANDTH);
    assertPart(parts, "t value", 1);
    assertPart(parts, "t weight", 2 * (2 - LikelihoodModel.AVERAGE));
  }

  @Test
  void whatCameAndWentIsToldByWhy() {
    from.addAll(List.of(tie("pod_member", 3), known("gone", 1, 0.001, 1)));
    to.addAll(
        List.of(tie("farm_member", 4.6), known("came", 1, 0.001, 1), known("new", 1, 0.001, 2)));
    Map<String, Double> parts = parts("new");
    assertThat(parts.keySet())
        .containsExactly(
            "came known", "farm_member joined", "gone unknown", "new weight", "pod_member left");
    assertPart(parts, "came known", OF_A_THOUSANDTH);
    assertPart(parts, "farm_member joined", 4.6);
    assertPart(parts, "gone unknown", -OF_A_THOUSANDTH);
    assertPart(parts, "new weight", 2 * OF_A_THOUSANDTH);
    assertPart(parts, "pod_member left", -3);
  }

  @Test
  void aTieThatIsWeighedOtherwiseIsNoOtherTie() {
    from.add(tie("farm_member", 3));
    to.add(tie("farm_member", 4.6));
    Map<String, Double> parts = parts();
    assertThat(parts.keySet()).containsExactly("farm_member weight");
    assertPart(parts, "farm_member weight", 1.6);
  }

  @Test
  void levelAndModelAreParts() {
    from.add(known("s", 1, 0.001, 1));
    to.add(known("s", 1, 0.001, 1));
    shiftTo = 0.25;
    interceptTo = -5;
    Map<String, Double> parts = parts();
    assertThat(parts.keySet()).containsExactly("intercept model", "level level");
    assertPart(parts, "level level", 0.75);
    assertPart(parts, "intercept model", -1);
  }

  @Test
  void whatTheTablesDoNotSayIsNotHidden() {
    from.add(known("s", 1, 0.001, 1));
    to.add(known("s", 1, 0.001, 1));
    statedTo = 0.5;
    Map<String, Double> parts = parts();
    assertThat(parts.keySet()).containsExactly("remainder unexplained");
    assertThat(parts.get("remainder unexplained"))
        .as("what is needed to come from the log-odds that the tables give to 0")
        .isCloseTo(4.5 - OF_A_THOUSANDTH, within(1e-9));
  }
}
