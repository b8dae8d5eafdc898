package io.assay.coordination.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Steps 2 to 4 over the events of one process: mutual pairs, cores, refined pods; and once more on
 * the fastest events alone, since what a pod does to hide is not fast.
 */
final class PodSearch {
  private final long[] accountKeys;
  private final CoordinationMethod method;
  private final Needs needs;
  private final int[] postsOf;
  private final List<int[]> found = new ArrayList<>();

  private PodSearch(Events events, Needs needs, CoordinationMethod method) {
    this.needs = needs;
    this.method = method;
    accountKeys = events.accountKeys();
    postsOf = new int[events.authors()];
    Arrays.setAll(postsOf, events::postsOf);
  }

  /**
   * @param pods members of each, ascending, the largest pod first
   * @param refinement by all events, which tells how members stand
   * @param mutual improbable pairs by all events
   * @param improbable the same at first sight, which the null leaves out
   */
  record FoundPods(
      List<int[]> pods, PodRefinement refinement, MutualPairs mutual, Reciprocated improbable) {}

  /**
   * What creators do for each other, and the sums that this is compared with.
   *
   * @param pairs how often creators engage creators, of members of what may be pods at least
   * @param improbable pairs that are improbable at first sight
   * @param margins sums over the events that the pairs were counted of
   */
  record CreatorActs(CreatorPairs pairs, Reciprocated improbable, Margins margins) {
    static CreatorActs of(Events events, Margins margins, MutualRules rules) {
      CreatorPairs pairs = CreatorPairs.of(events);
      return new CreatorActs(pairs, MutualPairs.improbable(pairs, margins, rules), margins);
    }
  }

  static FoundPods in(Events events, Margins margins, CoordinationMethod method) {
    return in(
        events,
        CreatorActs.of(events, margins, method.mutual()),
        () -> fast(events, margins.niches(), method.mutual()),
        Needs.ofWhole(),
        method);
  }

  /**
   * @param events of which the accounts and what they published are asked, no engagements
   * @param all what creators do
   * @param fast the fastest of it, null where no time is known
   * @param needs is told whose pairs are asked for; where some are missing, what is returned is of
   *     no use
   */
  static FoundPods in(
      Events events,
      CreatorActs all,
      Supplier<CreatorActs> fast,
      Needs needs,
      CoordinationMethod method) {
    PodSearch search = new PodSearch(events, needs, method);
    MutualPairs mutual = MutualPairs.of(all.improbable(), all.margins(), method.mutual());
    PodRefinement refinement = search.refinement(all);
    search.refine(mutual, refinement);
    CreatorActs fastest = fast.get();
    if (fastest != null) {
      search.refine(
          MutualPairs.of(fastest.improbable(), fastest.margins(), method.mutual()),
          search.refinement(fastest));
    }
    ToDoubleFunction<int[]> ties = pod -> TieStrength.of(refinement.standings(pod)).nats();
    List<int[]> pods = GroupMerge.pods(search.found, ties, all.pairs(), search.postsOf);
    return new FoundPods(pods, refinement, mutual, all.improbable());
  }

  private PodRefinement refinement(CreatorActs acts) {
    return new PodRefinement(acts.pairs(), acts.margins(), postsOf, method.pods(), needs);
  }

  private void refine(MutualPairs mutual, PodRefinement refinement) {
    Edges edges = Triangles.supported(mutual.edges(), method.mutual().triangles(), 2);
    for (int[] core : Cores.of(edges, accountKeys, method.cores(), method.cores().least())) {
      int[] pod = refinement.refine(core);
      if (pod.length > 0) {
        found.add(pod);
      }
    }
  }

  private static CreatorActs fast(Events events, Niches niches, MutualRules rules) {
    int longest = longestFast(events, rules.fastShare());
    if (longest == Events.UNTIMED) {
      return null;
    }
    Events fast = events.where(e -> events.isTimed(e) && events.delay(e) <= longest);
    return CreatorActs.of(fast, Margins.of(fast, niches), rules);
  }

  /** The longest delay of which fewer than the share are shorter. */
  private static int longestFast(Events events, double share) {
    long timed = 0;
    for (int e = 0; e < events.size(); e++) {
      timed += events.isTimed(e) ? 1 : 0;
    }
    long fast = fastest(timed, share);
    return fast == 0
        ? Events.UNTIMED
        : Selection.ofRank(e -> events.isTimed(e) ? events.delay(e) : -1, events.size(), fast - 1);
  }

  /** How many of some timed events are the fastest. */
  static long fastest(long timed, double share) {
    return (long) Math.ceil(share * timed);
  }
}
