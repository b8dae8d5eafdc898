package io.assay.coordination.detection;

import io.assay.statistics.PoissonBinomialTail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How likely two accounts are to share so many objects in step by chance, given that they share
 * them. Each object has a chance of its own ({@link InStepByChance}); it leaves out both accounts
 * and everybody who is in step with one of them at two objects, and half as often as they are with
 * each other, else a group whose objects nobody else shares would be its own explanation. But only
 * so many are left out: more are not a group but everybody, whose haste explains that of the two.
 */
final class LockstepPairs {
  private static final double SUSPECT = 0.5;
  private static final double LEAST_OF_SUSPECT = 2;

  private final SharedObjects shares;
  private final Meetings meetings;
  private final InStepByChance chance;
  private final LockstepRules rules;
  private final Tallies withFirst;
  private final Tallies withSecond;

  LockstepPairs(
      SharedObjects shares, Meetings meetings, InStepByChance chance, LockstepRules rules) {
    this.rules = rules;
    this.shares = shares;
    this.meetings = meetings;
    this.chance = chance;
    withFirst = new Tallies(shares.accounts());
    withSecond = new Tallies(shares.accounts());
  }

  /** All pairs that met often enough, by first and second. */
  List<LockstepPair> all() {
    List<LockstepPair> pairs = new ArrayList<>();
    for (int u = 0; u < shares.accounts(); u++) {
      load(u, withFirst);
      for (int k = meetings.first(u); k < meetings.end(u); k++) {
        if (meetings.other(k) > u) {
          pairs.add(pair(u, meetings.other(k), meetings.objects(k)));
        }
      }
      withFirst.clear();
    }
    return pairs;
  }

  private void load(int u, Tallies with) {
    for (int k = meetings.first(u); k < meetings.end(u); k++) {
      with.add(meetings.other(k), meetings.objects(k));
    }
  }

  private LockstepPair pair(int u, int v, int inStep) {
    load(v, withSecond);
    double least = leastOfSuspect(inStep);
    double[] chances = new double[16];
    int both = 0;
    int b = shares.firstBy(v);
    for (int a = shares.firstBy(u); a < shares.endBy(u); ) {
      int o = shares.object(shares.rowAt(a));
      int next = shares.endOfObjectAt(a, u);
      while (b < shares.endBy(v) && shares.object(shares.rowAt(b)) < o) {
        b++;
      }
      if (b < shares.endBy(v) && shares.object(shares.rowAt(b)) == o) {
        long pairs =
            (long) chance.bursts(shares.rows(a, next))
                * chance.bursts(shares.rows(b, shares.endOfObjectAt(b, v)));
        if (both == chances.length) {
          chances = Arrays.copyOf(chances, 2 * both);
        }
        chances[both++] =
            chance.ofPair(
                o,
                x -> x != u && x != v && withFirst.of(x) < least && withSecond.of(x) < least,
                pairs);
      }
      a = next;
    }
    withSecond.clear();
    double[] of = Arrays.copyOf(chances, both);
    return new LockstepPair(
        u, v, both, inStep, Arrays.stream(of).sum(), PoissonBinomialTail.of(inStep, of));
  }

  /** How often a suspect is in step with one of the two at least; so many that few are left out. */
  private double leastOfSuspect(int inStep) {
    double least = Math.max(LEAST_OF_SUSPECT, SUSPECT * inStep);
    IntList often = new IntList();
    for (int i = 0; i < withFirst.size(); i++) {
      often.add(Math.max(withFirst.of(withFirst.met(i)), withSecond.of(withFirst.met(i))));
    }
    for (int i = 0; i < withSecond.size(); i++) {
      if (withFirst.of(withSecond.met(i)) == 0) {
        often.add(withSecond.of(withSecond.met(i)));
      }
    }
    if (often.size() <= rules.suspects()) {
      return least;
    }
    often.sort();
    return Math.max(least, often.get(often.size() - 1 - rules.suspects()) + 1);
  }
}
