package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * Step 3 over pairs of posts, or of authors, that share actors beyond chance: the cores of those
 * that close triangles. In: {@link HeldRow#EDGE}. Out: {@link HeldRow#CORE}. Cost: some 100 bytes a
 * pair.
 */
public final class CoreFinder extends GatheredTask {
  private static final long serialVersionUID = 1L;

  private final boolean ofAuthors;

  /**
   * @param ofAuthors whether pairs are of authors, else of posts
   */
  public CoreFinder(String platform, long most, boolean ofAuthors) {
    super(platform, most);
    this.ofAuthors = ofAuthors;
  }

  @Override
  Iterator<Row> of(GatheredRows gathered) {
    HeldColumns pairs = gathered.of(HeldRow.EDGE);
    TreeMap<Long, Long> authors = new TreeMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      authors.put(pairs.key(i), pairs.number(0, i));
      authors.put(pairs.other(i), pairs.number(1, i));
    }
    // As posts are numbered: by author, then by key.
    long[] keys =
        authors.keySet().stream()
            .sorted(Comparator.<Long, Long>comparing(authors::get).thenComparing(k -> k))
            .mapToLong(k -> k)
            .toArray();
    CoordinationMethod method = CoordinationMethod.DEFAULT;
    SharingRules rules = ofAuthors ? method.excursions() : method.posts();
    Edges edges = Triangles.supported(edges(pairs, new KeyNumbers(keys)), rules.triangles(), 2);
    List<Row> found = new ArrayList<>();
    int core = 0;
    for (int[] of : Cores.of(edges, keys, method.cores(), rules.core())) {
      for (int vertex : of) {
        found.add(HeldRow.of(HeldRow.CORE, keys[vertex], core));
      }
      core++;
    }
    return found.iterator();
  }

  /** The first the smaller, by first and second. */
  private static Edges edges(HeldColumns pairs, KeyNumbers numbers) {
    int[] from = pairs.of(numbers);
    int[] to = pairs.ofOther(numbers);
    int vertices = numbers.size();
    int[] low = IntStream.range(0, from.length).map(i -> Math.min(from[i], to[i])).toArray();
    int[] high = IntStream.range(0, from.length).map(i -> Math.max(from[i], to[i])).toArray();
    int[] order = Starts.byTwo(low, vertices, high, vertices);
    return new Edges(
        Arrays.stream(order).map(i -> low[i]).toArray(),
        Arrays.stream(order).map(i -> high[i]).toArray());
  }
}
