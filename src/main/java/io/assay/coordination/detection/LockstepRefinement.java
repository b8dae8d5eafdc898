package io.assay.coordination.detection;

import io.assay.statistics.PoissonBinomialTail;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Completes and cleans a core of accounts that share objects in step, as step 4 does with pods: the
 * chance that an account is in step with another member on an object leaves all of the group out,
 * and whoever might be of it, else those who leave would speak for those who stay. Cost of a round:
 * the shares of the objects that members share.
 */
final class LockstepRefinement {
  private final SharedObjects shares;
  private final Meetings meetings;
  private final InStepByChance chance;
  private final LockstepRules rules;
  private final Tallies near;

  LockstepRefinement(
      SharedObjects shares, Meetings meetings, InStepByChance chance, LockstepRules rules) {
    this.shares = shares;
    this.meetings = meetings;
    this.chance = chance;
    this.rules = rules;
    near = new Tallies(shares.accounts());
  }

  /**
   * @param core ascending
   * @return members by number; none where too few are left
   */
  List<LockstepMember> refine(int[] core) {
    int[] group = core;
    List<LockstepMember> members = List.of();
    for (int round = 0; round < rules.rounds(); round++) {
      members = round(group);
      if (members.size() < rules.cores().least()) {
        return List.of();
      }
      int[] next = members.stream().mapToInt(LockstepMember::account).toArray();
      if (Arrays.equals(next, group)) {
        break;
      }
      group = next;
    }
    return members.stream().allMatch(this::isMember) ? members : List.of();
  }

  private List<LockstepMember> round(int[] group) {
    int[] candidates = candidates(group);
    boolean many = candidates.length > group.length + rules.suspects();
    int[] suspects = many ? group : candidates;
    List<LockstepMember> standings =
        Arrays.stream(candidates).mapToObj(u -> standing(u, group, suspects)).toList();
    int[] spared =
        WorseHalf.spared(
            standings.stream()
                .filter(m -> Sets.contains(group, m.account()) && !isMember(m))
                .sorted(
                    Comparator.comparingDouble(LockstepMember::chance)
                        .reversed()
                        .thenComparingInt(LockstepMember::account))
                .mapToInt(LockstepMember::account));
    return standings.stream()
        .filter(m -> isMember(m) || Sets.contains(spared, m.account()))
        .toList();
  }

  private boolean isMember(LockstepMember member) {
    return member.inStep() >= rules.leastShared() && member.chance() <= rules.memberChance();
  }

  /** Members, and who meets enough of them often enough; ascending. */
  private int[] candidates(int[] group) {
    for (int member : group) {
      for (int k = meetings.first(member); k < meetings.end(member); k++) {
        near.add(meetings.other(k), 1);
      }
    }
    int[] found = near.atLeast(Math.max(2, rules.candidateShare() * group.length));
    near.clear();
    int[] all = Arrays.copyOf(found, found.length + group.length);
    System.arraycopy(group, 0, all, found.length, group.length);
    return Sets.of(all);
  }

  /**
   * By all shares of the others, or by those in the fullest window of each object alone: a large
   * group acts in one burst, a loose one at several times. The better of the two, doubled.
   */
  private LockstepMember standing(int account, int[] group, int[] suspects) {
    LockstepMember loose = standing(account, group, suspects, rows -> rows);
    LockstepMember tight = standing(account, group, suspects, chance::fullest);
    LockstepMember better = tight.chance() < loose.chance() ? tight : loose;
    return new LockstepMember(
        account,
        better.objects(),
        better.inStep(),
        better.expected(),
        Math.min(1, 2 * better.chance()));
  }

  private LockstepMember standing(
      int account, int[] group, int[] suspects, UnaryOperator<int[]> part) {
    double[] chances = new double[shares.endBy(account) - shares.firstBy(account)];
    int objects = 0;
    int inStep = 0;
    for (int a = shares.firstBy(account); a < shares.endBy(account); ) {
      int o = shares.object(shares.rowAt(a));
      int next = shares.endOfObjectAt(a, account);
      int[] own = shares.rows(a, next);
      int[] others = part.apply(rowsOfOthers(o, account, group));
      if (others.length > 0) {
        inStep += inStep(own, others) ? 1 : 0;
        chances[objects++] =
            chance.ofMember(
                o,
                x -> x != account && !Sets.contains(suspects, x),
                others,
                (long) chance.bursts(own) * chance.bursts(others));
      }
      a = next;
    }
    double[] of = Arrays.copyOf(chances, objects);
    return new LockstepMember(
        account, objects, inStep, Arrays.stream(of).sum(), PoissonBinomialTail.of(inStep, of));
  }

  private int[] rowsOfOthers(int object, int account, int[] group) {
    IntList rows = new IntList();
    for (int r = shares.firstOf(object); r < shares.endOf(object); r++) {
      if (shares.account(r) != account && Sets.contains(group, shares.account(r))) {
        rows.add(r);
      }
    }
    return rows.toArray();
  }

  private boolean inStep(int[] own, int[] others) {
    for (int row : own) {
      for (int other : others) {
        if (Math.abs(shares.millis(row) - shares.millis(other)) <= rules.millis()
            && shares.differ(row, other)) {
          return true;
        }
      }
    }
    return false;
  }
}
