package io.assay.coordination.detection;

import java.util.function.IntPredicate;

/**
 * Communities by label propagation (Raghavan, Albert and Kumara 2007): each vertex takes the label
 * that most of its neighbours have, ties to the smallest label; at first each has its own number.
 * The labels of a round follow from those of the round before alone.
 */
final class LabelPropagation {
  private final Graph graph;
  private int[] labels;
  private final Tallies votes;

  private LabelPropagation(Graph graph) {
    this.graph = graph;
    this.votes = new Tallies(graph.vertices());
    this.labels = new int[graph.vertices()];
    for (int v = 0; v < labels.length; v++) {
      labels[v] = v;
    }
  }

  /** Labels after rounds in which every vertex decides anew. */
  static int[] everyRound(Graph graph, int rounds) {
    LabelPropagation run = new LabelPropagation(graph);
    for (int round = 0; round < rounds; round++) {
      run.round(v -> true);
    }
    return run.labels;
  }

  /**
   * Labels after rounds in which half of the vertices decide anew, chosen by hash: else two groups
   * would exchange their labels for ever.
   *
   * @param keys of the vertices
   */
  static int[] halfARound(Graph graph, long[] keys, int rounds) {
    LabelPropagation run = new LabelPropagation(graph);
    for (int round = 0; round < rounds; round++) {
      int salt = round;
      run.round(v -> (StableHash.of(keys[v], salt) & 1) == 0);
    }
    return run.labels;
  }

  private void round(IntPredicate deciding) {
    int[] next = labels.clone();
    for (int v = 0; v < next.length; v++) {
      if (graph.degree(v) > 0 && deciding.test(v)) {
        next[v] = mostFrequent(v);
      }
    }
    labels = next;
  }

  private int mostFrequent(int vertex) {
    for (int k = graph.first(vertex); k < graph.end(vertex); k++) {
      votes.add(labels[graph.neighbourAt(k)], 1);
    }
    int best = votes.met(0);
    for (int i = 1; i < votes.size(); i++) {
      int label = votes.met(i);
      int more = votes.of(label) - votes.of(best);
      if (more > 0 || more == 0 && label < best) {
        best = label;
      }
    }
    votes.clear();
    return best;
  }
}
