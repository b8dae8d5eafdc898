package io.assay.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds the bins that hold the order statistics which quantiles and the median's interval need. */
public final class WantedRanks {

  private WantedRanks() {}

  /**
   * Some wanted order statistics that lie in one bin.
   *
   * @param bin the bin
   * @param before values in lower bins
   * @param positions wanted ranks within the bin, from 1, ascending
   */
  public record InBin(int bin, long before, long[] positions) {}

  /**
   * The bins that have to be searched, ascending, without the bin of zero, where nothing is to be
   * searched for.
   *
   * @param probabilities those of the wanted quantiles (0-1)
   */
  public static List<InBin> of(Histogram values, double... probabilities) {
    TreeSet<Long> ranks = ranks(values.n(), probabilities);
    List<InBin> wanted = new ArrayList<>();
    long before = 0;
    for (Map.Entry<Integer, Long> bin : values.counts().entrySet()) {
      long start = before;
      before += bin.getValue();
      long[] positions =
          ranks.subSet(start, false, before, true).stream().mapToLong(r -> r - start).toArray();
      if (positions.length > 0 && bin.getKey() != LogBins.ZERO) {
        wanted.add(new InBin(bin.getKey(), start, positions));
      }
    }
    return wanted;
  }

  private static TreeSet<Long> ranks(long n, double[] probabilities) {
    TreeSet<Long> ranks = new TreeSet<>();
    for (double p : probabilities) {
      long below = Quantiles.lowerRank(n, p);
      ranks.add(below + 1);
      ranks.add(Math.min(below + 2, n));
    }
    long lower = MedianInterval.lowerRank(n);
    if (lower > 0) {
      ranks.add(lower);
      ranks.add(n + 1 - lower);
    }
    return ranks;
  }
}
