package io.assay.engagement;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.RowLayout;
import io.assay.contracts.TableRow;
import io.assay.settings.EngagementSettings;
import io.assay.statistics.Curve;
import io.assay.statistics.ExactQuantiles;
import io.assay.statistics.NeighbourMerge;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * The engagement to be expected at a size: the median rate of accounts of about that many
 * followers, bin by bin, straight in the logarithm of followers between the bins' medians. The
 * curve takes the form that the data have; no formula is fitted.
 *
 * @param curves log10 of followers, ascending, and the expected rate there, by platform
 */
record ExpectedEngagement(HashMap<String, Points> curves) implements Serializable {

  private static final RowLayout LAYOUT = RowLayout.measured(EngagementTables.EXPECTED_ENGAGEMENT);

  /** Points of one platform's curve. */
  record Points(double[] sizes, double[] rates) implements Serializable {}

  /**
   * Accounts of one bin of a curve, which is several neighbouring sizes where one holds too few.
   *
   * @param mergedBin position on the curve, from 1
   * @param rates their rates
   * @param followers their followers
   */
  record OfSize(
      String platform, int media, int mergedBin, QuantileGroup rates, QuantileGroup followers) {}

  /** The bins of all curves: sizes are merged with their neighbours until they hold enough. */
  static List<OfSize> groups(ValueCounts counts, EngagementSettings settings) {
    Map<HistogramKey, TreeSet<Integer>> sizes = new HashMap<>();
    for (HistogramKey key : counts.keys(HistogramKey.Axis.SIZES)) {
      sizes.computeIfAbsent(at(key, 0, HistogramKey.RATE), any -> new TreeSet<>()).add(key.part());
    }
    List<OfSize> groups = new ArrayList<>();
    sizes.forEach(
        (any, held) -> groups.addAll(merged(counts, any, held, settings.curveMinAccounts())));
    return groups;
  }

  private static List<OfSize> merged(
      ValueCounts counts, HistogramKey any, TreeSet<Integer> sizes, int atLeast) {
    List<HistogramKey> keys = sizes.stream().map(size -> at(any, size, HistogramKey.RATE)).toList();
    int[] mergedBins =
        NeighbourMerge.groups(
            keys.stream().mapToLong(key -> counts.histograms().get(key).n()).toArray(), atLeast);
    List<OfSize> merged = new ArrayList<>();
    for (int mergedBin : Arrays.stream(mergedBins).distinct().toArray()) {
      List<HistogramKey> rates = new ArrayList<>();
      List<HistogramKey> followers = new ArrayList<>();
      for (int i = 0; i < mergedBins.length; i++) {
        if (mergedBins[i] == mergedBin) {
          rates.add(keys.get(i));
          followers.add(at(any, keys.get(i).part(), HistogramKey.FOLLOWERS));
        }
      }
      merged.add(
          new OfSize(
              any.platform(),
              any.media(),
              mergedBin,
              new QuantileGroup(counts, rates, 0.5),
              new QuantileGroup(counts, followers, 0, 0.5, 1)));
    }
    return merged;
  }

  /**
   * @param quantiles those of the groups
   * @param atLeast accounts that a bin needs for an expectation
   * @return rows of {@code gold.expected_engagement}
   */
  static List<Row> rows(
      List<OfSize> groups, Map<QuantileGroup, ExactQuantiles> quantiles, int atLeast) {
    List<Row> rows = new ArrayList<>();
    for (OfSize of : groups) {
      ExactQuantiles followers = quantiles.get(of.followers());
      boolean enough = followers.n() >= atLeast;
      TableRow row =
          LAYOUT
              .row()
              .set("platform", of.platform())
              .set("media_type", MediaTypes.name(of.media()))
              .set("bin", of.mergedBin())
              .set("followers_low", (long) followers.of(0))
              .set("followers_high", (long) followers.of(1))
              .set("n", followers.n());
      if (enough) {
        row.set("followers_median", followers.of(0.5));
        row.set("rate_median", quantiles.get(of.rates()).of(0.5));
      } else {
        row.set("reason", followers.n() + " assessed accounts, " + atLeast + " needed");
      }
      rows.add(row.row());
    }
    return rows;
  }

  /**
   * The curves of accounts of any kind of post.
   *
   * @param rows rows of {@code gold.expected_engagement}
   */
  static ExpectedEngagement of(List<Row> rows) {
    Map<String, List<double[]>> points = new HashMap<>();
    for (Row row : rows) {
      Double rate = row.getAs("rate_median");
      if (row.getAs("media_type").equals(MediaTypes.ALL) && rate != null) {
        double followers = row.<Double>getAs("followers_median");
        points
            .computeIfAbsent(row.getAs("platform"), platform -> new ArrayList<>())
            .add(new double[] {StrictMath.log10(followers), rate});
      }
    }
    HashMap<String, Points> curves = new HashMap<>();
    points.forEach(
        (platform, of) -> {
          of.sort(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
          curves.put(
              platform,
              new Points(
                  of.stream().mapToDouble(p -> p[0]).toArray(),
                  of.stream().mapToDouble(p -> p[1]).toArray()));
        });
    return new ExpectedEngagement(curves);
  }

  /** The expected rate; null without followers or without a curve. */
  Double at(String platform, Long followers) {
    Points points = curves.get(platform);
    return points == null || followers == null || followers <= 0
        ? null
        : Double.valueOf(Curve.at(points.sizes(), points.rates(), StrictMath.log10(followers)));
  }

  private static HistogramKey at(HistogramKey key, int size, int metric) {
    return new HistogramKey(key.platform(), key.axis(), size, key.media(), metric);
  }
}
