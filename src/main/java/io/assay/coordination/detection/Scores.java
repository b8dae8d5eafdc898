package io.assay.coordination.detection;

import java.util.BitSet;
import java.util.List;

/**
 * Step 9: what each account is suspected of for pods and farms, by its number.
 *
 * @param score 1 + p in an accepted group of probability p, p in a rejected one, a tenth of that
 *     where everybody, a hub or guests explain it or too few times are known; the largest of
 *     several; else 0
 * @param mutualShare share of the account's events that it gave in improbable mutual pairs, without
 *     those of two members of a group that something else explains better: friends
 * @param hitShare share of its events that are its part in the hits of accepted farms
 */
record Scores(double[] score, double[] mutualShare, double[] hitShare) {
  private static final double EXPLAINED = 0.1;

  static Scores of(
      Events events, Margins margins, MutualPairs mutual, List<CoordinatedGroup> groups) {
    double[] score = new double[events.accounts()];
    BitSet hits = new BitSet(events.size());
    for (CoordinatedGroup group : groups) {
      for (int u : group.members()) {
        score[u] = Math.max(score[u], of(group));
      }
      if (group.isAccepted()) {
        mark(events, group, hits);
      }
    }
    Edges pairs = mutual.edges();
    BitSet explained = explained(pairs, groups);
    int[] given = new int[events.accounts()];
    for (int i = 0; i < pairs.size(); i++) {
      if (!explained.get(i)) {
        given[pairs.from()[i]] += mutual.given()[i];
        given[pairs.to()[i]] += mutual.taken()[i];
      }
    }
    int[] hit = new int[events.accounts()];
    hits.stream().forEach(e -> hit[events.actor(e)]++);
    return new Scores(score, shares(margins, given), shares(margins, hit));
  }

  /** What the members of a group are suspected of for it. */
  static double of(CoordinatedGroup group) {
    double p = group.probability();
    return switch (group.verdict()) {
      case ACCEPTED -> 1 + p;
      case UNLIKELY -> p;
      case EVERYBODY, HUB, GUESTS, UNTIMED -> EXPLAINED * p;
    };
  }

  /** The same of a group in lockstep, which is never explained otherwise: it is likely or not. */
  static double of(LockstepGroup group) {
    return group.accepted() ? 1 + group.probability() : group.probability();
  }

  /** Pairs inside of groups that were looked at and not accepted. */
  private static BitSet explained(Edges pairs, List<CoordinatedGroup> groups) {
    BitSet explained = new BitSet(pairs.size());
    for (CoordinatedGroup group : groups) {
      int[] members = group.members();
      for (int i = 0; i < pairs.size() && !group.isAccepted(); i++) {
        if (Sets.contains(members, pairs.from()[i]) && Sets.contains(members, pairs.to()[i])) {
          explained.set(i);
        }
      }
    }
    return explained;
  }

  private static void mark(Events events, CoordinatedGroup group, BitSet hits) {
    for (Hit hit : group.hits()) {
      for (int k = events.firstOn(hit.post()); k < events.endOn(hit.post()); k++) {
        int e = events.eventAt(k);
        if (hit.window().holds(events.delay(e))
            && Sets.contains(group.members(), events.actor(e))) {
          hits.set(e);
        }
      }
    }
  }

  private static double[] shares(Margins margins, int[] counts) {
    double[] shares = new double[counts.length];
    for (int u = 0; u < counts.length; u++) {
      shares[u] = counts[u] / Math.max(1.0, margins.byActor()[u]);
    }
    return shares;
  }
}
