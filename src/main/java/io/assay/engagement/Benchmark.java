package io.assay.engagement;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import io.assay.engagement.FollowerAxis.ClaimedBand;
import io.assay.settings.BenchmarkSettings.Claim;
import io.assay.statistics.ExactQuantiles;
import io.assay.statistics.Histogram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Published claims beside what is measured on the accounts they speak of. */
final class Benchmark {
  private static final String EVERYWHERE = "all";
  private static final RowLayout LAYOUT = RowLayout.measured(EngagementTables.BENCHMARK);

  private Benchmark() {}

  /**
   * Accounts of a platform that a claim and a band share.
   *
   * @param positions their rates by position among the claims', see {@link FollowerAxis#position}
   */
  record Compared(String platform, ClaimedBand claimed, Histogram positions, QuantileGroup group) {}

  /** The comparisons for which there is an account. */
  static List<Compared> groups(ValueCounts counts, FollowerAxis axis) {
    Set<String> platforms =
        counts.keys(HistogramKey.Axis.CLAIMS).stream()
            .map(HistogramKey::platform)
            .collect(Collectors.toSet());
    List<Compared> groups = new ArrayList<>();
    for (ClaimedBand claimed : axis.claimedBands()) {
      String spokenOf = claimed.claim().platform();
      for (String platform : platforms) {
        if (spokenOf.equals(EVERYWHERE) || spokenOf.equals(platform)) {
          QuantileGroup group =
              new QuantileGroup(
                  counts, keys(platform, HistogramKey.Axis.BANDS, claimed), 0.25, 0.5, 0.75);
          if (group.counts().n() > 0) {
            Histogram positions = counts.union(keys(platform, HistogramKey.Axis.CLAIMS, claimed));
            groups.add(new Compared(platform, claimed, positions, group));
          }
        }
      }
    }
    return groups;
  }

  /**
   * @param quantiles those of the groups
   * @param suppressBelow comparisons with fewer accounts show n only
   * @return rows of {@code gold.benchmark}
   */
  static List<Row> rows(
      List<Compared> groups,
      FollowerAxis axis,
      Map<QuantileGroup, ExactQuantiles> quantiles,
      int suppressBelow) {
    List<Row> rows = new ArrayList<>();
    for (Compared of : groups) {
      ExactQuantiles values = quantiles.get(of.group());
      boolean suppressed = values.n() < suppressBelow;
      TableRow row = key(of).set("n", values.n()).set("suppressed", suppressed);
      if (!suppressed) {
        row.set("p25", values.of(0.25)).set("median", values.of(0.5)).set("p75", values.of(0.75));
        setShares(row, of, axis);
      }
      rows.add(row.row());
    }
    return rows;
  }

  /** Shares of the accounts below, within and above what is claimed. */
  private static void setShares(TableRow row, Compared of, FollowerAxis axis) {
    Claim claim = of.claimed().claim();
    double n = of.positions().n();
    long below = of.positions().below(axis.below(claim.low()) + 1);
    long upTo = of.positions().below(axis.above(claim.high()));
    row.set("share_below", below / n);
    row.set("share_within", (upTo - below) / n);
    row.set("share_above", (of.positions().n() - upTo) / n);
  }

  private static List<HistogramKey> keys(
      String platform, HistogramKey.Axis axis, ClaimedBand claimed) {
    int metric = HistogramKey.METRICS.indexOf(claimed.claim().metric());
    return Arrays.stream(claimed.followerIntervals())
        .mapToObj(
            interval -> new HistogramKey(platform, axis, interval, MediaTypes.ALL_CODE, metric))
        .toList();
  }

  private static TableRow key(Compared of) {
    Claim claim = of.claimed().claim();
    return LAYOUT
        .row()
        .set("claim", claim.id())
        .set("statement", claim.statement())
        .set("source", claim.source())
        .set("platform", of.platform())
        .set("scheme", of.claimed().band().scheme().name())
        .set("band", of.claimed().band().band().name())
        .set("band_order", of.claimed().band().order())
        .set("metric", claim.metric())
        .set("claim_low", claim.low())
        .set("claim_high", claim.high())
        .set("followers_from", of.claimed().from())
        .set("followers_below", of.claimed().below());
  }
}
