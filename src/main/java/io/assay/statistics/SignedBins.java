package io.assay.statistics;

import java.io.Serializable;

/**
 * {@link LogBins} for values of either sign: bins of negative values mirror those of positive ones
 * and lie below the bin of zero, so that bins rise with values. What is unknown, infinite or not a
 * number has the bin {@link #UNKNOWN} to itself.
 *
 * <p>A tail probability read from the bins counts everything in the value's own bin as at least as
 * extreme. Against exact ranks it is too large by at most the share of values that lie within a
 * bin's relative width, {@code 10^(1/perDecade) - 1}, of the value: never too small.
 */
public record SignedBins(LogBins bins) implements Serializable {
  /** Bin of what is not known. */
  public static final int UNKNOWN = Integer.MIN_VALUE;

  /** Bins of negative values lie around here. */
  private static final int NEGATIVE = 3 * LogBins.ZERO;

  /** Values below this are taken as zero: a logarithm would make a bin of rounding errors. */
  private static final double LEAST = 1e-12;

  /** Larger values share the last bin: no count on any platform comes near. */
  private static final double MOST = 1e15;

  public int bin(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return UNKNOWN;
    }
    double size = Math.abs(value);
    if (size < LEAST) {
      return LogBins.ZERO;
    }
    int bin = bins.bin(Math.min(size, MOST));
    return value > 0 ? bin : NEGATIVE - bin;
  }

  /** Least value of a bin; NaN of {@link #UNKNOWN}. */
  public double lower(int bin) {
    if (bin == UNKNOWN) {
      return Double.NaN;
    }
    if (bin == LogBins.ZERO) {
      return 0;
    }
    return isNegative(bin) ? -bins.edge(NEGATIVE - bin + 1) : bins.edge(bin);
  }

  /** Value at which the next bin starts; of a negative bin the largest value in it. */
  public double upper(int bin) {
    if (bin == UNKNOWN) {
      return Double.NaN;
    }
    if (bin == LogBins.ZERO) {
      return 0;
    }
    return isNegative(bin) ? -bins.edge(NEGATIVE - bin) : bins.edge(bin + 1);
  }

  /** The roundest number in a bin, to be told to people. */
  public double roundest(int bin) {
    double low = lower(bin);
    double high = upper(bin);
    if (low == high || Double.isNaN(low)) {
      return low;
    }
    return isNegative(bin) ? -roundest(-high, -low) : roundest(low, high);
  }

  private static double roundest(double low, double high) {
    for (int digits = 1; digits < 17; digits++) {
      double unit = Math.pow(10, Math.floor(Math.log10(high)) - digits + 1);
      double multiple = Math.ceil(low / unit - 1e-9);
      double round = unit < 1 ? multiple / Math.rint(1 / unit) : multiple * unit;
      if (round < high && round >= low * (1 - 1e-12)) {
        return round;
      }
    }
    return low;
  }

  private static boolean isNegative(int bin) {
    return bin < 2 * LogBins.ZERO;
  }
}
