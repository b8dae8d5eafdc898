package io.assay.workbench.evaluation;

import java.util.List;

/**
 * How well an order puts positive accounts before genuine ones. Accounts of equal score are one
 * step; accounts without a score are one last step below all others. NaN where a metric has no
 * value, which is so unless there are positives and negatives.
 */
final class RankingMetrics {
  static final List<String> NAMES =
      List.of(
          Metrics.AVERAGE_PRECISION,
          Metrics.ROC_AUC,
          Metrics.PRECISION_AT_R,
          Metrics.RECALL_AT_99_PRECISION);

  private RankingMetrics() {}

  /** The metrics in the order of {@link #NAMES}. */
  static double[] values(RankedCounts counts) {
    return counts.reason() == null
        ? new double[] {
          averagePrecision(counts), rocAuc(counts), precisionAtR(counts), recallAt99(counts)
        }
        : new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
  }

  /**
   * Sum over thresholds of (recall - recall before) x precision, without interpolation (Manning,
   * Raghavan, Schütze, Introduction to Information Retrieval, 2008, section 8.4).
   */
  static double averagePrecision(RankedCounts counts) {
    long all = counts.allPositives();
    long tp = 0;
    long flagged = 0;
    double sum = 0;
    for (int i = 0; i < counts.thresholds(); i++) {
      long p = counts.positives()[i];
      tp += p;
      flagged += p + counts.negatives()[i];
      if (p > 0) {
        sum += (double) p / all * tp / flagged;
      }
    }
    if (counts.unassessedPositives() > 0) {
      sum += (double) counts.unassessedPositives() / all * all / (all + counts.allNegatives());
    }
    return sum;
  }

  /**
   * Probability that a positive account ranks before a genuine one, a tie counting half: the area
   * under the ROC curve, by mid-ranks (Hanley and McNeil, Radiology 143, 1982).
   */
  static double rocAuc(RankedCounts counts) {
    long negativesBelow = counts.allNegatives();
    long negatives = negativesBelow;
    // Twice the number of pairs in order, so that a tie is a whole number.
    double twice = 0;
    for (int i = 0; i < counts.thresholds(); i++) {
      negativesBelow -= counts.negatives()[i];
      twice += (double) counts.positives()[i] * (2 * negativesBelow + counts.negatives()[i]);
    }
    twice += (double) counts.unassessedPositives() * counts.unassessedNegatives();
    return twice / 2 / counts.allPositives() / negatives;
  }

  /**
   * Share of positives among the first R accounts, R being the number of positives (R-precision);
   * of a tie that straddles the cut, its expected value if the tie is broken at random (McSherry
   * and Najork, Computing Information Retrieval Performance Measures Efficiently in the Presence of
   * Tied Scores, ECIR 2008).
   */
  static double precisionAtR(RankedCounts counts) {
    long r = counts.allPositives();
    long taken = 0;
    long tp = 0;
    for (int i = 0; i < counts.thresholds(); i++) {
      long tie = counts.positives()[i] + counts.negatives()[i];
      if (taken + tie >= r) {
        return (tp + share(counts.positives()[i], r - taken, tie)) / r;
      }
      taken += tie;
      tp += counts.positives()[i];
    }
    long last = counts.unassessedPositives() + counts.unassessedNegatives();
    return (tp + share(counts.unassessedPositives(), r - taken, last)) / r;
  }

  private static double share(long positives, long wanted, long tie) {
    return tie == 0 ? 0 : (double) positives * wanted / tie;
  }

  /**
   * Largest recall among the thresholds whose precision is at least .99; 0 if none is. Accounts
   * without a score are never flagged.
   */
  static double recallAt99(RankedCounts counts) {
    long tp = 0;
    long flagged = 0;
    long best = 0;
    for (int i = 0; i < counts.thresholds(); i++) {
      tp += counts.positives()[i];
      flagged += counts.positives()[i] + counts.negatives()[i];
      if (100 * tp >= 99 * flagged) {
        best = tp;
      }
    }
    return (double) best / counts.allPositives();
  }
}
