package io.assay.engagement;

import io.assay.engagement.FollowerAxis.BandOfScheme;
import io.assay.statistics.ExactQuantiles;
import io.assay.statistics.LogBins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** How the accounts' rates are distributed over each band of each scheme, and their shape. */
final class BandDistribution {
  private static final double[] QUANTILES = {0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};

  private BandDistribution() {}

  /** Accounts of a band that have a rate. */
  record OfBand(String platform, BandOfScheme band, int media, int metric, Group group) {}

  /** The bands of all schemes that hold an account, by platform, kind of post and metric. */
  static List<OfBand> groups(ValueCounts counts, FollowerAxis axis) {
    List<OfBand> groups = new ArrayList<>();
    for (HistogramKey any : anyInterval(counts)) {
      for (BandOfScheme band : axis.bands()) {
        Group group = new Group(counts, keys(any, band.followerIntervals()), QUANTILES);
        if (group.counts().n() > 0) {
          groups.add(new OfBand(any.platform(), band, any.media(), any.metric(), group));
        }
      }
    }
    return groups;
  }

  /**
   * @param quantiles those of the groups
   * @param suppressBelow groups of fewer accounts show n only
   * @return rows of {@code gold.band_distribution}
   */
  static List<Row> distribution(
      List<OfBand> groups, Map<Group, ExactQuantiles> quantiles, int suppressBelow) {
    List<Row> rows = new ArrayList<>();
    for (OfBand of : groups) {
      ExactQuantiles values = quantiles.get(of.group());
      boolean suppressed = values.n() < suppressBelow;
      List<Object> row = key(of);
      row.add(values.n());
      row.add(suppressed);
      if (suppressed) {
        row.addAll(Arrays.asList(new Object[QUANTILES.length + 3]));
      } else {
        row.add(values.values().mean());
        Arrays.stream(QUANTILES).forEach(p -> row.add(values.of(p)));
        row.add(values.medianLow());
        row.add(values.medianHigh());
      }
      rows.add(Results.row(row));
    }
    return rows;
  }

  /**
   * @param fine bins of the groups' values
   * @param coarse bins to publish
   * @return rows of {@code gold.band_histogram}
   */
  static List<Row> histogram(List<OfBand> groups, LogBins fine, LogBins coarse, int suppressBelow) {
    List<Row> rows = new ArrayList<>();
    for (OfBand of : groups) {
      if (of.group().counts().n() >= suppressBelow) {
        of.group()
            .counts()
            .coarsened(fine, coarse)
            .forEach(
                (bin, n) -> {
                  List<Object> row = key(of);
                  row.addAll(List.of(bin, coarse.lower(bin), coarse.upper(bin), n));
                  rows.add(Results.row(row));
                });
      }
    }
    return rows;
  }

  /** One key for each platform, kind of post and metric. */
  private static List<HistogramKey> anyInterval(ValueCounts counts) {
    return counts.keys(HistogramKey.Axis.BANDS).stream()
        .map(p -> new HistogramKey(p.platform(), p.axis(), 1, p.media(), p.metric()))
        .distinct()
        .toList();
  }

  private static List<HistogramKey> keys(HistogramKey any, int[] followerIntervals) {
    return Arrays.stream(followerIntervals)
        .mapToObj(i -> new HistogramKey(any.platform(), any.axis(), i, any.media(), any.metric()))
        .collect(Collectors.toList());
  }

  private static List<Object> key(OfBand of) {
    return new ArrayList<>(
        Arrays.asList(
            of.platform(),
            of.band().scheme().name(),
            of.band().band().name(),
            of.band().order(),
            of.band().band().lower(),
            of.band().band().upper(),
            MediaTypes.name(of.media()),
            HistogramKey.METRICS.get(of.metric())));
  }
}
