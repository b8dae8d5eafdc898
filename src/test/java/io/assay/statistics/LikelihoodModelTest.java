package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LikelihoodModelTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final LikelihoodModel MODEL = new LikelihoodModel(-3, List.of(1.0, 2.0));

  @Test
  void evidenceIsTheNumberOfZerosBeyondTheAverage() {
    assertThat(LikelihoodModel.evidence(0.001)).isCloseTo(3 - 1 / Math.log(10), EXACT);
    assertThat(LikelihoodModel.evidence(1.0)).isCloseTo(-0.4343, within(1e-4));
  }

  @Test
  void whatIsUnknownSaysNothing() {
    assertThat(LikelihoodModel.evidence(null)).isZero();
    assertThat(LikelihoodModel.evidence(Double.NaN)).isZero();
  }

  /** So far no reference reaches, however large. */
  @Test
  void noTailSaysMoreThanFiveZeros() {
    double most = 5 - LikelihoodModel.AVERAGE;
    assertThat(LikelihoodModel.evidence(1.1e-5)).isLessThan(most);
    assertThat(LikelihoodModel.evidence(1e-5)).isCloseTo(most, EXACT);
    assertThat(LikelihoodModel.evidence(1e-9)).isEqualTo(most);
    assertThat(LikelihoodModel.evidence(0.0)).isEqualTo(most);
  }

  /** So that who is known well and who is hardly known start from the same odds. */
  @Test
  void onAverageATailSaysNothing() {
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      sum += LikelihoodModel.evidence((i + 0.5) / 10_000);
    }
    assertThat(sum / 10_000).isCloseTo(0, within(1e-4));
  }

  @Test
  void theLikelihoodIsLogistic() {
    // -3 + 1 x 2 + 2 x 1 = 1.
    assertThat(MODEL.of(2, 1)).isCloseTo(1 / (1 + Math.exp(-1)), EXACT);
    assertThat(MODEL.of(0, 0)).isCloseTo(1 / (1 + Math.exp(3)), EXACT);
  }

  @Test
  void logitsAndProbabilitiesAreInverse() {
    assertThat(LikelihoodModel.logit(0.5)).isZero();
    assertThat(LikelihoodModel.logit(0.9)).isCloseTo(Math.log(9), EXACT);
    assertThat(LikelihoodModel.probability(Math.log(9))).isCloseTo(0.9, EXACT);
  }

  @Test
  void moreOrLessEvidenceThanWeightsIsABug() {
    assertThatThrownBy(() -> MODEL.of(1.0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oddsShiftWithTheBaseRate() {
    // Fitted on one in two; where one in ten is of the kind, odds are a ninth.
    LikelihoodModel rarer = MODEL.shifted(0.5, 0.1);
    double before = MODEL.of(2, 1);
    double after = rarer.of(2, 1);
    assertThat(after / (1 - after)).isCloseTo(before / (1 - before) / 9, EXACT);
    assertThat(rarer.weights()).isEqualTo(MODEL.weights());
    assertThat(MODEL.shifted(0.3, 0.3)).isEqualTo(MODEL);
  }
}
