package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MagnitudeTailTest {
  private static final SignedBins BINS = new SignedBins(new LogBins(120));

  private static double asinhOfMiddle(double value) {
    int bin = BINS.bin(value);
    return asinh((BINS.lower(bin) + BINS.upper(bin)) / 2);
  }

  private static double asinh(double value) {
    return Math.log(value + Math.sqrt(value * value + 1));
  }

  /** 900 peers at 1, 90 at 10, and ten who follow thousands. */
  private static TailCounts thousand() {
    return TailCounts.of(Map.of(BINS.bin(1), 900L, BINS.bin(10), 90L, BINS.bin(5000), 10L));
  }

  @Test
  void theScaleFollowsFromThePeersBetweenTheQuantiles() {
    MagnitudeTail tail = MagnitudeTail.of(thousand(), BINS);
    double q90 = asinh(BINS.upper(BINS.bin(1)));
    assertThat(tail.q90()).isCloseTo(q90, within(1e-9));
    // All ninety between lie at 10: their mean distance, over 1 - .1 ln 10 / .9 = .74416.
    double scale = (asinhOfMiddle(10) - q90) / 0.744157;
    assertThat(tail.scale()).isCloseTo(scale, within(1e-5));
    // Ten times as high: ln 10 further, e^-(2.3 / 2.8) less.
    assertThat(tail.of(BINS.bin(10), BINS)).isCloseTo(0.1 * Math.exp(-0.744157), within(1e-6));
    assertThat(tail.of(BINS.bin(100), BINS))
        .isCloseTo(0.1 * Math.exp(-(asinhOfMiddle(100) - q90) / scale), within(1e-6));
  }

  @Test
  void upToTheQuantileRanksTell() {
    MagnitudeTail tail = MagnitudeTail.of(thousand(), BINS);
    assertThat(tail.of(BINS.bin(1), BINS)).isNaN();
    assertThat(tail.of(BINS.bin(0), BINS)).isNaN();
    assertThat(tail.of(BINS.bin(-40), BINS)).isNaN();
    assertThat(tail.of(BINS.bin(1.1), BINS)).isBetween(0.09, 0.1);
  }

  @Test
  void nothingIsLessProbableThanOneInAHundredThousand() {
    MagnitudeTail tail = MagnitudeTail.of(thousand(), BINS);
    assertThat(tail.of(BINS.bin(1e14), BINS)).isEqualTo(1e-5);
  }

  /** An exponential tail is found again: x from q90 on falls by e with each half. */
  @Test
  void anExponentialTailHasItsScale() {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    long n = 1_000_000;
    for (int i = 1; i <= n; i++) {
      // Quantiles of asinh(value) = 3 + exponential of mean .5.
      double x = 3 - 0.5 * Math.log((i - 0.5) / n);
      counts.merge(BINS.bin(Math.sinh(x)), 1L, Long::sum);
    }
    MagnitudeTail tail = MagnitudeTail.of(TailCounts.of(counts), BINS);
    assertThat(tail.q90()).isCloseTo(3 + 0.5 * Math.log(10), within(0.02));
    assertThat(tail.scale()).isCloseTo(0.5, within(0.02));
    assertThat(tail.of(BINS.bin(Math.sinh(3 + 0.5 * Math.log(1000))), BINS))
        .isCloseTo(1e-3, within(5e-5));
  }

  @Test
  void withoutPeersBetweenTheQuantilesThereIsNone() {
    assertThat(MagnitudeTail.of(TailCounts.of(Map.of()), BINS)).isNull();
    assertThat(MagnitudeTail.of(TailCounts.of(Map.of(BINS.bin(0), 500L)), BINS)).isNull();
    // Two of thirty are too few to read a scale from.
    assertThat(
            MagnitudeTail.of(
                TailCounts.of(Map.of(BINS.bin(1), 27L, BINS.bin(5), 2L, BINS.bin(9), 1L)), BINS))
        .isNull();
  }
}
