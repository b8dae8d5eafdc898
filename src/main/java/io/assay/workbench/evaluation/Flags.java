package io.assay.workbench.evaluation;

/**
 * Which accounts of a sample are flagged: those that a column says, or those whose score reaches a
 * threshold, which an account that is not assessed never does.
 *
 * @param sample the accounts
 * @param threshold least score that is flagged; NaN where a column says which are
 */
record Flags(Sample sample, double threshold) {

  /**
   * @param threshold of the caller; null for that of the role: a likelihood of .5, or the score at
   *     rank R, where R is the number of positives
   */
  static Flags of(Sample sample, ColumnRole role, Double threshold) {
    if (sample.flagged() != null) {
      return new Flags(sample, Double.NaN);
    }
    if (threshold != null) {
      return new Flags(sample, threshold);
    }
    return new Flags(sample, role == ColumnRole.LIKELIHOOD ? 0.5 : scoreAtR(sample));
  }

  boolean has(int account) {
    return Double.isNaN(threshold)
        ? sample.flagged()[account] == 1
        : sample.scores()[account] >= threshold;
  }

  /** Above every score where fewer than one account is positive or assessed. */
  private static double scoreAtR(Sample sample) {
    int r = 0;
    int assessed = 0;
    for (int i = 0; i < sample.size(); i++) {
      r += sample.positive()[i] ? 1 : 0;
      assessed += sample.isAssessed(i) ? 1 : 0;
    }
    int rank = Math.min(r, assessed);
    return rank == 0 ? Double.POSITIVE_INFINITY : sample.scores()[rank - 1];
  }
}
