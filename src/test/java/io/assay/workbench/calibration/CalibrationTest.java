package io.assay.workbench.calibration;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final StructType FAMILIES =
      StructType.fromDDL(
          "platform STRING, account_id STRING, audience_fisher_p DOUBLE, growth_fisher_p DOUBLE");
  private static final StructType LABELS =
      StructType.fromDDL("platform STRING, account_id STRING, label STRING, group_id STRING");

  private final List<Row> families = new ArrayList<>();
  private final List<Row> labels = new ArrayList<>();

  private void accounts(int n, String label, Double audience, Double growth) {
    group(n, null, label, audience, growth);
  }

  private void group(int n, String group, String label, Double audience, Double growth) {
    for (int i = 0; i < n; i++) {
      String id = "a" + families.size();
      families.add(RowFactory.create("x", id, audience, growth));
      labels.add(RowFactory.create("x", id, label, group));
    }
  }

  private Calibration calibration() {
    return Calibration.of(
        spark().createDataFrame(families, FAMILIES),
        spark().createDataFrame(labels, LABELS),
        Kind.FAKE_FOLLOWERS);
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
      assertThat(fit.model().weights().get(0)).isCloseTo(weight, within(1e-4));
      // At evidence 2 the odds are even.
      assertThat(fit.model().intercept()).isCloseTo(-2 * weight, within(1e-3));
      assertThat(fit.share()).isEqualTo(0.5);
      assertThat(fit.at(0.1, "m").intercept() - fit.model().intercept())
          .isCloseTo(Math.log(1 / 9.0), within(1e-12));
      assertThat(fit.at(0.5, "m").intercept()).isCloseTo(fit.model().intercept(), within(1e-12));
    }
  }

  @Test
  void aFamilyThatHardlySpeaksHasNoWeight() {
    twoLevels();
    accounts(9, "fake_followers", 0.1, 0.001);
    try (Calibration calibration = calibration()) {
      assertThat(calibration.fit().at(0.5, "m").weights()).containsEntry(Family.GROWTH, 0.0);
    }
  }

  @Test
  void moreEvidenceNeverLowersALikelihood() {
    accounts(50, "fake_followers", 0.9, null);
    accounts(50, "genuine", 0.001, null);
    accounts(20, "fake_followers", 0.001, null);
    try (Calibration calibration = calibration()) {
      assertThat(calibration.fit().at(0.5, "m").weights())
          .allSatisfy((family, weight) -> assertThat(weight).isNotNegative());
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
    families.add(RowFactory.create("x", "both", 0.001, null));
    labels.add(RowFactory.create("x", "both", "fake_followers", null));
    labels.add(RowFactory.create("x", "both", "genuine", null));
    families.add(RowFactory.create("x", "other", 0.001, null));
    labels.add(RowFactory.create("x", "other", "bot", null));
    families.add(RowFactory.create("x", "silent", null, null));
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
                spark().createDataFrame(families, FAMILIES),
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
