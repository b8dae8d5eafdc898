package io.assay.statistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** Counts of peers in rising bins, and the tails that follow from them. */
public final class TailCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] bins;

  /** Values in a bin and all below. */
  private final long[] upTo;

  private TailCounts(int[] bins, long[] upTo) {
    this.bins = bins;
    this.upTo = upTo;
  }

  /**
   * @param counts values by bin, without those of {@link SignedBins#UNKNOWN}
   */
  public static TailCounts of(Map<Integer, Long> counts) {
    TreeMap<Integer, Long> sorted = new TreeMap<>(counts);
    int[] bins = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
    long[] upTo = sorted.values().stream().mapToLong(Long::longValue).toArray();
    Arrays.parallelPrefix(upTo, Long::sum);
    return new TailCounts(bins, upTo);
  }

  /** How many values there are. */
  public long n() {
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }

  /**
   * Mid-rank tail: the share of values beyond the bin and half of those in it. To rank with; the
   * mean over all values is one half.
   */
  public double midRank(int bin, boolean high) {
    long in = in(bin);
    return (beyond(bin, high) + in / 2.0) / n();
  }

  /**
   * Mid-rank tail of one more value beside the counted ones: of all n + 1, itself among them, the
   * share beyond its bin and half of those in it. Never 0.
   */
  public double midRankAdded(int bin, boolean high) {
    return (beyond(bin, high) + (in(bin) + 1) / 2.0) / (n() + 1);
  }

  /**
   * (r + 1) / (n + 1) for a value of the bin that is among the counted: r of the other n lie in the
   * same bin or beyond (Davison and Hinkley, Bootstrap Methods and their Application, 1997, 4.2.5).
   * Never 0. To test with.
   */
  public double probability(int bin, boolean high) {
    return (double) from(bin, high) / n();
  }

  /** How many values lie in a bin or beyond. */
  public long from(int bin, boolean high) {
    return beyond(bin, high) + in(bin);
  }

  /** Mean over all values of a function of their bin. */
  public double mean(IntToDoubleFunction of) {
    return sum(of) / n();
  }

  /** Sum over all values of a function of their bin. */
  public double sum(IntToDoubleFunction of) {
    double sum = 0;
    for (int i = 0; i < bins.length; i++) {
      sum += in(bins[i]) * of.applyAsDouble(bins[i]);
    }
    return sum;
  }

  /** Bin of the lower median. */
  public int median() {
    return bins[at((n() + 1) / 2)];
  }

  /**
   * The least bin that with all below holds at least a share (above 0, at most 1) of the values.
   */
  public int quantile(double share) {
    return bins[at((long) Math.ceil(share * n() - 1e-9))];
  }

  /** How many values lie in a bin that holds some, or below. */
  public long upTo(int bin) {
    return n() - beyond(bin, true);
  }

  /** Place of the bin that holds the value of a rank, from 1 on. */
  private int at(long rank) {
    int at = Arrays.binarySearch(upTo, rank);
    return at >= 0 ? first(at) : -at - 1;
  }

  private int first(int at) {
    int first = at;
    while (first > 0 && upTo[first - 1] == upTo[at]) {
      first--;
    }
    return first;
  }

  private long beyond(int bin, boolean high) {
    int at = Arrays.binarySearch(bins, bin);
    int below = at >= 0 ? at - 1 : -at - 2;
    long under = below < 0 ? 0 : upTo[below];
    return high ? n() - under - in(bin) : under;
  }

  private long in(int bin) {
    int at = Arrays.binarySearch(bins, bin);
    return at < 0 ? 0 : at == 0 ? upTo[0] : upTo[at] - upTo[at - 1];
  }
}
