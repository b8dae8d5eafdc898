package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactQuantilesTest {
  private static final LogBins BINS = new LogBins(10);
  private static final double[] P = {0.10, 0.25, 0.5, 0.75};

  private static Histogram histogram(double... values) {
    Histogram histogram = new Histogram();
    Arrays.stream(values).forEach(v -> histogram.add(BINS.bin(v), v));
    return histogram;
  }

  /** The wanted order statistics, looked up in each bin by itself. */
  private static ExactQuantiles quantiles(double... values) {
    Histogram histogram = histogram(values);
    Map<Long, Double> found = new HashMap<>();
    for (WantedRanks.InBin wanted : WantedRanks.of(histogram, P)) {
      double[] inBin = Arrays.stream(values).filter(v -> BINS.bin(v) == wanted.bin()).toArray();
      Arrays.sort(inBin);
      for (long position : wanted.positions()) {
        found.put(wanted.before() + position, inBin[(int) position - 1]);
      }
    }
    return new ExactQuantiles(histogram, found);
  }

  private static List<Double> of(ExactQuantiles quantiles) {
    return Arrays.stream(P).mapToObj(quantiles::of).toList();
  }

  @Test
  void fiveValuesByHand() {
    ExactQuantiles five = quantiles(1, 2, 0, 10, 4);
    assertThat(five.n()).isEqualTo(5);
    assertThat(five.values().mean()).isEqualTo(3.4);
    assertThat(of(five)).containsExactly(0.4, 1.0, 2.0, 4.0);
    assertThat(five.medianLow()).isNull();
    assertThat(five.medianHigh()).isNull();
  }

  @Test
  void onlyBinsThatHoldAWantedRankAreSearched() {
    // Ranks 1 and 2 (10 %), 3, 4 and 7, 8 (quartiles), 5 and 6 (median), and the interval's ends, 2
    // and 9: all but the tenth. Two values of 1 and eight of 2 lie in two bins.
    List<WantedRanks.InBin> wanted = WantedRanks.of(histogram(1, 1, 2, 2, 2, 2, 2, 2, 2, 2), P);
    assertThat(wanted).hasSize(2);
    assertThat(wanted.get(0).bin()).isZero();
    assertThat(wanted.get(0).positions()).containsExactly(1, 2);
    assertThat(wanted.get(1).bin()).isEqualTo(3);
    assertThat(wanted.get(1).before()).isEqualTo(2);
    assertThat(wanted.get(1).positions()).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(WantedRanks.of(histogram(new double[100]), P)).isEmpty();
  }

  @Test
  void aGroupOfZerosNeedsNoSearch() {
    ExactQuantiles zeros = quantiles(new double[7]);
    assertThat(of(zeros)).containsExactly(0.0, 0.0, 0.0, 0.0);
    assertThat(zeros.values().mean()).isZero();
    assertThat(zeros.medianLow()).isZero();
    assertThat(zeros.medianHigh()).isZero();
  }

  @Test
  void aRankThatWasNotSearchedIsNoZero() {
    ExactQuantiles unsearched = new ExactQuantiles(histogram(1, 2, 3), Map.of());
    assertThatThrownBy(() -> unsearched.of(0.5)).hasMessageContaining("rank 2 of 3");
  }

  @Test
  void twentyValuesHaveTheIntervalFromTheSixthToTheFifteenth() {
    double[] values = new double[20];
    Arrays.setAll(values, i -> 20 - i);
    ExactQuantiles twenty = quantiles(values);
    assertThat(twenty.of(0.5)).isEqualTo(10.5);
    assertThat(twenty.medianLow()).isEqualTo(6);
    assertThat(twenty.medianHigh()).isEqualTo(15);
    assertThat(twenty.values().mean()).isEqualTo(10.5);
  }

  @Test
  void manyValuesAgreeWithSorting() {
    Random random = new Random(7);
    double[] values = random.doubles(3_000).map(v -> v < 0.05 ? 0 : Math.exp(6 * v - 5)).toArray();
    ExactQuantiles quantiles = quantiles(values);
    Arrays.sort(values);
    for (double p : P) {
      assertThat(quantiles.of(p)).isEqualTo(Quantiles.ofSorted(values, values.length, p));
    }
    assertThat(quantiles.values().mean())
        .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-9));
  }

  @Test
  void histogramsOfPartsAddUp() {
    Histogram parts = histogram(0, 0.25, 30);
    parts.add(histogram(0.25, 7));
    assertThat(parts.counts()).isEqualTo(histogram(0, 0.25, 0.25, 7, 30).counts());
    assertThat(parts.n()).isEqualTo(5);
    assertThat(parts.mean()).isEqualTo(7.5);
    assertThat(parts.below(BINS.bin(7))).isEqualTo(3);
    assertThat(parts.coarsened(BINS, new LogBins(1)))
        .containsExactly(
            Map.entry(LogBins.ZERO, 1L), Map.entry(-1, 2L), Map.entry(0, 1L), Map.entry(1, 1L));
  }
}
