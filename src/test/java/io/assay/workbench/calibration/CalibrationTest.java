package io.assay.workbench.calibration;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.GroupTie;
import io.assay.contracts.Kind;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.statistics.LikelihoodModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class CalibrationTest {
  private static final StructType EVIDENCE =
      StructType.fromDDL(
          "platform STRING, account_id STRING, evidence ARRAY<DOUBLE>, ties MAP<STRING, DOUBLE>");
  private static final StructType LABELS =
      StructType.fromDDL("platform STRING, account_id STRING, label STRING, group_id STRING");

  /** A signal of family audience, and one of family growth. */
  private static final String AUDIENCE = "followers_no_picture";

  private static final String GROWTH = "jump_followers_share";

  private final List<Row> evidence = new ArrayList<>();
  private final List<Row> labels = new ArrayList<>();

  private void accounts(int n, String label, Double audience, Double growth) {
    group(n, null, label, audience, growth);
  }

  private void group(int n, String group, String label, Double audience, Double growth) {
    for (int i = 0; i < n; i++) {
      String id = "a" + evidence.size();
      evidence.add(measured(id, audience, growth));
      labels.add(RowFactory.create("x", id, label, group));
    }
  }

  private static Row measured(String id, Double audience, Double growth) {
    Double[] tails = new Double[Signals.ALL.size()];
    tails[place(AUDIENCE)] = audience;
    tails[place(GROWTH)] = growth;
    return RowFactory.create("x", id, tails, null);
  }

  private static int place(String signal) {
    return Signals.ALL.stream().map(Signal::name).toList().indexOf(signal);
  }

  private Calibration calibration() {
    return calibration(Kind.FAKE_FOLLOWERS);
  }

  private Calibration calibration(Kind kind) {
    return Calibration.of(
        spark().createDataFrame(evidence, EVIDENCE), spark().createDataFrame(labels, LABELS), kind);
  }

  /** Odds of 1:9 at a tail of .1, of 9:1 at .001: two decades for a factor of 81. */
  private void twoLevels() {
    accounts(10, "fake_followers", 0.1, null);
    accounts(90, "genuine", 0.1, null);
    accounts(90, "fake_followers", 0.001, null);
    accounts(10, "genuine", 0.001, null);
  }

  @Test
  void theMapFollowsTheOdds() {
    twoLevels();
    try (Calibration calibration = calibration()) {
      Fit fit = calibration.fit();
      double weight = Math.log(81) / 2;
      // All but a thousandth, which keeps weights finite where a signal parts classes altogether.
      assertThat(fit.at(0.5, "m").signals()).containsOnlyKeys(AUDIENCE);
      assertThat(fit.at(0.5, "m").signals().get(AUDIENCE)).isCloseTo(weight, within(2e-3));
      // At two zeros the odds are even: .4343 of these are the average, which says nothing.
      assertThat(fit.model().intercept())
          .isCloseTo(-(2 - LikelihoodModel.AVERAGE) * weight, within(4e-3));
      assertThat(fit.share()).isEqualTo(0.5);
      assertThat(fit.at(0.1, "m").intercept() - fit.model().intercept())
          .isCloseTo(Math.log(1 / 9.0), within(1e-12));
      assertThat(fit.at(0.5, "m").intercept()).isCloseTo(fit.model().intercept(), within(1e-12));
    }
  }

  @Test
  void aSignalThatIsHardlyKnownHasNoWeight() {
    twoLevels();
    accounts(9, "fake_followers", 0.1, 0.001);
    try (Calibration calibration = calibration()) {
      assertThat(calibration.fit().at(0.5, "m").signals()).containsOnlyKeys(AUDIENCE);
    }
    // Of a tenth it is known, and of ten genuine ones, who lack what it tells.
    accounts(1, "fake_followers", 0.1, 0.001);
    accounts(10, "genuine", 0.1, 0.9);
    try (Calibration calibration = calibration()) {
      assertThat(calibration.fit().at(0.5, "m").signals()).containsOnlyKeys(AUDIENCE, GROWTH);
    }
  }

  /** Of whom only followings are known, which are those of the middle. */
  private void members(int n, String label, String... ties) {
    for (int i = 0; i < n; i++) {
      String id = "m" + evidence.size();
      Double[] tails = new Double[Signals.ALL.size()];
      tails[place("followings")] = 0.5;
      Map<String, Double> said = new HashMap<>();
      Stream.of(ties).forEach(tie -> said.put(tie, 1.0));
      evidence.add(
          RowFactory.create(
              "x", id, tails, ties.length == 0 ? null : CollectionConverters.asScala(said)));
      labels.add(RowFactory.create("x", id, label, null));
    }
  }

  private double weightOfTheTie() {
    try (Calibration calibration = calibration(Kind.BOT)) {
      return calibration.fit().at(0.5, "m").groups().get(GroupTie.FARM_MEMBER);
    }
  }

  @Test
  void aTieWeighsWhatItsMembersAre() {
    members(20, "bot", "farm_member");
    members(5, "genuine", "farm_member");
    members(10, "bot");
    members(40, "genuine");
    // Odds of 4 among members, of a quarter among others.
    assertThat(weightOfTheTie()).isCloseTo(Math.log(16), within(0.01));
  }

  @Test
  void aTieThatPartsClassesWeighsNoMoreThanIsBelieved() {
    members(20, "bot", "farm_member");
    members(10, "bot");
    members(40, "genuine");
    assertThat(weightOfTheTie()).isEqualTo(Calibration.MOST_OF_A_TIE);
  }

  @Test
  void aTieOfFewOrOfAnotherKindHasNoWeight() {
    members(9, "bot", "farm_member");
    members(20, "bot", "pod_member", "farm_customer");
    members(40, "genuine");
    assertThat(weightOfTheTie()).isZero();
  }

  @Test
  void moreEvidenceNeverLowersALikelihood() {
    accounts(50, "fake_followers", 0.9, null);
    accounts(50, "genuine", 0.001, null);
    accounts(20, "fake_followers", 0.001, null);
    try (Calibration calibration = calibration()) {
      assertThat(calibration.fit().model().weights())
          .allSatisfy(weight -> assertThat(weight).isNotNegative());
    }
  }

  @Test
  void everyAccountIsJudgedOnceByAMapOfOthers() {
    twoLevels();
    try (Calibration calibration = calibration()) {
      Dataset<Row> judged = calibration.crossValidated();
      assertThat(judged.count()).isEqualTo(200);
      assertThat(judged.select("account_id").distinct().count()).isEqualTo(200);
      assertThat(judged.where("likelihood <= 0 OR likelihood >= 1").isEmpty()).isTrue();
      assertThat(judged.collectAsList()).isEqualTo(calibration.crossValidated().collectAsList());
    }
  }

  @Test
  void whoIsBothOrNeitherIsLeftOut() {
    twoLevels();
    evidence.add(measured("both", 0.001, null));
    labels.add(RowFactory.create("x", "both", "fake_followers", null));
    labels.add(RowFactory.create("x", "both", "genuine", null));
    evidence.add(measured("other", 0.001, null));
    labels.add(RowFactory.create("x", "other", "bot", null));
    evidence.add(measured("silent", null, null));
    labels.add(RowFactory.create("x", "silent", "genuine", null));
    try (Calibration calibration = calibration()) {
      Fit fit = calibration.fit();
      assertThat(Map.of(fit.positives(), fit.negatives())).isEqualTo(Map.of(100L, 100L));
    }
  }

  /** Members are alike: a map that has seen one of them would seem better than it is. */
  @Test
  void membersOfAGroupAreJudgedByAMapThatHasSeenNoneOfThem() {
    for (int group = 0; group < 7; group++) {
      group(3, "g" + group, "fake_followers", 0.001, null);
    }
    accounts(30, "genuine", 0.1, null);
    Dataset<Row> folds =
        LabelledEvidence.of(
                spark().createDataFrame(evidence, EVIDENCE),
                spark().createDataFrame(labels, LABELS),
                Kind.FAKE_FOLLOWERS,
                5)
            .cache();
    Dataset<Row> groups = folds.where("label = 1").groupBy("cluster").agg(Map.of("fold", "min"));
    assertThat(groups.count()).isEqualTo(7);
    assertThat(folds.where("label = 1").select("cluster", "fold").distinct().count()).isEqualTo(7);
    // Seven groups dealt out to five folds, thirty people likewise.
    for (int fold = 0; fold < 5; fold++) {
      assertThat(folds.where("label = 1 AND fold = " + fold).count()).isIn(3L, 6L);
      assertThat(folds.where("label = 0 AND fold = " + fold).count()).isEqualTo(6);
    }
  }

  @Test
  void oneGroupCannotTellWhetherItsMapHoldsForOthers() {
    group(40, "farm", "fake_followers", 0.001, null);
    accounts(60, "genuine", 0.1, null);
    try (Calibration calibration = calibration()) {
      assertThat(calibration.reason())
          .isEqualTo(
              "accounts labelled fake_followers or the genuine ones are of 1 group; 2 are needed, so"
                  + " that a map is tried on groups it has not seen");
    }
  }

  @Test
  void ofTwoGroupsEachIsJudgedByTheOther() {
    group(20, "farm", "fake_followers", 0.001, null);
    group(20, "other farm", "fake_followers", 0.001, null);
    accounts(60, "genuine", 0.1, null);
    try (Calibration calibration = calibration()) {
      assertThat(calibration.reason()).isNull();
      assertThat(calibration.crossValidated().count()).isEqualTo(100);
    }
  }

  @Test
  void tenOfEachAreNeeded() {
    accounts(9, "fake_followers", 0.1, null);
    accounts(50, "genuine", 0.1, null);
    try (Calibration calibration = calibration()) {
      assertThat(calibration.reason())
          .isEqualTo(
              "accounts with evidence that are labelled fake_followers: 9, genuine: 50; 10 of each are"
                  + " needed");
    }
  }
}
