package io.assay.engagement;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.settings.BandSettings.Band;
import io.assay.settings.BandSettings.Scheme;
import io.assay.settings.BenchmarkSettings.Claim;
import io.assay.statistics.BinnedGroups;
import io.assay.statistics.LogBins;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BandsAndClaimsTest {
  private static final LogBins FINE = new LogBins(120);
  private static final LogBins COARSE = new LogBins(10);

  /** Two schemes that cut the axis differently, and a claim that cuts both. */
  private static final FollowerAxis AXIS =
      FollowerAxis.of(
          List.of(
              new Scheme(
                  "two", List.of(new Band("small", 0, 1000L), new Band("large", 1000, null))),
              new Scheme("one", List.of(new Band("any", 0, null)))),
          List.of(
              new Claim("c", "500+ see 2-4 %", "x", "all", "rate_public", 500, null, 0.02, 0.04),
              new Claim("other", "?", "x", "yt", "rate_public", 0, null, 0.02, 0.02)));

  /** Followers 999 and 1000 stand on either side of the bound; one account's are unknown. */
  private static Dataset<Row> values() {
    Measured accounts = new Measured();
    accounts.account("tt", 100L, 0.0).account("tt", 499L, 0.01).account("tt", 999L, 0.02);
    accounts.account("tt", 1000L, 0.04).account("tt", 5000L, 0.05).account("tt", 9000L, 0.06);
    accounts.account("tt", null, 9.0).account("tt", 7000L, null);
    return RateValues.of(accounts.accounts(), AXIS, FINE);
  }

  private static BinnedGroups groups() {
    return BandDistribution.groups(values(), BinnedGroups.cells(values()), AXIS);
  }

  @Test
  void bandsHoldTheirLowerBoundAndNotTheirUpper() {
    BinnedGroups groups = groups();
    List<String> rows =
        BandDistribution.distribution(groups, AXIS, 1)
            .where(col("media_type").equalTo("all"))
            .orderBy("scheme", "band_order")
            .select("scheme", "band", "lower", "upper", "n", "suppressed", "p25", "median", "p75")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList();
    assertThat(rows)
        .containsExactly(
            "[one,any,0,null,6,false,0.0125,0.03,0.0475]",
            "[two,small,0,1000,3,false,0.005,0.01,0.015]",
            "[two,large,1000,null,3,false,0.045,0.05,0.055]");
  }

  @Test
  void smallGroupsShowOnlyTheirNumber() {
    BinnedGroups groups = groups();
    Row small =
        BandDistribution.distribution(groups, AXIS, 4)
            .where("band = 'small' AND media_type = 'image'")
            .first();
    assertThat(small.<Long>getAs("n")).isEqualTo(3);
    assertThat(small.<Boolean>getAs("suppressed")).isTrue();
    assertThat(small.<Double>getAs("median")).isNull();
    assertThat(small.<Double>getAs("mean")).isNull();
    assertThat(
            BandDistribution.histogram(groups, AXIS, FINE, COARSE, 4)
                .where("band = 'small'")
                .isEmpty())
        .isTrue();
  }

  @Test
  void histogramsCountEveryAccountOnceAndZeroApart() {
    List<Row> rows =
        BandDistribution.histogram(groups(), AXIS, FINE, COARSE, 1)
            .where("scheme = 'one' AND media_type = 'all'")
            .orderBy("bin")
            .collectAsList();
    // 0.04 and 0.05 lie in one bin, from 10^-1.4 = 0.0398 to 10^-1.3 = 0.0501.
    assertThat(rows).extracting(r -> r.<Long>getAs("n")).containsExactly(1L, 1L, 1L, 2L, 1L);
    assertThat(rows.get(0).<Integer>getAs("bin")).isEqualTo(LogBins.ZERO);
    assertThat(rows.get(1).<Double>getAs("bin_lower")).isEqualTo(0.01);
  }

  @Test
  void claimsAreComparedWithTheAccountsTheySpeakOf() {
    // 999 followers are in "small" and from 500 on: 2 % is within, the ends included.
    List<String> rows =
        Benchmark.of(values(), BinnedGroups.cells(values()), AXIS, 1)
            .orderBy("scheme", "band_order")
            .select(
                "claim",
                "band",
                "followers_from",
                "followers_below",
                "n",
                "median",
                "share_below",
                "share_within",
                "share_above")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList();
    assertThat(rows)
        .containsExactly(
            "[c,any,500,null,4,0.045,0.0,0.5,0.5]",
            "[c,small,500,1000,1,0.02,0.0,1.0,0.0]",
            "[c,large,1000,null,3,0.05,0.0,0.3333333333333333,0.6666666666666666]");
  }
}
