package io.assay.coordination.detection;

/**
 * Steps 2 and 5: edges whose ends have neighbours in common. A pair may meet by chance; those who
 * act together close triangles. Each triangle is met once, from its vertex of lowest degree (Chiba
 * and Nishizeki 1985). Cost: at most edges to the power of 1.5.
 */
final class Triangles {

  private Triangles() {}

  /**
   * Edges in at least so many triangles, which are then counted again among these.
   *
   * @param edges each pair once
   * @param times how often edges are left out
   */
  static Edges supported(Edges edges, int least, int times) {
    Edges left = edges;
    for (int i = 0; i < times; i++) {
      int[] triangles = perEdge(left);
      left = left.where(edge -> triangles[edge] >= least);
    }
    return left;
  }

  /** In how many triangles each edge is. */
  static int[] perEdge(Edges all) {
    int[] vertices = all.vertices();
    Edges edges = all.among(vertices);
    int n = vertices.length;
    int m = edges.size();
    int[] degree = new int[n];
    for (int i = 0; i < m; i++) {
      degree[edges.from()[i]]++;
      degree[edges.to()[i]]++;
    }
    int[] low = new int[m];
    int[] high = new int[m];
    for (int i = 0; i < m; i++) {
      int a = edges.from()[i];
      int b = edges.to()[i];
      boolean first = degree[a] < degree[b] || degree[a] == degree[b] && a < b;
      low[i] = first ? a : b;
      high[i] = first ? b : a;
    }
    int[] starts = Starts.count(low, n);
    int[] out = Starts.positions(low, starts);
    return count(n, starts, out, high);
  }

  private static int[] count(int n, int[] starts, int[] out, int[] high) {
    int[] triangles = new int[out.length];
    int[] edgeTo = new int[n];
    for (int u = 0; u < n; u++) {
      for (int k = starts[u]; k < starts[u + 1]; k++) {
        edgeTo[high[out[k]]] = out[k] + 1;
      }
      for (int k = starts[u]; k < starts[u + 1]; k++) {
        int v = high[out[k]];
        for (int l = starts[v]; l < starts[v + 1]; l++) {
          int closing = edgeTo[high[out[l]]];
          if (closing > 0) {
            triangles[out[k]]++;
            triangles[out[l]]++;
            triangles[closing - 1]++;
          }
        }
      }
      for (int k = starts[u]; k < starts[u + 1]; k++) {
        edgeTo[high[out[k]]] = 0;
      }
    }
    return triangles;
  }
}
