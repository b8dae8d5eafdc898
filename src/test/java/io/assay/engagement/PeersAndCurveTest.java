package io.assay.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.settings.EngagementSettings;
import io.assay.settings.SettingsLoader;
import io.assay.statistics.ExactQuantiles;
import io.assay.statistics.LogBins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PeersAndCurveTest {
  private static final LogBins FINE = new LogBins(120);

  private static AccountValues values(int sizesPerDecade) {
    return new AccountValues(new long[] {0}, new double[0], FINE, new LogBins(sizesPerDecade));
  }

  @Test
  void octavesAreMergedUntilTheyHoldEnough() {
    Measured accounts = new Measured();
    accounts.account("tt", 0L, 0.9).account("tt", 3L, 0.1).account("tt", 4L, 0.1);
    accounts.account("tt", 8L, 0.2).account("tt", 15L, 0.2).account("tt", 1023L, 0.3);
    accounts.account("tt", 1024L, null).account("yt", 8L, 0.5);
    PeerRanks peers = PeerRanks.of(accounts.counts(values(8)), FINE, 3);
    assertThat(peers.of("tt", 0L, 0.9)).hasToString("[tt 0-7 followers,3,83.33333333333333]");
    assertThat(peers.of("tt", 3L, 0.1)).hasToString("[tt 0-7 followers,3,33.333333333333336]");
    assertThat(peers.of("tt", 4L, 0.1)).hasToString("[tt 0-7 followers,3,33.333333333333336]");
    assertThat(peers.of("tt", 8L, 0.2)).hasToString("[tt 8-1023 followers,3,33.333333333333336]");
    assertThat(peers.of("tt", 15L, 0.2)).hasToString("[tt 8-1023 followers,3,33.333333333333336]");
    assertThat(peers.of("tt", 1023L, 0.3)).hasToString("[tt 8-1023 followers,3,83.33333333333333]");
    assertThat(peers.of("tt", 1024L, null)).isNull();
    assertThat(peers.of("xx", null, null)).isNull();
    assertThat(peers.of("yt", 8L, 0.5)).hasToString("[yt 8-15 followers,1,50.0]");
  }

  @Test
  void theCurveIsTheMediansOfMergedBinsAndStraightBetweenThem() {
    // One bin a decade, two accounts each: 10-99 stands alone, 1k and 10k are merged.
    EngagementSettings settings =
        SettingsLoader.load(
                List.of(),
                List.of("engagement.curve_bins_per_decade=1", "engagement.curve_min_accounts=2"))
            .engagement();
    Measured accounts = new Measured();
    accounts.account("tt", 10L, 0.2).account("tt", 10L, 0.4);
    accounts.account("tt", 1000L, 0.1).account("tt", 10_000L, 0.3).account("yt", 50L, 0.1);
    accounts.account("tt", 0L, 0.7).account("tt", 10L, null);
    List<ExpectedEngagement.OfSize> sizes =
        ExpectedEngagement.groups(accounts.counts(values(1)), settings);
    List<QuantileGroup> groups = new ArrayList<>();
    sizes.forEach(size -> groups.addAll(List.of(size.rates(), size.followers())));
    Map<QuantileGroup, ExactQuantiles> quantiles = accounts.quantiles(values(1), groups);
    List<Row> rows = ExpectedEngagement.rows(sizes, quantiles, 2);
    assertThat(rows)
        .filteredOn(row -> row.getString(1).equals("all"))
        .extracting(Row::toString)
        .containsExactlyInAnyOrder(
            "[tt,all,1,10,10,2,10.0,0.30000000000000004,null]",
            "[tt,all,2,1000,10000,2,5500.0,0.2,null]",
            "[yt,all,1,50,50,1,null,null,1 assessed accounts, 2 needed]");
    ExpectedEngagement curves = ExpectedEngagement.of(rows);
    assertThat(curves.at("tt", 1L)).isEqualTo(curves.at("tt", 10L)).isEqualTo(0.3, within(1e-12));
    // Halfway between 10 and 5500 on a logarithmic scale lies the root of 55,000.
    assertThat(curves.at("tt", 235L)).isEqualTo(0.25, within(1e-4));
    assertThat(curves.at("tt", 10_000L)).isEqualTo(curves.at("tt", 5500L)).isEqualTo(0.2);
    assertThat(curves.at("tt", 0L)).isNull();
    assertThat(curves.at("tt", null)).isNull();
    assertThat(curves.at("yt", 50L)).isNull();
  }
}
