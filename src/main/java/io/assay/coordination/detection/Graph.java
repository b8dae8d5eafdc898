package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * An undirected graph as lists of neighbours, each ascending. An edge that stands twice is there
 * twice, which is its weight.
 */
final class Graph {
  private final int[] starts;
  private final int[] neighbours;

  private Graph(int[] starts, int[] neighbours) {
    this.starts = starts;
    this.neighbours = neighbours;
  }

  /**
   * @param vertices numbered from 0
   */
  static Graph of(int vertices, Edges edges) {
    int[] sizes = new int[vertices + 1];
    for (int i = 0; i < edges.size(); i++) {
      sizes[edges.from()[i] + 1]++;
      sizes[edges.to()[i] + 1]++;
    }
    int[] starts = Starts.ofSizes(sizes);
    int[] next = starts.clone();
    int[] neighbours = new int[2 * edges.size()];
    for (int i = 0; i < edges.size(); i++) {
      neighbours[next[edges.from()[i]]++] = edges.to()[i];
      neighbours[next[edges.to()[i]]++] = edges.from()[i];
    }
    for (int v = 0; v < vertices; v++) {
      Arrays.sort(neighbours, starts[v], starts[v + 1]);
    }
    return new Graph(starts, neighbours);
  }

  int vertices() {
    return starts.length - 1;
  }

  int degree(int vertex) {
    return starts[vertex + 1] - starts[vertex];
  }

  /** First place of a vertex's neighbours, for {@link #neighbourAt}. */
  int first(int vertex) {
    return starts[vertex];
  }

  int end(int vertex) {
    return starts[vertex + 1];
  }

  int neighbourAt(int place) {
    return neighbours[place];
  }
}
