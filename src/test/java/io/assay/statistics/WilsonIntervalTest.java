package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonIntervalTest {

  /**
   * By hand, z = 1.96: (p + z2 / 2n) / (1 + z2 / n) = (.1 + .06402) / 1.12805 = .14541, and beside
   * it z sqrt(p (1 - p) / n + z2 / 4n2) / (1 + z2 / n) = 1.96 x .063774 / 1.12805 = .11081.
   */
  @Test
  void threeOfThirty() {
    WilsonInterval interval = WilsonInterval.of(3, 30);
    assertThat(interval.low()).isCloseTo(0.0346, within(1e-4));
    assertThat(interval.high()).isCloseTo(0.2562, within(1e-4));
  }

  /** z2 / (n + z2) = 3.8415 / 23.8415. */
  @Test
  void noneAndAllSaySomething() {
    assertThat(WilsonInterval.of(0, 20).low()).isZero();
    assertThat(WilsonInterval.of(0, 20).high()).isCloseTo(0.1611, within(1e-4));
    assertThat(WilsonInterval.of(20, 20).low()).isCloseTo(0.8389, within(1e-4));
    assertThat(WilsonInterval.of(20, 20).high()).isEqualTo(1);
  }

  /** 1.96 x sqrt(.2 x .8 / 1e9) = .0000248. */
  @Test
  void moreThanAnIntegerHolds() {
    WilsonInterval interval = WilsonInterval.of(1_000_000_000, 5_000_000_000L);
    assertThat(interval.low()).isCloseTo(0.2 - 0.0000248, within(1e-6));
    assertThat(interval.high()).isCloseTo(0.2 + 0.0000248, within(1e-6));
  }

  @Test
  void noShareHasNoInterval() {
    assertThatThrownBy(() -> WilsonInterval.of(0, 0)).hasMessage("0 of 0 is no share");
    assertThatThrownBy(() -> WilsonInterval.of(3, 2)).hasMessage("3 of 2 is no share");
  }
}
