package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Step 3: cores of a graph of coincidences. Label propagation, components of the edges inside a
 * label, then {@link Peeling}. Cost: rounds x edges.
 */
final class Cores {

  private Cores() {}

  /**
   * @param edges each pair once
   * @param keys of all vertices that edges name
   * @param least vertices of a core
   * @return each ascending
   */
  static List<int[]> of(Edges edges, long[] keys, CoreRules rules, int least) {
    int[] vertices = edges.vertices();
    Edges among = edges.among(vertices);
    Graph graph = Graph.of(vertices.length, among);
    long[] keysOf = Arrays.stream(vertices).mapToLong(v -> keys[v]).toArray();
    int[] label = LabelPropagation.halfARound(graph, keysOf, rules.rounds());
    Edges inside = among.where(i -> label[among.from()[i]] == label[among.to()[i]]);
    Peeling peeling = new Peeling(graph, rules.share(), least);
    List<int[]> cores = new ArrayList<>();
    for (int[] community : Components.of(vertices.length, inside, least)) {
      for (int[] core : peeling.of(community)) {
        cores.add(Arrays.stream(core).map(v -> vertices[v]).toArray());
      }
    }
    return cores;
  }
}
