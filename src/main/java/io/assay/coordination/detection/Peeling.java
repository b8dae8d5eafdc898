package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Step 3: the dense parts of a community. The vertices with fewest neighbours inside leave, a
 * twentieth at a time, until every one has a share of the others for neighbours; what has left is
 * peeled again. A part need not be complete, only pure: refinement completes it.
 */
final class Peeling {
  private static final int MOST_PARTS = 20;
  private static final int PART_THAT_LEAVES = 20;

  private final Graph graph;
  private final double share;
  private final int least;

  /** Neighbours inside, of vertices inside; others hold {@link #OUTSIDE}. */
  private final int[] inside;

  private static final int OUTSIDE = -1;

  /**
   * @param share neighbours that a vertex needs, as a share of the others of its part
   * @param least vertices of a part
   */
  Peeling(Graph graph, double share, int least) {
    this.graph = graph;
    this.share = share;
    this.least = least;
    this.inside = new int[graph.vertices()];
    Arrays.fill(inside, OUTSIDE);
  }

  /**
   * @param community ascending
   * @return parts, each ascending; a vertex is in one at most
   */
  List<int[]> of(int[] community) {
    List<int[]> parts = new ArrayList<>();
    int[] rest = community;
    while (parts.size() < MOST_PARTS && rest.length >= least) {
      int[] part = peeled(rest);
      if (part.length < least) {
        break;
      }
      parts.add(part);
      rest = Sets.minus(rest, part);
    }
    return parts;
  }

  private int[] peeled(int[] start) {
    for (int v : start) {
      inside[v] = 0;
    }
    for (int v : start) {
      for (int k = graph.first(v); k < graph.end(v); k++) {
        inside[v] += inside[graph.neighbourAt(k)] == OUTSIDE ? 0 : 1;
      }
    }
    int[] left = start;
    while (left.length >= least) {
      int[] low = leaving(left);
      if (low.length == 0) {
        break;
      }
      for (int v : low) {
        inside[v] = OUTSIDE;
        for (int k = graph.first(v); k < graph.end(v); k++) {
          int w = graph.neighbourAt(k);
          inside[w] -= inside[w] == OUTSIDE ? 0 : 1;
        }
      }
      left = Arrays.stream(left).filter(v -> inside[v] != OUTSIDE).toArray();
    }
    for (int v : left) {
      inside[v] = OUTSIDE;
    }
    return left;
  }

  /** Those with too few neighbours inside, the fewest first, ties by number: a twentieth of all. */
  private int[] leaving(int[] left) {
    double needed = share * (left.length - 1);
    int n = 0;
    long[] low = new long[left.length];
    for (int v : left) {
      if (inside[v] < needed) {
        low[n++] = (long) inside[v] << Integer.SIZE | v;
      }
    }
    Arrays.sort(low, 0, n);
    int[] leaving = new int[Math.min(n, Math.max(1, left.length / PART_THAT_LEAVES))];
    for (int i = 0; i < leaving.length; i++) {
      leaving[i] = (int) low[i];
    }
    return leaving;
  }
}
