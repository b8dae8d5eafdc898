package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LikelihoodModelTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final LikelihoodModel MODEL = new LikelihoodModel(-3, List.of(1.0, 2.0));

  @Test
  void evidenceIsTheNumberOfZeros() {
    assertThat(LikelihoodModel.evidence(0.001)).isCloseTo(3, EXACT);
    assertThat(LikelihoodModel.evidence(1.0)).isZero();
    assertThat(LikelihoodModel.evidence((Double) null)).isCloseTo(0.4343, within(1e-4));
  }

  @Test
  void whatIsUnknownSaysWhatTheAverageDoes() {
    // Mean of -log10 over probabilities spread evenly over 0 to 1.
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      sum += LikelihoodModel.evidence((i + 0.5) / 10_000);
    }
    assertThat(sum / 10_000).isCloseTo(LikelihoodModel.AVERAGE, within(1e-4));
  }

  @Test
  void theLikelihoodIsLogistic() {
    // -3 + 1 x 2 + 2 x 1 = 1.
    assertThat(MODEL.of(List.of(0.01, 0.1))).isCloseTo(1 / (1 + Math.exp(-1)), EXACT);
    assertThat(MODEL.of(Arrays.asList(0.01, null)))
        .isCloseTo(1 / (1 + Math.exp(1 - 2 * LikelihoodModel.AVERAGE)), EXACT);
    assertThat(MODEL.of(Arrays.asList(null, null))).isNull();
  }

  /** What is fitted to evidence scores probabilities. */
  @Test
  void evidenceAndProbabilitiesComeToTheSame() {
    List<Double> probabilities = Arrays.asList(0.02, null);
    assertThat(MODEL.of(LikelihoodModel.evidence(probabilities)))
        .isEqualTo(MODEL.of(probabilities));
  }

  @Test
  void moreOrLessEvidenceThanWeightsIsABug() {
    assertThatThrownBy(() -> MODEL.of(1.0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oddsShiftWithTheBaseRate() {
    // Fitted on one in two; where one in ten is of the kind, odds are a ninth.
    LikelihoodModel rarer = MODEL.shifted(0.5, 0.1);
    double before = MODEL.of(List.of(0.01, 0.1));
    double after = rarer.of(List.of(0.01, 0.1));
    assertThat(after / (1 - after)).isCloseTo(before / (1 - before) / 9, EXACT);
    assertThat(rarer.weights()).isEqualTo(MODEL.weights());
    assertThat(MODEL.shifted(0.3, 0.3)).isEqualTo(MODEL);
  }
}
