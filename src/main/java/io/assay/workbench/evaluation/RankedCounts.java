package io.assay.workbench.evaluation;

/**
 * Labelled accounts counted by score, the most suspicious score first: accounts of equal score
 * share a threshold, so no metric depends on their order. Thresholds without an account may stand
 * in between; they change nothing.
 *
 * @param scores distinct scores, descending
 * @param positives positive accounts at each score
 * @param negatives genuine accounts at each score
 * @param unassessedPositives positive accounts without a score
 * @param unassessedNegatives genuine accounts without a score
 */
record RankedCounts(
    double[] scores,
    long[] positives,
    long[] negatives,
    long unassessedPositives,
    long unassessedNegatives) {

  /** The accounts with a score alone. */
  RankedCounts assessed() {
    return new RankedCounts(scores, positives, negatives, 0, 0);
  }

  int thresholds() {
    return scores.length;
  }

  long assessedPositives() {
    return sum(positives);
  }

  long assessedNegatives() {
    return sum(negatives);
  }

  long allPositives() {
    return assessedPositives() + unassessedPositives;
  }

  long allNegatives() {
    return assessedNegatives() + unassessedNegatives;
  }

  /** Why there is nothing to rank; null if there is. */
  String reason() {
    long p = allPositives();
    long n = allNegatives();
    if (p + n == 0) {
      return "no labelled account";
    }
    if (p == 0) {
      return "no positive account";
    }
    return n == 0 ? "no genuine account" : null;
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
