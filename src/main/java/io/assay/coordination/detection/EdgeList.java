package io.assay.coordination.detection;

/** Edges that come one after the other. */
final class EdgeList {
  private final IntList from = new IntList();
  private final IntList to = new IntList();

  void add(int a, int b) {
    from.add(a);
    to.add(b);
  }

  Edges toEdges() {
    return new Edges(from.toArray(), to.toArray());
  }
}
