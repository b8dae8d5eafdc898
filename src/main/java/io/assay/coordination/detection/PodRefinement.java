package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Step 4: completes and cleans a core of creators. In every round all are judged anew who reach
 * members and are reached by them, and members who fail may leave, see {@link WorseHalf}. Cost of a
 * round: candidates x members, and candidates' pairs.
 */
final class PodRefinement {
  private static final int[] NOBODY = {};

  private final CreatorPairs pairs;
  private final Margins margins;
  private final int[] postsOf;
  private final PodRules rules;
  private final Needs needs;
  private final Tallies reaching;
  private final Tallies reached;

  /**
   * @param pairs all of members
   * @param postsOf posts of each creator
   */
  PodRefinement(CreatorPairs pairs, Margins margins, int[] postsOf, PodRules rules) {
    this(pairs, margins, postsOf, rules, Needs.ofWhole());
  }

  /**
   * @param needs is told whose pairs are asked for; where some are missing, what is returned is of
   *     no use
   */
  PodRefinement(CreatorPairs pairs, Margins margins, int[] postsOf, PodRules rules, Needs needs) {
    this.needs = needs;
    this.pairs = pairs;
    this.margins = margins;
    this.postsOf = postsOf;
    this.rules = rules;
    reaching = new Tallies(pairs.creators());
    reached = new Tallies(pairs.creators());
  }

  /**
   * @param core ascending
   * @return members, ascending; nobody where too few are left
   */
  int[] refine(int[] core) {
    int[] pod = core;
    for (int round = 0; round < rules.rounds(); round++) {
      if (!needs.creators(pod)) {
        return NOBODY;
      }
      int[] next = round(pod);
      if (next.length < rules.least()) {
        return NOBODY;
      }
      if (Arrays.equals(next, pod)) {
        break;
      }
      pod = next;
    }
    return needs.creators(pod) ? pod : NOBODY;
  }

  /** How each member stands to the others of a pod. */
  PodStanding[] standings(int[] pod) {
    return judged(new PodCircle(pod, pairs, margins, postsOf), pod);
  }

  private PodStanding[] judged(PodCircle circle, int[] accounts) {
    PodLikelihood likelihood = new PodLikelihood(circle, pairs, margins, postsOf, rules);
    return Arrays.stream(accounts).mapToObj(likelihood::of).toArray(PodStanding[]::new);
  }

  private int[] round(int[] pod) {
    PodCircle circle = new PodCircle(pod, pairs, margins, postsOf);
    PodStanding[] standings = judged(circle, candidates(pod));
    double ordered = Math.max(1.0, (double) pod.length * (pod.length - 1));
    double share = rules.even() * circle.ties / ordered;
    double inwards =
        rules.leastInwards()
            * Arrays.stream(standings)
                .filter(s -> Sets.contains(pod, s.account()))
                .mapToDouble(PodStanding::inwards)
                .average()
                .orElse(0);
    int[] spared =
        WorseHalf.spared(
            Arrays.stream(standings)
                .filter(s -> Sets.contains(pod, s.account()) && !s.isMember(rules, share, inwards))
                .sorted(
                    Comparator.comparingDouble(PodStanding::total)
                        .thenComparingInt(PodStanding::account))
                .mapToInt(PodStanding::account));
    return Arrays.stream(standings)
        .filter(s -> s.isMember(rules, share, inwards) || Sets.contains(spared, s.account()))
        .mapToInt(PodStanding::account)
        .toArray();
  }

  /** Members, and creators who reach and are reached by enough of them; ascending. */
  private int[] candidates(int[] pod) {
    for (int member : pod) {
      for (int k = pairs.firstIn(member); k < pairs.endIn(member); k++) {
        reaching.add(pairs.from(k), 1);
      }
      for (int k = pairs.firstOut(member); k < pairs.endOut(member); k++) {
        reached.add(pairs.to(k), 1);
      }
    }
    double least = Math.max(rules.candidateLeast(), rules.candidateShare() * pod.length);
    int[] all =
        Arrays.stream(reaching.atLeast(least)).filter(u -> reached.of(u) >= least).toArray();
    reaching.clear();
    reached.clear();
    int[] both = Arrays.copyOf(all, all.length + pod.length);
    System.arraycopy(pod, 0, both, all.length, pod.length);
    return Sets.of(both);
  }
}
