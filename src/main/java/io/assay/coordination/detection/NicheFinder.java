package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;

/**
 * Step 1 from each author's nearest: label propagation. In: {@link HeldRow#EDGE} from an author to
 * each of those nearest to it. Out: {@link HeldRow#AUTHOR} with its niche, of those that have one.
 * Cost: some 80 bytes an edge.
 */
public final class NicheFinder extends GatheredTask {
  private static final long serialVersionUID = 1L;

  public NicheFinder(String platform, long most) {
    super(platform, most);
  }

  @Override
  Iterator<Row> of(GatheredRows gathered) {
    HeldColumns nearest = gathered.of(HeldRow.EDGE);
    long[] keys =
        LongStream.range(0, nearest.size())
            .flatMap(i -> LongStream.of(nearest.key((int) i), nearest.other((int) i)))
            .sorted()
            .distinct()
            .toArray();
    KeyNumbers numbers = new KeyNumbers(keys);
    Graph graph = Graph.of(keys.length, new Edges(nearest.of(numbers), nearest.ofOther(numbers)));
    int[] niches = Niches.of(graph, CoordinationMethod.DEFAULT.niches()).toArray();
    List<Row> found = new ArrayList<>();
    for (int v = 0; v < keys.length; v++) {
      if (niches[v] != Niches.NONE) {
        found.add(HeldRow.of(HeldRow.AUTHOR, keys[v], niches[v]));
      }
    }
    return found.iterator();
  }
}
