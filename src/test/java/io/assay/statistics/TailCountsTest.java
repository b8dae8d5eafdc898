package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TailCountsTest {
  /** Ten values: 4 in bin 1, 3 in bin 2, 2 in bin 5, 1 in bin 9. */
  private static final TailCounts TEN = TailCounts.of(Map.of(5, 2L, 1, 4L, 9, 1L, 2, 3L));

  @Test
  void tailsOfLiteralCounts() {
    assertThat(TEN.n()).isEqualTo(10);
    assertThat(TEN.midRank(9, true)).isCloseTo(0.05, within(1e-12));
    assertThat(TEN.midRank(5, true)).isCloseTo(0.2, within(1e-12));
    assertThat(TEN.midRank(5, false)).isCloseTo(0.8, within(1e-12));
    // Of the nine others none lies beyond the largest: (0 + 1) / (9 + 1).
    assertThat(TEN.probability(9, true)).isCloseTo(0.1, within(1e-12));
    // Of the nine others one shares the bin and one lies beyond: (2 + 1) / (9 + 1).
    assertThat(TEN.probability(5, true)).isCloseTo(0.3, within(1e-12));
    assertThat(TEN.probability(1, false)).isCloseTo(0.4, within(1e-12));
    assertThat(TEN.probability(9, false)).isEqualTo(1);
  }

  /** As if it were an eleventh. */
  @Test
  void tailsOfOneMore() {
    assertThat(TEN.midRankAdded(20, true)).isCloseTo(0.5 / 11, within(1e-12));
    assertThat(TEN.midRankAdded(9, true)).isCloseTo(1 / 11.0, within(1e-12));
    assertThat(TEN.midRankAdded(5, true)).isCloseTo(2.5 / 11, within(1e-12));
    assertThat(TEN.midRankAdded(5, false)).isCloseTo(8.5 / 11, within(1e-12));
    assertThat(TEN.midRankAdded(3, false)).isCloseTo(7.5 / 11, within(1e-12));
    assertThat(TailCounts.of(Map.of()).midRankAdded(3, true)).isEqualTo(0.5);
  }

  @Test
  void bothEndsTogetherAreAllAndTheMeanRankIsAHalf() {
    assertThat(TEN.midRank(2, true) + TEN.midRank(2, false)).isCloseTo(1, within(1e-12));
    assertThat(TEN.mean(bin -> TEN.midRank(bin, true))).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aQuantileIsTheLeastBinThatWithAllBelowHoldsTheShare() {
    assertThat(TEN.quantile(0.4)).isEqualTo(1);
    assertThat(TEN.quantile(0.41)).isEqualTo(2);
    assertThat(TEN.quantile(0.9)).isEqualTo(5);
    assertThat(TEN.quantile(1)).isEqualTo(9);
    assertThat(TEN.upTo(5)).isEqualTo(9);
    assertThat(TEN.upTo(1)).isEqualTo(4);
    assertThat(TEN.sum(bin -> bin)).isEqualTo(4 + 6 + 10 + 9);
  }

  @Test
  void theMedianIsTheLowerOne() {
    assertThat(TEN.median()).isEqualTo(2);
    assertThat(TailCounts.of(Map.of(1, 5L, 7, 5L)).median()).isEqualTo(1);
    assertThat(TailCounts.of(Map.of(3, 1L)).median()).isEqualTo(3);
  }

  @Test
  void nobodyKnown() {
    assertThat(TailCounts.of(Map.of()).n()).isZero();
  }

  /** What methods.md says of the error of bins. */
  @Test
  void aTailFromBinsIsNeverTooSmallAndTooLargeByThoseNearby() {
    SignedBins bins = new SignedBins(new LogBins(120));
    double width = Math.pow(10, 1.0 / 120);
    Random random = new Random(1);
    double[] values = random.doubles(2_000).map(u -> Math.exp(3 * u) - 2).toArray();
    TreeMap<Integer, Long> counts = new TreeMap<>();
    for (double value : values) {
      counts.merge(bins.bin(value), 1L, Long::sum);
    }
    TailCounts tails = TailCounts.of(counts);
    for (double value : values) {
      double exact = share(values, v -> v >= value);
      double near =
          share(
              values,
              v ->
                  Math.signum(v) == Math.signum(value)
                      && Math.abs(v) > Math.abs(value) / width
                      && Math.abs(v) < Math.abs(value) * width);
      double found = tails.probability(bins.bin(value), true);
      assertThat(found).isBetween(exact - 1e-12, exact + near + 1e-12);
    }
  }

  private static double share(double[] values, java.util.function.DoublePredicate of) {
    return Arrays.stream(values).filter(of).count() / (double) values.length;
  }
}
