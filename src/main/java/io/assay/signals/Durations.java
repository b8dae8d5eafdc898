package io.assay.signals;

import io.assay.statistics.LogBins;
import java.util.Arrays;

/** Counts of durations in bins 1.9 % wide, for quantiles in constant memory. */
final class Durations {
  private static final LogBins BINS = new LogBins(120);
  private static final double MICROS = 1e6;

  /** Those below a second share the first bin, those above 30 years the last. */
  private static final int DECADES = 9;

  private final int[] counts = new int[DECADES * BINS.perDecade() + 1];
  private long n;

  void clear() {
    if (n > 0) {
      Arrays.fill(counts, 0);
    }
    n = 0;
  }

  /** One of so many microseconds, not negative. */
  void add(long micros) {
    int bin = micros < MICROS ? -1 : BINS.bin(micros / MICROS);
    counts[Math.min(bin + 1, counts.length - 1)]++;
    n++;
  }

  long n() {
    return n;
  }

  /**
   * Seconds that a share of the durations, more than 0, does not exceed: the least of the bin, 0
   * below a second; null where there are none.
   */
  Double quantile(double share) {
    if (n == 0) {
      return null;
    }
    long rank = (long) Math.ceil(share * n);
    int bin = -1;
    for (long seen = 0; seen < rank; ) {
      seen += counts[++bin];
    }
    return bin == 0 ? 0.0 : BINS.edge(bin - 1);
  }
}
