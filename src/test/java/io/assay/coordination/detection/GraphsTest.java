package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Triangles, labels, components, peeling: on graphs that one can draw. */
class GraphsTest {

  /** All pairs of some vertices. */
  private static void clique(EdgeList edges, int... vertices) {
    for (int i = 0; i < vertices.length; i++) {
      for (int j = i + 1; j < vertices.length; j++) {
        edges.add(vertices[i], vertices[j]);
      }
    }
  }

  private static long[] keys(int n) {
    long[] keys = new long[n];
    Arrays.setAll(keys, v -> StableHash.mix(v + 1L));
    return keys;
  }

  @Test
  void trianglesAreCountedByEdge() {
    // A square 0-1-2-3 with the diagonal 0-2, and 9 hanging at 3.
    Edges edges = new Edges(new int[] {0, 1, 2, 0, 2, 3}, new int[] {1, 2, 3, 3, 0, 9});
    assertThat(Triangles.perEdge(edges)).containsExactly(1, 1, 1, 1, 2, 0);
  }

  @Test
  void edgesThatLostTheirTrianglesGoTheSecondTime() {
    // Four who all know each other; 4 knows 0 and 1, so that 0-4 and 1-4 are in one triangle each.
    EdgeList list = new EdgeList();
    clique(list, 0, 1, 2, 3);
    list.add(0, 4);
    list.add(1, 4);
    Edges four = Triangles.supported(list.toEdges(), 2, 2);
    assertThat(four.size()).isEqualTo(6);
    assertThat(four.vertices()).containsExactly(0, 1, 2, 3);
    assertThat(Triangles.supported(list.toEdges(), 3, 1).size()).isEqualTo(1);
    assertThat(Triangles.supported(list.toEdges(), 3, 2).size()).isZero();
  }

  @Test
  void noEdgesHaveNoTriangles() {
    assertThat(Triangles.supported(new EdgeList().toEdges(), 2, 2).size()).isZero();
    assertThat(Cores.of(new EdgeList().toEdges(), new long[0], rules(), 5)).isEmpty();
  }

  private static CoreRules rules() {
    return CoordinationMethod.DEFAULT.cores();
  }

  @Test
  void neighboursAreAscendingAndAnEdgeMayWeighTwo() {
    Graph graph = Graph.of(3, new Edges(new int[] {2, 0, 1}, new int[] {0, 1, 0}));
    assertThat(graph.degree(0)).isEqualTo(3);
    assertThat(graph.neighbourAt(graph.first(0))).isEqualTo(1);
    assertThat(graph.neighbourAt(graph.first(0) + 2)).isEqualTo(2);
  }

  @Test
  void labelsAreTheMostFrequentAndThenTheSmallest() {
    // 0-1-2: the ends take the middle's label, the middle the smaller of the ends'.
    Graph path = Graph.of(4, new Edges(new int[] {0, 1}, new int[] {1, 2}));
    assertThat(LabelPropagation.everyRound(path, 1)).containsExactly(1, 0, 1, 3);
    assertThat(LabelPropagation.everyRound(path, 2)).containsExactly(0, 1, 0, 3);
  }

  @Test
  void halfOfTheVerticesDecideInARound() {
    EdgeList list = new EdgeList();
    clique(list, 0, 1, 2, 3, 4, 5, 6, 7);
    Graph graph = Graph.of(8, list.toEdges());
    int[] once = LabelPropagation.halfARound(graph, keys(8), 1);
    assertThat(IntStream.range(1, 8).filter(v -> once[v] == v).count()).isBetween(1L, 6L);
    assertThat(LabelPropagation.halfARound(graph, keys(8), 12)).containsOnly(once[0]);
  }

  @Test
  void componentsAreAscendingAndLargeEnough() {
    Edges edges = new Edges(new int[] {5, 1, 2, 7}, new int[] {4, 2, 6, 8});
    List<int[]> found = Components.of(9, edges, 2);
    assertThat(found).hasSize(3);
    assertThat(found.get(0)).containsExactly(1, 2, 6);
    assertThat(found.get(1)).containsExactly(4, 5);
    assertThat(found.get(2)).containsExactly(7, 8);
    assertThat(Components.of(9, edges, 3)).hasSize(1);
  }

  @Test
  void whoHasTooFewNeighboursInsideIsPeeledOff() {
    // Five who all know each other, and 5 who knows two of them: 2 < .5 x 5.
    EdgeList list = new EdgeList();
    clique(list, 0, 1, 2, 3, 4);
    list.add(0, 5);
    list.add(1, 5);
    Peeling peeling = new Peeling(Graph.of(6, list.toEdges()), 0.5, 5);
    List<int[]> parts = peeling.of(new int[] {0, 1, 2, 3, 4, 5});
    assertThat(parts).hasSize(1);
    assertThat(parts.get(0)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void whatWasPeeledOffIsPeeledAgain() {
    // Twelve and five who all know each other among themselves, joined by one edge.
    EdgeList list = new EdgeList();
    clique(list, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    clique(list, 12, 13, 14, 15, 16);
    list.add(11, 12);
    Peeling peeling = new Peeling(Graph.of(17, list.toEdges()), 0.5, 5);
    int[] all = IntStream.range(0, 17).toArray();
    List<int[]> parts = peeling.of(all);
    assertThat(parts).hasSize(2);
    assertThat(parts.get(0)).hasSize(12);
    assertThat(parts.get(1)).containsExactly(12, 13, 14, 15, 16);
  }

  @Test
  void aCircleIsNoCore() {
    EdgeList ring = new EdgeList();
    for (int v = 0; v < 10; v++) {
      ring.add(v, (v + 1) % 10);
    }
    assertThat(Cores.of(ring.toEdges(), keys(10), rules(), 5)).isEmpty();
  }

  @Test
  void coresAreDenseAndKeepTheirNumbers() {
    EdgeList list = new EdgeList();
    clique(list, 10, 12, 14, 16, 18, 20);
    clique(list, 31, 33, 35, 37, 39);
    clique(list, 50, 51, 52, 53);
    list.add(20, 31);
    List<int[]> cores = Cores.of(list.toEdges(), keys(60), rules(), 5);
    assertThat(cores).hasSize(2);
    assertThat(cores.get(0)).containsExactly(10, 12, 14, 16, 18, 20);
    assertThat(cores.get(1)).containsExactly(31, 33, 35, 37, 39);
  }
}
