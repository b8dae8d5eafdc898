package io.assay.coordination.detection;

import io.assay.statistics.PoissonBinomialTail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How likely two accounts are to share so many objects in step by chance, given that they share
 * them. Each object has a chance of its own ({@link InStepByChance}); it leaves out both accounts
 * and all {@link Companions} of one of them who are in step with it at two objects, and half as
 * often as the two are with each other, else a group whose objects nobody else shares would be its
 * own explanation. Cost: for each pair the objects of both and, of those that both share, the
 * outsiders' first shares.
 */
final class LockstepPairs {
  private static final double SUSPECT = 0.5;
  private static final double LEAST_OF_SUSPECT = 2;

  private final OwnObjects own;
  private final Meetings meetings;
  private final InStepByChance chance;
  private final PairNull outsiders;
  private double[] chances = new double[64];

  LockstepPairs(
      SharedObjects shares, OwnObjects own, Companions companions, InStepByChance chance) {
    this.own = own;
    this.meetings = companions.meetings();
    this.chance = chance;
    this.outsiders = new PairNull(shares, own, companions, chance);
  }

  /** All pairs that met often enough, by first and second. */
  List<LockstepPair> all() {
    List<LockstepPair> pairs = new ArrayList<>();
    for (int u = 0; u < meetings.accounts(); u++) {
      pairs.addAll(Arrays.asList(of(u)));
    }
    return pairs;
  }

  /** Pairs with higher accounts; worked out by how often they meet, which says who is left out. */
  private LockstepPair[] of(int u) {
    int end = meetings.end(u);
    int first = end;
    while (first > meetings.first(u) && meetings.other(first - 1) > u) {
      first--;
    }
    long[] order = new long[end - first];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) meetings.objects(first + i) << Integer.SIZE | i;
    }
    Arrays.sort(order);
    LockstepPair[] pairs = new LockstepPair[order.length];
    double before = -1;
    for (long next : order) {
      int inStep = (int) (next >> Integer.SIZE);
      double least = Math.max(LEAST_OF_SUSPECT, SUSPECT * inStep);
      if (least != before) {
        outsiders.of(u, least);
        before = least;
      }
      pairs[(int) next] = pair(u, meetings.other(first + (int) next), inStep);
    }
    return pairs;
  }

  private LockstepPair pair(int u, int v, int inStep) {
    outsiders.with(v);
    int both = 0;
    double expected = 0;
    for (int a = own.first(u), b = own.first(v); a < own.end(u) && b < own.end(v); ) {
      int order = Integer.compare(own.object(a), own.object(b));
      if (order == 0) {
        if (both == chances.length) {
          chances = Arrays.copyOf(chances, 2 * both);
        }
        long bursts = (long) own.bursts(a) * own.bursts(b);
        chances[both] = chance.repeated(outsiders.at(a), bursts);
        expected += chances[both++];
      }
      a += order <= 0 ? 1 : 0;
      b += order >= 0 ? 1 : 0;
    }
    double tail = PoissonBinomialTail.of(inStep, Arrays.copyOf(chances, both));
    return new LockstepPair(u, v, both, inStep, expected, tail);
  }
}
