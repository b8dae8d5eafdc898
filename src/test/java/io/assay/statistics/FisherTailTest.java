package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FisherTailTest {

  @Test
  void oneSignalIsItsOwnTail() {
    assertThat(FisherTail.of(-Math.log(0.03), 1)).isCloseTo(0.03, within(1e-15));
  }

  /** The product of two uniform numbers is at most c with probability c (1 - ln c). */
  @Test
  void twoTailsOfATenthAreNoHundredth() {
    double c = 0.01;
    assertThat(FisherTail.of(-2 * Math.log(0.1), 2))
        .isCloseTo(c * (1 - Math.log(c)), within(1e-15));
  }

  /** Chi-square 16.919 with 6 degrees of freedom: the printed tables say .0096. */
  @Test
  void itIsTheChiSquareOfTwiceTheSum() {
    assertThat(FisherTail.of(16.919 / 2, 3)).isCloseTo(0.0096, within(5e-5));
    assertThat(FisherTail.of(12.592 / 2, 3)).isCloseTo(0.05, within(5e-5));
  }

  @Test
  void noSurpriseIsCertain() {
    assertThat(FisherTail.of(0, 5)).isEqualTo(1);
    assertThat(FisherTail.of(650, 11)).isPositive();
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> FisherTail.of(Double.NaN, 2)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> FisherTail.of(1, 0)).hasMessageContaining("0 signals");
  }
}
