package io.assay.workbench.evaluation;

/** Counts by score, written down. */
final class Counted {
  private Counted() {}

  /** Triples of a score, its positive and its genuine accounts; scores descend. */
  static RankedCounts of(double... triples) {
    return unassessed(0, 0, triples);
  }

  /** The same beside accounts without a score. */
  static RankedCounts unassessed(long positives, long negatives, double... triples) {
    int n = triples.length / 3;
    double[] scores = new double[n];
    long[] p = new long[n];
    long[] g = new long[n];
    for (int i = 0; i < n; i++) {
      scores[i] = triples[3 * i];
      p[i] = (long) triples[3 * i + 1];
      g[i] = (long) triples[3 * i + 2];
    }
    return new RankedCounts(scores, p, g, positives, negatives);
  }
}
