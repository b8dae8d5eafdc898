package io.assay.workbench.evaluation;

import java.util.Arrays;

/**
 * Counts of some accounts of a sample: by score, and how many are flagged.
 *
 * @param counts by score
 * @param flaggedPositives positive accounts flagged
 * @param flaggedNegatives genuine accounts flagged
 */
record Tally(RankedCounts counts, long flaggedPositives, long flaggedNegatives) {

  /**
   * The accounts of a part, in the order of the sample, and which of them share a score.
   *
   * @param accounts positions in the sample
   * @param thresholds number of the distinct score of each; of those without one -1
   * @param scores the distinct scores, descending
   */
  record Members(int[] accounts, int[] thresholds, double[] scores) {

    static Members of(Sample sample, int[] accounts) {
      int[] thresholds = new int[accounts.length];
      double[] scores = new double[accounts.length];
      int distinct = 0;
      for (int i = 0; i < accounts.length; i++) {
        double score = sample.scores()[accounts[i]];
        if (Double.isNaN(score)) {
          thresholds[i] = -1;
        } else {
          if (distinct == 0 || scores[distinct - 1] != score) {
            scores[distinct++] = score;
          }
          thresholds[i] = distinct - 1;
        }
      }
      return new Members(accounts, thresholds, Arrays.copyOf(scores, distinct));
    }
  }

  /**
   * @param flags which accounts of the sample are flagged
   * @param replicate how often each account counts; null for once
   */
  static Tally of(Sample sample, Members members, Flags flags, Bootstrap.Replicate replicate) {
    int n = members.scores().length;
    long[] positives = new long[n];
    long[] negatives = new long[n];
    long unassessedPositives = 0;
    long unassessedNegatives = 0;
    long flaggedPositives = 0;
    long flaggedNegatives = 0;
    for (int i = 0; i < members.accounts().length; i++) {
      int account = members.accounts()[i];
      int weight = replicate == null ? 1 : replicate.weight(sample.clusters()[account]);
      int at = members.thresholds()[i];
      long flagged = flags.has(account) ? weight : 0;
      if (sample.positive()[account]) {
        flaggedPositives += flagged;
        if (at < 0) {
          unassessedPositives += weight;
        } else {
          positives[at] += weight;
        }
      } else {
        flaggedNegatives += flagged;
        if (at < 0) {
          unassessedNegatives += weight;
        } else {
          negatives[at] += weight;
        }
      }
    }
    return new Tally(
        new RankedCounts(
            members.scores(), positives, negatives, unassessedPositives, unassessedNegatives),
        flaggedPositives,
        flaggedNegatives);
  }

  /** Share of the flagged accounts that are positive; NaN where none is flagged. */
  double flagPrecision() {
    return (double) flaggedPositives / (flaggedPositives + flaggedNegatives);
  }

  /** Share of the positive accounts that are flagged; NaN where there is none. */
  double flagRecall() {
    return (double) flaggedPositives / counts.allPositives();
  }

  /** Share of the genuine accounts that are flagged; NaN where there is none. */
  double falseFlagRate() {
    return (double) flaggedNegatives / counts.allNegatives();
  }
}
