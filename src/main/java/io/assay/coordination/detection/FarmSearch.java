package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Steps 5 and 6 over the events of one process: posts, or authors a stranger visits, that share
 * actors; their cores, refined to farms.
 */
final class FarmSearch {
  static final int NO_POD = -1;

  private FarmSearch() {}

  /**
   * Farms, the largest first, without those that lie mostly in a pod.
   *
   * @param pairs of posts that share more actors than everybody's activity explains
   */
  static List<FarmRefinement.Refined> in(
      Events events, Margins margins, Edges pairs, List<int[]> pods, CoordinationMethod method) {
    IntPredicate counted = outsidePods(events, pods);
    List<int[]> starts = new ArrayList<>(ofPairs(events, margins, pairs, counted, method));
    starts.addAll(
        Excursions.visitors(events, margins, counted, method, method.farms().leastAuthors()));
    return refined(starts, new FarmRefinement(events, margins, method.farms()), pods);
  }

  /**
   * The same from the first visitors of each.
   *
   * @param starts accounts, each ascending
   */
  static List<FarmRefinement.Refined> refined(
      List<int[]> starts, FarmRefinement refinement, List<int[]> pods) {
    List<FarmRefinement.Refined> found = new ArrayList<>();
    for (int[] visitors : starts) {
      FarmRefinement.Refined farm = refinement.refine(visitors);
      if (farm != null) {
        found.add(farm);
      }
    }
    List<int[]> members = found.stream().map(FarmRefinement.Refined::members).toList();
    return Arrays.stream(GroupMerge.farms(members, pods)).mapToObj(found::get).toList();
  }

  /**
   * Who visits cores of those pairs of posts that are improbable in niches.
   *
   * @param events all on these posts, and all of members of pods
   */
  static List<int[]> ofPairs(
      Events events,
      Margins margins,
      Edges pairs,
      IntPredicate counted,
      CoordinationMethod method) {
    Edges posts = PostOverlap.among(pairs, events, margins, counted, method.posts());
    return ofCores(posts, events, margins, method);
  }

  /** Who visits the posts of each core beyond chance. */
  static List<int[]> ofCores(
      Edges posts, Events events, Margins margins, CoordinationMethod method) {
    Visitors visitors = new Visitors(events, margins, method.farms());
    return Cores.of(posts, events.posts().key(), method.cores(), method.posts().core()).stream()
        .map(visitors::of)
        .toList();
  }

  /** The pod of each account, or {@link #NO_POD}; of several the last. */
  static int[] podOf(int accounts, List<int[]> pods) {
    int[] podOf = new int[accounts];
    Arrays.fill(podOf, NO_POD);
    for (int i = 0; i < pods.size(); i++) {
      for (int member : pods.get(i)) {
        podOf[member] = i;
      }
    }
    return podOf;
  }

  /** All events but those between two members of one pod. */
  static IntPredicate outsidePods(Events events, List<int[]> pods) {
    int[] podOf = podOf(events.accounts(), pods);
    return e -> {
      int pod = podOf[events.actor(e)];
      return pod == NO_POD || pod != podOf[events.author(e)];
    };
  }
}
