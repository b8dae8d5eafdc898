package io.assay.engagement;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.settings.EngagementSettings;
import io.assay.settings.SettingsLoader;
import io.assay.statistics.BinnedGroups;
import io.assay.statistics.LogBins;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PeersAndCurveTest {

  private static List<String> text(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).toList();
  }

  @Test
  void octavesAreMergedUntilTheyHoldEnough() {
    Measured accounts = new Measured();
    accounts.account("tt", 0L, 0.9).account("tt", 3L, 0.1).account("tt", 4L, 0.1);
    accounts.account("tt", 8L, 0.2).account("tt", 15L, 0.2).account("tt", 1023L, 0.3);
    accounts.account("tt", 1024L, null).account("yt", 8L, 0.5);
    Dataset<Row> placed =
        Peers.withPeers(accounts.accounts(), new LogBins(120), 3)
            .orderBy("platform", "followers")
            .select("followers", "peer_group", "peer_n", "peer_percentile");
    assertThat(text(placed))
        .containsExactly(
            "[0,tt 0-7 followers,3,83.33333333333333]",
            "[3,tt 0-7 followers,3,33.333333333333336]",
            "[4,tt 0-7 followers,3,33.333333333333336]",
            "[8,tt 8-1023 followers,3,33.333333333333336]",
            "[15,tt 8-1023 followers,3,33.333333333333336]",
            "[1023,tt 8-1023 followers,3,83.33333333333333]",
            "[1024,null,null,null]",
            "[8,yt 8-15 followers,1,50.0]");
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
    accounts.account("tt", 1000L, 0.1).account("tt", 1000L, 0.1).account("yt", 50L, 0.1);
    Dataset<Row> values = ExpectedEngagement.values(accounts.accounts(), settings);
    Dataset<Row> curve =
        ExpectedEngagement.curve(values, BinnedGroups.cells(values), settings)
            .where(col("media_type").equalTo("all"));
    assertThat(text(curve.orderBy("platform", "bin")))
        .containsExactly(
            "[tt,all,1,10,10,2,10.0,0.30000000000000004,null]",
            "[tt,all,2,1000,1000,2,1000.0,0.1,null]",
            "[yt,all,1,50,50,1,null,null,1 assessed accounts, 2 needed]");
    Row expected =
        ExpectedEngagement.points(curve)
            .select(at(1), at(10), at(100), at(1000), at(5000), at(0))
            .first();
    assertThat(expected.getDouble(0)).isEqualTo(expected.getDouble(1));
    assertThat(expected.getDouble(2)).isEqualTo(0.2, within(1e-12));
    assertThat(expected.getDouble(4)).isEqualTo(expected.getDouble(3)).isEqualTo(0.1);
    assertThat(expected.isNullAt(5)).isTrue();
  }

  private static Column at(long followers) {
    return ExpectedEngagement.expected(lit(followers));
  }
}
