package io.assay.workbench.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * Normalised mutual information of two partitions, by the mean of their entropies (Vinh, Epps,
 * Bailey, Information Theoretic Measures for Clusterings Comparison, JMLR 11, 2010). The accounts
 * are those that either side puts into a group; one that a side leaves alone is there a group of
 * its own, so that leaving members out costs as much as adding strangers. Accounts that both sides
 * leave alone, nearly all, do not count: they would raise any two partitions to nearly 1.
 */
final class MutualInformation {

  /**
   * Accounts in one group of each side.
   *
   * @param truth labelled group; 0: each account is one of its own
   * @param found found group; 0: each account is one of its own
   * @param n accounts
   */
  record Cell(long truth, long found, long n) {}

  private MutualInformation() {}

  /**
   * @param cells each pair of groups once; never two zeros
   * @param weight how often the accounts of a cell count, given the group that keeps them together:
   *     the labelled one or, without one, the found one
   * @return 0 to 1; NaN without an account; 1 where both sides are one and the same group
   */
  static double of(List<Cell> cells, LongUnaryOperator weight) {
    Map<Long, Long> truths = new HashMap<>();
    Map<Long, Long> founds = new HashMap<>();
    long all = 0;
    for (Cell cell : cells) {
      long n = cell.n() * weightOf(cell, weight);
      all += n;
      truths.merge(cell.truth(), n, Long::sum);
      founds.merge(cell.found(), n, Long::sum);
    }
    if (all == 0) {
      return Double.NaN;
    }
    double joint = 0;
    double ofTruth = 0;
    double ofFound = 0;
    for (Cell cell : cells) {
      long each = weightOf(cell, weight);
      long n = cell.n() * each;
      if (n == 0) {
        continue;
      }
      // An account of its own is, drawn several times, a group of so many.
      double truth = cell.truth() == 0 ? each : truths.get(cell.truth());
      double found = cell.found() == 0 ? each : founds.get(cell.found());
      double together = cell.truth() == 0 || cell.found() == 0 ? each : n;
      joint += n * Math.log(all / together);
      ofTruth += n * Math.log(all / truth);
      ofFound += n * Math.log(all / found);
    }
    double entropies = ofTruth + ofFound;
    return entropies == 0 ? 1 : Math.max(0, 2 * (entropies - joint) / entropies);
  }

  private static long weightOf(Cell cell, LongUnaryOperator weight) {
    return weight.applyAsLong(cell.truth() != 0 ? cell.truth() : cell.found());
  }
}
