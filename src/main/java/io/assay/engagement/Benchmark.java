package io.assay.engagement;

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

  private Benchmark() {}

  /**
   * Accounts of a platform that a claim and a band share.
   *
   * @param positions their rates by position among the claims', see {@link FollowerAxis#position}
   */
  record Compared(String platform, ClaimedBand claimed, Histogram positions, Group group) {}

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
          Group group =
              new Group(counts, keys(platform, HistogramKey.Axis.BANDS, claimed), 0.25, 0.5, 0.75);
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
      Map<Group, ExactQuantiles> quantiles,
      int suppressBelow) {
    List<Row> rows = new ArrayList<>();
    for (Compared of : groups) {
      ExactQuantiles values = quantiles.get(of.group());
      boolean suppressed = values.n() < suppressBelow;
      List<Object> row = key(of);
      row.add(values.n());
      row.add(suppressed);
      if (suppressed) {
        row.addAll(Arrays.asList(new Object[6]));
      } else {
        row.addAll(List.of(values.of(0.25), values.of(0.5), values.of(0.75)));
        row.addAll(shares(of, axis));
      }
      rows.add(Results.row(row));
    }
    return rows;
  }

  /** Shares of the accounts below, within and above what is claimed. */
  private static List<Double> shares(Compared of, FollowerAxis axis) {
    Claim claim = of.claimed().claim();
    double n = of.positions().n();
    long below = of.positions().below(axis.below(claim.low()) + 1);
    long upTo = of.positions().below(axis.above(claim.high()));
    return List.of(below / n, (upTo - below) / n, (of.positions().n() - upTo) / n);
  }

  private static List<HistogramKey> keys(
      String platform, HistogramKey.Axis axis, ClaimedBand claimed) {
    int metric = HistogramKey.METRICS.indexOf(claimed.claim().metric());
    return Arrays.stream(claimed.followerIntervals())
        .mapToObj(
            interval -> new HistogramKey(platform, axis, interval, MediaTypes.ALL_CODE, metric))
        .toList();
  }

  private static List<Object> key(Compared of) {
    Claim claim = of.claimed().claim();
    return new ArrayList<>(
        Arrays.asList(
            claim.id(),
            claim.statement(),
            claim.source(),
            of.platform(),
            of.claimed().band().scheme().name(),
            of.claimed().band().band().name(),
            of.claimed().band().order(),
            claim.metric(),
            claim.low(),
            claim.high(),
            of.claimed().from(),
            of.claimed().below()));
  }
}
