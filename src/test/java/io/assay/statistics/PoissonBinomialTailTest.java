package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class PoissonBinomialTailTest {

  /** Of .5, .2 and .1: all .01; two or three .5 x .2 + .5 x .1 + .2 x .1 - 2 x .01 = .15. */
  @Test
  void threeThingsCanBeCountedByHand() {
    double[] chances = {0.5, 0.2, 0.1};
    assertThat(PoissonBinomialTail.of(0, chances)).isEqualTo(1);
    assertThat(PoissonBinomialTail.of(1, chances)).isCloseTo(1 - 0.5 * 0.8 * 0.9, within(1e-15));
    assertThat(PoissonBinomialTail.of(2, chances)).isCloseTo(0.15, within(1e-15));
    assertThat(PoissonBinomialTail.of(3, chances)).isCloseTo(0.01, within(1e-15));
    assertThat(PoissonBinomialTail.of(4, chances)).isZero();
  }

  @Test
  void equalChancesAreBinomial() {
    double[] chances = new double[50];
    Arrays.fill(chances, 0.03);
    double expected = 1 - new BinomialDistribution(null, 50, 0.03).cumulativeProbability(4);
    assertThat(PoissonBinomialTail.of(5, chances)).isCloseTo(expected, within(1e-12));
  }

  /** Counted by those that do not happen: 48 or more of 50 is at most 2 missed. */
  @Test
  void nearlyAllAreAsFewMissed() {
    double[] chances = new double[50];
    Arrays.fill(chances, 0.9);
    double expected = new BinomialDistribution(null, 50, 0.1).cumulativeProbability(2);
    assertThat(PoissonBinomialTail.of(48, chances)).isCloseTo(expected, within(1e-14));
  }

  @Test
  void smallTailsAreExact() {
    double[] chances = new double[30];
    Arrays.fill(chances, 1e-6);
    assertThat(PoissonBinomialTail.of(30, chances)).isCloseTo(1e-180, within(1e-192));
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> PoissonBinomialTail.of(1, new double[] {1.5}))
        .hasMessageContaining("1.5");
    assertThatThrownBy(() -> PoissonBinomialTail.of(-1, new double[] {}))
        .hasMessageContaining("-1");
  }
}
