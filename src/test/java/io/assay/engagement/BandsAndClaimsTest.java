package io.assay.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.settings.BandSettings.Band;
import io.assay.settings.BandSettings.Scheme;
import io.assay.settings.BenchmarkSettings.Claim;
import io.assay.statistics.ExactQuantiles;
import io.assay.statistics.LogBins;
import java.util.List;
import java.util.Map;
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
              new Claim("low", "less than 1 %", "x", "tt", "rate_public", 0, 500L, 0.01, null),
              new Claim("other", "?", "x", "yt", "rate_public", 0, null, 0.02, 0.02)));

  private static final AccountValues VALUES =
      new AccountValues(new long[] {0, 500, 1000}, AXIS.limits(), FINE, new LogBins(8));

  /** Followers 999 and 1000 stand on either side of the bound; one account's are unknown. */
  private static final Measured ACCOUNTS =
      new Measured()
          .account("tt", 100L, 0.0)
          .account("tt", 499L, 0.01)
          .account("tt", 999L, 0.02)
          .account("tt", 1000L, 0.04)
          .account("tt", 5000L, 0.05)
          .account("tt", 9000L, 0.06)
          .account("tt", null, 9.0)
          .account("tt", 7000L, null);

  private static List<BandDistribution.OfBand> bands() {
    return BandDistribution.groups(ACCOUNTS.counts(VALUES), AXIS);
  }

  private static List<Row> distribution(int suppressBelow) {
    List<BandDistribution.OfBand> bands = bands();
    Map<QuantileGroup, ExactQuantiles> quantiles =
        ACCOUNTS.quantiles(VALUES, bands.stream().map(BandDistribution.OfBand::group).toList());
    return BandDistribution.distribution(bands, quantiles, suppressBelow);
  }

  private static List<Row> ofKind(List<Row> rows, String band, String media) {
    return rows.stream()
        .filter(r -> r.getString(2).equals(band) && r.getString(6).equals(media))
        .toList();
  }

  @Test
  void theAxisIsCutAtEveryBound() {
    assertThat(AXIS.edges()).containsExactly(0L, 500L, 1000L);
    long[] edges = {0, 500, 1000};
    assertThat(FollowerAxis.interval(edges, 499)).isEqualTo(1);
    assertThat(FollowerAxis.interval(edges, 500)).isEqualTo(2);
    assertThat(FollowerAxis.interval(edges, 999)).isEqualTo(2);
    assertThat(FollowerAxis.interval(edges, 1000)).isEqualTo(3);
  }

  @Test
  void bandsHoldTheirLowerBoundAndNotTheirUpper() {
    // platform, scheme, band, order, lower, upper, kind, metric, n, suppressed, mean, quantiles of
    // 5, 10, 25, 50, 75, 90 and 95 %, interval.
    List<Row> rows = distribution(1);
    assertThat(ofKind(rows, "any", "all").toString())
        .isEqualTo(
            "[[tt,one,any,1,0,null,all,rate_public,6,false,0.03,"
                + "0.0025,0.005,0.0125,0.03,0.0475,0.055,0.057499999999999996,0.0,0.06]]");
    assertThat(ofKind(rows, "small", "all").toString())
        .startsWith("[[tt,two,small,1,0,1000,all,rate_public,3,false,0.01,")
        .contains(",0.005,0.01,0.015,")
        .endsWith(",null,null]]");
    assertThat(ofKind(rows, "large", "all").toString())
        .startsWith("[[tt,two,large,2,1000,null,all,rate_public,3,false,0.049999999999999996,")
        .contains(",0.045,0.05,0.055,");
  }

  @Test
  void smallGroupsShowOnlyTheirNumber() {
    assertThat(ofKind(distribution(4), "small", "image").toString())
        .isEqualTo(
            "[[tt,two,small,1,0,1000,image,rate_public,3,true"
                + ",null,null,null,null,null,null,null,null,null,null]]");
    assertThat(ofKind(BandDistribution.histogram(bands(), FINE, COARSE, 4), "small", "image"))
        .isEmpty();
  }

  @Test
  void histogramsCountEveryAccountOnceAndZeroApart() {
    List<Row> rows = ofKind(BandDistribution.histogram(bands(), FINE, COARSE, 1), "any", "all");
    // 0.04 and 0.05 lie in one bin, from 10^-1.4 = 0.0398 to 10^-1.3 = 0.0501.
    assertThat(rows).extracting(r -> r.getLong(11)).containsExactly(1L, 1L, 1L, 2L, 1L);
    assertThat(rows.get(0).getInt(8)).isEqualTo(LogBins.ZERO);
    assertThat(rows.get(1).getDouble(9)).isEqualTo(0.01);
    assertThat(rows.get(1).getDouble(10)).isEqualTo(COARSE.edge(-19));
  }

  @Test
  void claimsAreComparedWithTheAccountsTheySpeakOf() {
    List<Benchmark.Compared> claims = Benchmark.groups(ACCOUNTS.counts(VALUES), AXIS);
    Map<QuantileGroup, ExactQuantiles> quantiles =
        ACCOUNTS.quantiles(VALUES, claims.stream().map(Benchmark.Compared::group).toList());
    // claim, statement, source, platform, scheme, band, order, metric, claimed, followers, n,
    // suppressed, quartiles, shares below, within and above. 999 followers are in "small" and from
    // 500 on: 2 % is within, the ends included; without an end nothing is above.
    assertThat(Benchmark.rows(claims, AXIS, quantiles, 1))
        .extracting(Row::toString)
        .containsExactlyInAnyOrder(
            "[c,500+ see 2-4 %,x,tt,one,any,1,rate_public,0.02,0.04,500,null,4,false,"
                + "0.035,0.045,0.052500000000000005,0.0,0.5,0.5]",
            "[c,500+ see 2-4 %,x,tt,two,small,1,rate_public,0.02,0.04,500,1000,1,false,"
                + "0.02,0.02,0.02,0.0,1.0,0.0]",
            "[c,500+ see 2-4 %,x,tt,two,large,2,rate_public,0.02,0.04,1000,null,3,false,"
                + "0.045,0.05,0.055,0.0,0.3333333333333333,0.6666666666666666]",
            "[low,less than 1 %,x,tt,one,any,1,rate_public,0.01,null,0,500,2,false,"
                + "0.0025,0.005,0.0075,0.5,0.5,0.0]",
            "[low,less than 1 %,x,tt,two,small,1,rate_public,0.01,null,0,500,2,false,"
                + "0.0025,0.005,0.0075,0.5,0.5,0.0]");
    assertThat(Benchmark.rows(claims, AXIS, quantiles, 5))
        .allSatisfy(row -> assertThat(row.getBoolean(13)).isTrue())
        .allSatisfy(row -> assertThat(row.isNullAt(17)).isTrue());
  }
}
