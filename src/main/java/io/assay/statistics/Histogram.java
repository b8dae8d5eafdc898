package io.assay.statistics;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Exact counts of values by bin, and their sum, held in memory: as many entries as bins hold a
 * value, some hundreds. Histograms of parts add up to that of the whole.
 *
 * <p>A sum is kept as the sums of the values' whole parts and of their 10^-11ths: the sum of
 * doubles would depend on their order.
 */
public final class Histogram {
  /** Digits after the point that sums keep. */
  private static final double FRACTION = 1e11;

  private final TreeMap<Integer, Long> counts = new TreeMap<>();
  private long n;
  private long whole;
  private long fraction;

  /** What a value adds to the sum of whole parts. */
  public static long whole(double value) {
    return (long) Math.floor(value);
  }

  /** What a value adds to the sum of 10^-11ths. */
  public static long fraction(double value) {
    return (long) Math.floor((value - Math.floor(value)) * FRACTION + 0.5);
  }

  /**
   * Counts values of one bin.
   *
   * @param more how many they are
   * @param wholes sum of {@link #whole} of each
   * @param fractions sum of {@link #fraction} of each
   */
  public void add(int bin, long more, long wholes, long fractions) {
    counts.merge(bin, more, Long::sum);
    n += more;
    whole += wholes;
    fraction += fractions;
  }

  /** Counts one value. */
  public void add(int bin, double value) {
    add(bin, 1, whole(value), fraction(value));
  }

  /** Counts what another histogram holds. */
  public void add(Histogram other) {
    other.counts.forEach((bin, more) -> counts.merge(bin, more, Long::sum));
    n += other.n;
    whole += other.whole;
    fraction += other.fraction;
  }

  /** How many values there are. */
  public long n() {
    return n;
  }

  /** Values by bin, the lowest first. */
  public NavigableMap<Integer, Long> counts() {
    return counts;
  }

  /** Values in bins below one, without those in it. */
  public long below(int bin) {
    return counts.headMap(bin).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Mean of the values, of which there is at least one. */
  public double mean() {
    return (whole + fraction / FRACTION) / n;
  }

  /** The same counts in coarser bins, in the order of these. */
  public Map<Integer, Long> coarsened(LogBins from, LogBins to) {
    Map<Integer, Long> coarse = new TreeMap<>();
    counts.forEach((bin, more) -> coarse.merge(to.coarsen(bin, from), more, Long::sum));
    return coarse;
  }
}
