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
 * for each candidate the shares of its objects.
 */
final class LockstepRefinement {
  private final SharedObjects shares;
  private final OwnObjects own;
  private final Companions companions;
  private final Meetings meetings;
  private final InStepByChance chance;
  private final LockstepRules rules;
  private final Tallies near;

  LockstepRefinement(
      SharedObjects shares,
      OwnObjects own,
      Companions companions,
      InStepByChance chance,
      LockstepRules rules) {
    this.shares = shares;
    this.own = own;
    this.companions = companions;
    this.meetings = companions.meetings();
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
    boolean many = candidates.length > group.length + rules.companions().few();
    int[] suspects = many ? companionsOf(group) : candidates;
    GroupNull outsiders = new GroupNull(shares, chance, group, suspects);
    List<LockstepMember> standings =
        Arrays.stream(candidates).mapToObj(u -> standing(u, outsiders)).toList();
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
    return withNear(group);
  }

  /** Members, and who is left out of the null of enough of them; ascending. */
  private int[] companionsOf(int[] group) {
    for (int member : group) {
      companions.forEach(member, rules.leastShared(), companion -> near.add(companion, 1));
    }
    return withNear(group);
  }

  private int[] withNear(int[] group) {
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
  private LockstepMember standing(int account, GroupNull outsiders) {
    LockstepMember loose = standing(account, outsiders, rows -> rows);
    LockstepMember tight = standing(account, outsiders, chance::fullest);
    LockstepMember better = tight.chance() < loose.chance() ? tight : loose;
    return new LockstepMember(
        account,
        better.objects(),
        better.inStep(),
        better.expected(),
        Math.min(1, 2 * better.chance()));
  }

  private LockstepMember standing(int account, GroupNull outsiders, UnaryOperator<int[]> part) {
    double[] chances = new double[own.end(account) - own.first(account)];
    int objects = 0;
    int inStep = 0;
    int from = shares.firstBy(account);
    for (int k = own.first(account); k < own.end(account); k++) {
      int next = shares.endOfObjectAt(from, account);
      int[] rows = shares.rows(from, next);
      int[] others = part.apply(outsiders.others(own.object(k), account));
      if (others.length > 0) {
        inStep += inStep(rows, others) ? 1 : 0;
        long bursts = (long) own.bursts(k) * shares.bursts(others, rules.millis());
        chances[objects++] = outsiders.chance(own.object(k), account, others, bursts);
      }
      from = next;
    }
    double[] of = Arrays.copyOf(chances, objects);
    return new LockstepMember(
        account, objects, inStep, Arrays.stream(of).sum(), PoissonBinomialTail.of(inStep, of));
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
