package io.assay.engagement;

import io.assay.statistics.Histogram;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * The histograms of the values of all accounts, on the driver.
 *
 * <p>Memory does not grow with accounts: platforms x (intervals of followers + sizes + octaves) x
 * kinds of post x metrics x bins. With the shipped settings 60,000 accounts of three platforms have
 * 111,000 bins that hold a value, of some 100 bytes each; all bins of four platforms would be 3
 * million.
 *
 * @param histograms those that hold a value
 */
record ValueCounts(Map<HistogramKey, Histogram> histograms) {

  /**
   * @param binCounts rows of {@link CountValues#of}; also those of single partitions
   */
  static ValueCounts of(Collection<Row> binCounts) {
    HistogramKey.Axis[] axes = HistogramKey.Axis.values();
    Map<HistogramKey, Histogram> histograms = new HashMap<>();
    for (Row count : binCounts) {
      HistogramKey key =
          new HistogramKey(
              count.getString(0),
              axes[count.getInt(1)],
              count.getInt(2),
              count.getInt(3),
              count.getInt(4));
      histograms
          .computeIfAbsent(key, k -> new Histogram())
          .add(count.getInt(5), count.getLong(6), count.getLong(7), count.getLong(8));
    }
    return new ValueCounts(histograms);
  }

  /** The histograms of an axis. */
  Set<HistogramKey> keys(HistogramKey.Axis axis) {
    return histograms.keySet().stream().filter(p -> p.axis() == axis).collect(Collectors.toSet());
  }

  /** Some histograms together; those without a value may be among them. */
  Histogram union(List<HistogramKey> of) {
    Histogram union = new Histogram();
    for (HistogramKey key : of) {
      Histogram counts = histograms.get(key);
      if (counts != null) {
        union.add(counts);
      }
    }
    return union;
  }
}
