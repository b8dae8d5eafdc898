package io.assay.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.statistics.ExactQuantiles;
import io.assay.statistics.LogBins;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankSearchTest {
  private static final AccountValues VALUES =
      new AccountValues(new long[] {0, 100}, new double[0], new LogBins(2), new LogBins(1));

  private static HistogramKey key(int interval) {
    return new HistogramKey(
        "tt", HistogramKey.Axis.BANDS, interval, MediaTypes.ALL_CODE, HistogramKey.RATE);
  }

  @Test
  void groupsThatShareAccountsAndBinsAreSearchedTogether() {
    // Half a decade a bin: 0.2 and 0.3 share one, whatever interval of followers they lie in.
    Measured accounts = new Measured();
    accounts.account("tt", 5L, 0.3).account("tt", 500L, 0.2).account("tt", 7L, 0.0);
    accounts.account("tt", 600L, 0.25).account("tt", 8L, 0.0).account("ig", 9L, 0.22);
    ValueCounts counts = accounts.counts(VALUES);
    QuantileGroup all = new QuantileGroup(counts, List.of(key(1), key(2)), 0, 0.5, 1);
    QuantileGroup small = new QuantileGroup(counts, List.of(key(1)), 0.5, 0.75);
    QuantileGroup again = new QuantileGroup(counts, List.of(key(1)), 0.5);
    QuantileGroup nobody = new QuantileGroup(counts, List.of(key(3)), 0.5);
    Map<QuantileGroup, ExactQuantiles> found =
        accounts.quantiles(VALUES, List.of(all, small, again));
    assertThat(nobody.counts().n()).isZero();
    assertThat(found.get(all).n()).isEqualTo(5);
    assertThat(found.get(all).of(0)).isZero();
    assertThat(found.get(all).of(0.5)).isEqualTo(0.2);
    assertThat(found.get(all).of(1)).isEqualTo(0.3);
    assertThat(found.get(small).of(0.5)).isZero();
    assertThat(found.get(small).of(0.75)).isEqualTo(0.15);
    assertThat(found.get(again).of(0.5)).isZero();
  }
}
