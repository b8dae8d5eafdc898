package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Steps 4 and 6: one group out of several that are mostly the same. A group of which more than half
 * lies in a larger one is dropped; but a pod at most half as large and at least twice as dense, or
 * whose ties are a quarter stronger, is a circle of its own, and the larger one loses it.
 */
final class GroupMerge {
  private static final double SMALLER = 0.5;
  private static final double DENSER = 2;

  /** A pod and the strangers that came with it are tied by so much less. */
  private static final double TIGHTER = 1.25;

  private GroupMerge() {}

  /**
   * Pods by size, the largest first; of equal ones that first found.
   *
   * @param ties how strong the average tie inside a group is
   */
  static List<int[]> pods(
      List<int[]> found, ToDoubleFunction<int[]> ties, CreatorPairs pairs, int[] postsOf) {
    List<int[]> pods = new ArrayList<>();
    for (int[] pod : bySize(found)) {
      int in = firstThatHolds(pods, pod);
      if (in < 0) {
        pods.add(pod);
        continue;
      }
      int[] larger = pods.get(in);
      boolean denser =
          pod.length <= SMALLER * larger.length
              && density(pod, pairs, postsOf) >= DENSER * density(larger, pairs, postsOf);
      boolean tighter =
          pod.length < larger.length
              && ties.applyAsDouble(pod) >= TIGHTER * ties.applyAsDouble(larger);
      if (denser || tighter) {
        pods.set(in, Sets.minus(larger, pod));
        pods.add(pod);
      }
    }
    return pods;
  }

  /** Positions of the farms that are neither mostly in a pod nor in a larger farm. */
  static int[] farms(List<int[]> found, List<int[]> pods) {
    IntList kept = new IntList();
    List<int[]> farms = new ArrayList<>();
    Integer[] order = new Integer[found.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt(i -> -found.get(i).length));
    for (int i : order) {
      int[] farm = found.get(i);
      if (firstThatHolds(pods, farm) < 0 && firstThatHolds(farms, farm) < 0) {
        farms.add(farm);
        kept.add(i);
      }
    }
    return kept.toArray();
  }

  private static List<int[]> bySize(List<int[]> groups) {
    List<int[]> sorted = new ArrayList<>(groups);
    sorted.sort(Comparator.comparingInt(g -> -g.length));
    return sorted;
  }

  private static int firstThatHolds(List<int[]> groups, int[] group) {
    for (int i = 0; i < groups.size(); i++) {
      if (Sets.common(groups.get(i), group) > CoordinationMethod.MERGED * group.length) {
        return i;
      }
    }
    return -1;
  }

  /** Share of the engagements that members could give each other's posts and did. */
  static double density(int[] pod, CreatorPairs pairs, int[] postsOf) {
    long given = 0;
    long posts = 0;
    for (int member : pod) {
      posts += postsOf[member];
      for (int k = pairs.firstOut(member); k < pairs.endOut(member); k++) {
        given += Sets.contains(pod, pairs.to(k)) ? pairs.given(k) : 0;
      }
    }
    return given / Math.max(1.0, (double) posts * (pod.length - 1));
  }
}
