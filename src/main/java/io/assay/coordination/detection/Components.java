package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Connected components by union and find (Tarjan 1975). */
final class Components {
  private final int[] parent;

  private Components(int vertices) {
    parent = new int[vertices];
    for (int v = 0; v < vertices; v++) {
      parent[v] = v;
    }
  }

  /**
   * Components of at least so many vertices, each ascending, in the order of their smallest vertex.
   *
   * @param vertices numbered from 0
   */
  static List<int[]> of(int vertices, Edges edges, int least) {
    Components found = new Components(vertices);
    for (int i = 0; i < edges.size(); i++) {
      found.join(edges.from()[i], edges.to()[i]);
    }
    int[] root = new int[vertices];
    for (int v = 0; v < vertices; v++) {
      root[v] = found.root(v);
    }
    int[] starts = Starts.count(root, vertices);
    int[] members = Starts.positions(root, starts);
    List<int[]> components = new ArrayList<>();
    for (int v = 0; v < vertices; v++) {
      int size = starts[v + 1] - starts[v];
      if (size >= least && size > 0) {
        components.add(Arrays.copyOfRange(members, starts[v], starts[v + 1]));
      }
    }
    return components;
  }

  private int root(int vertex) {
    int v = vertex;
    while (parent[v] != v) {
      parent[v] = parent[parent[v]];
      v = parent[v];
    }
    return v;
  }

  /** The smaller root becomes the root of both. */
  private void join(int a, int b) {
    int first = root(a);
    int second = root(b);
    parent[Math.max(first, second)] = Math.min(first, second);
  }
}
