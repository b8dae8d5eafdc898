package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Undirected edges: i joins from[i] and to[i], which differ. Those of many processes can be put
 * together to one list and solved here, as long as they fit.
 */
record Edges(int[] from, int[] to) {
  Edges {
    if (from.length != to.length) {
      throw new IllegalArgumentException(from.length + " begin, " + to.length + " end");
    }
  }

  int size() {
    return from.length;
  }

  /** Vertices that have an edge, ascending. */
  int[] vertices() {
    int[] all = Arrays.copyOf(from, 2 * from.length);
    System.arraycopy(to, 0, all, from.length, to.length);
    return Sets.of(all);
  }

  /**
   * The same edges between positions of vertices.
   *
   * @param vertices ascending, all that have an edge
   */
  Edges among(int[] vertices) {
    return new Edges(positions(from, vertices), positions(to, vertices));
  }

  private static int[] positions(int[] of, int[] vertices) {
    int[] at = new int[of.length];
    for (int i = 0; i < of.length; i++) {
      at[i] = Arrays.binarySearch(vertices, of[i]);
    }
    return at;
  }

  /** Those whose position meets a condition. */
  Edges where(IntPredicate condition) {
    EdgeList kept = new EdgeList();
    for (int i = 0; i < size(); i++) {
      if (condition.test(i)) {
        kept.add(from[i], to[i]);
      }
    }
    return kept.toEdges();
  }
}
