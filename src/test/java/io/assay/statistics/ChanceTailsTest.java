package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChanceTailsTest {

  @Test
  void poissonIsOneMinusTheTermsBelow() {
    assertThat(PoissonTail.of(0, 3)).isEqualTo(1);
    assertThat(PoissonTail.of(1, 2)).isCloseTo(1 - Math.exp(-2), within(1e-15));
    assertThat(PoissonTail.of(3, 1)).isCloseTo(1 - 2.5 * Math.exp(-1), within(1e-15));
    assertThat(PoissonTail.of(1, 0)).isZero();
    assertThat(PoissonTail.log(3, 1)).isCloseTo(Math.log(1 - 2.5 * Math.exp(-1)), within(1e-12));
  }

  /** Far out the first term is nearly all: one event of 1e-9 expected, twice: (1e-9)² / 2. */
  @Test
  void poissonKeepsItsDigitsFarOut() {
    assertThat(PoissonTail.of(2, 1e-9) / 5e-19).isCloseTo(1, within(1e-8));
    // ln of λ^k / k!, and 1 + λ / 201 for the rest.
    double logOfFactorial = 0;
    for (int i = 2; i <= 200; i++) {
      logOfFactorial += Math.log(i);
    }
    assertThat(PoissonTail.of(200, 0.01)).isZero();
    assertThat(PoissonTail.log(200, 0.01))
        .isCloseTo(200 * Math.log(0.01) - 0.01 - logOfFactorial + 0.01 / 201, within(1e-7));
    assertThat(PoissonTail.log(1, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  /** Two of five drawn twice: both shared with 1 in 10, at least one with 1 - 3 in 10. */
  @Test
  void hypergeometricCountsTheDraws() {
    assertThat(HypergeometricTail.of(5, 2, 2, 0)).isEqualTo(1);
    assertThat(HypergeometricTail.of(5, 2, 2, 1)).isCloseTo(0.7, within(1e-12));
    assertThat(HypergeometricTail.of(5, 2, 2, 2)).isCloseTo(0.1, within(1e-12));
    assertThat(HypergeometricTail.of(5, 5, 2, 2)).isCloseTo(1, within(1e-12));
  }

  /** 4 tests: .01 x 4 / 1, .02 x 4 / 2, .03 x 4 / 3 are all .04; .9 stays. */
  @Test
  void falseDiscoveriesAreSharedAmongTheTestsTakenForTrue() {
    assertThat(FalseDiscovery.rates(0.9, 0.01, 0.03, 0.02))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0.9, 0.04, 0.04, 0.04);
    // A less likely one is never worse off than a likelier one.
    assertThat(FalseDiscovery.rates(0.04, 0.05))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0.05, 0.05);
    assertThat(FalseDiscovery.rates()).isEmpty();
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> PoissonTail.of(-1, 1)).hasMessageContaining("count -1");
    assertThatThrownBy(() -> PoissonTail.of(1, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> HypergeometricTail.of(5, 2, 2, 3)).hasMessageContaining("3 of 2");
    assertThatThrownBy(() -> HypergeometricTail.of(5, 6, 2, 1)).hasMessageContaining("of 5");
    assertThatThrownBy(() -> FalseDiscovery.rates(0.5, 1.5)).hasMessageContaining("1.5");
  }
}
