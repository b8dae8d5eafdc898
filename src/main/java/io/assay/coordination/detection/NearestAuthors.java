package io.assay.coordination.detection;

/**
 * Step 1: each author joined to those whose audiences are most like its own by the cosine, ties to
 * the smaller number; two who are each other's nearest are joined twice. Cost: for each actor the
 * square of the authors that its sample holds.
 */
final class NearestAuthors {
  private final AudienceSample audiences;
  private final NicheRules rules;
  private final int[] best;
  private final double[] likeness;
  private int found;

  NearestAuthors(AudienceSample audiences, NicheRules rules) {
    this.audiences = audiences;
    this.rules = rules;
    this.best = new int[rules.neighbours()];
    this.likeness = new double[rules.neighbours()];
  }

  Graph graph() {
    int authors = audiences.authors();
    double[] length = new double[authors];
    for (int v = 0; v < authors; v++) {
      length[v] = Math.sqrt(audiences.norm(v));
    }
    long[] sums = new long[authors];
    IntList met = new IntList();
    EdgeList edges = new EdgeList();
    for (int v = 0; v < authors; v++) {
      audiences.addShared(v, sums, met);
      found = 0;
      for (int i = 0; i < met.size(); i++) {
        int other = met.get(i);
        offer(other, sums[other] / length[other]);
        sums[other] = 0;
      }
      sums[v] = 0;
      met.clear();
      for (int i = 0; i < found; i++) {
        edges.add(v, best[i]);
      }
    }
    return Graph.of(authors, edges.toEdges());
  }

  /** Keeps the best, the best first. */
  private void offer(int other, double like) {
    int at = found;
    while (at > 0
        && (like > likeness[at - 1] || like == likeness[at - 1] && other < best[at - 1])) {
      at--;
    }
    if (at == rules.neighbours()) {
      return;
    }
    found = Math.min(found + 1, rules.neighbours());
    for (int i = found - 1; i > at; i--) {
      best[i] = best[i - 1];
      likeness[i] = likeness[i - 1];
    }
    best[at] = other;
    likeness[at] = like;
  }
}
