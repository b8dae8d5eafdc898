package io.assay.engagement;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
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
  private static final Map<String, Double> NAMED_QUANTILES =
      Map.of(
          "p05", 0.05, "p10", 0.10, "p25", 0.25, "median", 0.50, "p75", 0.75, "p90", 0.90, "p95",
          0.95);

  private static final double[] QUANTILES =
      NAMED_QUANTILES.values().stream().mapToDouble(p -> p).sorted().toArray();

  private static final RowLayout DISTRIBUTION =
      RowLayout.measured(EngagementTables.BAND_DISTRIBUTION);
  private static final RowLayout HISTOGRAM = RowLayout.measured(EngagementTables.BAND_HISTOGRAM);

  private BandDistribution() {}

  /** Accounts of a band that have a rate. */
  record OfBand(String platform, BandOfScheme band, int media, int metric, QuantileGroup group) {}

  /** The bands of all schemes that hold an account, by platform, kind of post and metric. */
  static List<OfBand> groups(ValueCounts counts, FollowerAxis axis) {
    List<OfBand> groups = new ArrayList<>();
    for (HistogramKey any : anyInterval(counts)) {
      for (BandOfScheme band : axis.bands()) {
        QuantileGroup group =
            new QuantileGroup(counts, keys(any, band.followerIntervals()), QUANTILES);
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
      List<OfBand> groups, Map<QuantileGroup, ExactQuantiles> quantiles, int suppressBelow) {
    List<Row> rows = new ArrayList<>();
    for (OfBand of : groups) {
      ExactQuantiles values = quantiles.get(of.group());
      boolean suppressed = values.n() < suppressBelow;
      TableRow row = key(DISTRIBUTION, of).set("n", values.n()).set("suppressed", suppressed);
      if (!suppressed) {
        row.set("mean", values.values().mean());
        NAMED_QUANTILES.forEach((name, p) -> row.set(name, values.of(p)));
        row.set("median_low", values.medianLow()).set("median_high", values.medianHigh());
      }
      rows.add(row.row());
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
                (bin, n) ->
                    rows.add(
                        key(HISTOGRAM, of)
                            .set("bin", bin)
                            .set("bin_lower", coarse.lower(bin))
                            .set("bin_upper", coarse.upper(bin))
                            .set("n", n)
                            .row()));
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

  private static TableRow key(RowLayout layout, OfBand of) {
    return layout
        .row()
        .set("platform", of.platform())
        .set("scheme", of.band().scheme().name())
        .set("band", of.band().band().name())
        .set("band_order", of.band().order())
        .set("lower", of.band().band().lower())
        .set("upper", of.band().band().upper())
        .set("media_type", MediaTypes.name(of.media()))
        .set("metric", HistogramKey.METRICS.get(of.metric()));
  }
}
