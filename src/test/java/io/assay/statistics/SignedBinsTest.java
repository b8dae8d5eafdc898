package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignedBinsTest {
  private static final SignedBins BINS = new SignedBins(new LogBins(120));

  @Test
  void binsRiseWithValues() {
    double[] rising = {-1e300, -1e9, -2, -1, -1e-9, 0, 1e-9, 0.5, 1, 1.5, 2, 1e9, 1e300};
    for (int i = 1; i < rising.length; i++) {
      assertThat(BINS.bin(rising[i])).as("%s", rising[i]).isGreaterThan(BINS.bin(rising[i - 1]));
    }
  }

  @Test
  void aValueLiesInItsBin() {
    for (double value : new double[] {-1e9, -3.7, -1, -0.01, 0.01, 1, 2, 3.7, 1e9}) {
      int bin = BINS.bin(value);
      assertThat(value).isBetween(BINS.lower(bin), BINS.upper(bin));
      assertThat(BINS.upper(bin) - BINS.lower(bin)).isLessThan(0.0194 * Math.abs(value) + 1e-12);
    }
  }

  @Test
  void zeroAndTheUnknownHaveBinsOfTheirOwn() {
    assertThat(BINS.bin(0)).isEqualTo(LogBins.ZERO);
    assertThat(BINS.bin(-0.0)).isEqualTo(LogBins.ZERO);
    assertThat(BINS.lower(LogBins.ZERO)).isZero();
    assertThat(BINS.upper(LogBins.ZERO)).isZero();
    for (double none :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertThat(BINS.bin(none)).isEqualTo(SignedBins.UNKNOWN);
    }
    assertThat(BINS.lower(SignedBins.UNKNOWN)).isNaN();
  }

  @Test
  void absurdValuesShareTheLastBin() {
    assertThat(BINS.bin(1e300)).isEqualTo(BINS.bin(1e15));
    assertThat(BINS.bin(-1e300)).isEqualTo(BINS.bin(-1e15));
  }

  @Test
  void peopleAreToldTheRoundestNumber() {
    assertThat(BINS.roundest(BINS.bin(349))).isEqualTo(350);
    assertThat(BINS.roundest(BINS.bin(1))).isEqualTo(1);
    assertThat(BINS.roundest(BINS.bin(0.0201))).isCloseTo(0.02, within(1e-15));
    assertThat(BINS.roundest(BINS.bin(-0.3))).isCloseTo(-0.3, within(1e-15));
    assertThat(BINS.roundest(BINS.bin(0))).isZero();
    for (double value : new double[] {0.00123, 7.77, 12345.6, -42.4}) {
      int bin = BINS.bin(value);
      assertThat(BINS.roundest(bin)).isBetween(BINS.lower(bin), BINS.upper(bin));
    }
  }
}
