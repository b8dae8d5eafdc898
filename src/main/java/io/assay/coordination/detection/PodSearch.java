package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Steps 2 to 4 over the events of one process: mutual pairs, cores, refined pods; and once more on
 * the fastest events alone, since what a pod does to hide is not fast.
 */
final class PodSearch {
  private final Niches niches;
  private final CoordinationMethod method;
  private final int[] postsOf;
  private final List<int[]> found = new ArrayList<>();

  private PodSearch(Events events, Niches niches, CoordinationMethod method) {
    this.niches = niches;
    this.method = method;
    postsOf = new int[events.authors()];
    Arrays.setAll(postsOf, events::postsOf);
  }

  /**
   * @param pods members of each, ascending, the largest pod first
   * @param refinement by all events, which tells how members stand
   * @param mutual improbable pairs by all events
   */
  record FoundPods(List<int[]> pods, PodRefinement refinement, MutualPairs mutual) {}

  static FoundPods in(
      Events events, Margins margins, Background background, CoordinationMethod method) {
    PodSearch search = new PodSearch(events, margins.niches(), method);
    CreatorPairs pairs = CreatorPairs.of(events);
    MutualPairs mutual = MutualPairs.of(pairs, margins, method.mutual());
    PodRefinement refinement = search.refinement(pairs, margins);
    search.refine(events, mutual, refinement);
    search.fast(events);
    Predicate<int[]> likely =
        pod ->
            GroupSigns.ofPod(events, refinement.standings(pod), background, method.signs())
                .isLikely(method.signs());
    return new FoundPods(
        GroupMerge.pods(search.found, likely, pairs, search.postsOf), refinement, mutual);
  }

  private PodRefinement refinement(CreatorPairs pairs, Margins margins) {
    return new PodRefinement(pairs, margins, postsOf, method.pods());
  }

  private void refine(Events events, MutualPairs mutual, PodRefinement refinement) {
    Edges edges = Triangles.supported(mutual.edges(), method.mutual().triangles(), 2);
    for (int[] core :
        Cores.of(edges, events.accountKeys(), method.cores(), method.cores().least())) {
      int[] pod = refinement.refine(core);
      if (pod.length > 0) {
        found.add(pod);
      }
    }
  }

  private void fast(Events events) {
    int longest = longestFast(events, method.mutual().fastShare());
    if (longest == Events.UNTIMED) {
      return;
    }
    Events fast = events.where(e -> events.isTimed(e) && events.delay(e) <= longest);
    Margins margins = Margins.of(fast, niches);
    CreatorPairs pairs = CreatorPairs.of(fast);
    refine(fast, MutualPairs.of(pairs, margins, method.mutual()), refinement(pairs, margins));
  }

  /** The longest delay of which fewer than the share are shorter. */
  private static int longestFast(Events events, double share) {
    long timed = 0;
    for (int e = 0; e < events.size(); e++) {
      timed += events.isTimed(e) ? 1 : 0;
    }
    long fast = (long) Math.ceil(share * timed);
    return fast == 0
        ? Events.UNTIMED
        : Selection.ofRank(e -> events.isTimed(e) ? events.delay(e) : -1, events.size(), fast - 1);
  }
}
