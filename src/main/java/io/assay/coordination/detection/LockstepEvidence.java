package io.assay.coordination.detection;

import java.util.List;

/**
 * What is said of a group in lockstep. Its probability follows from the member in the middle: were
 * the tested accounts as many as they are, and nobody acted together, so many would look like it.
 */
final class LockstepEvidence {
  private final SharedObjects shares;
  private final List<LockstepPair> pairs;
  private final int tested;
  private final LockstepRules rules;

  /**
   * @param pairs all that met often enough
   * @param tested accounts of these
   */
  LockstepEvidence(
      SharedObjects shares, List<LockstepPair> pairs, int tested, LockstepRules rules) {
    this.shares = shares;
    this.pairs = pairs;
    this.tested = tested;
    this.rules = rules;
  }

  LockstepGroup of(List<LockstepMember> members) {
    int[] accounts = members.stream().mapToInt(LockstepMember::account).toArray();
    double[] chances = members.stream().mapToDouble(LockstepMember::chance).sorted().toArray();
    double chance = tested * chances[chances.length / 2];
    double probability = 1 / (1 + chance);
    int[] objects = objects(accounts);
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int o : objects) {
      for (int r = shares.firstOf(o); r < shares.endOf(o); r++) {
        if (Sets.contains(accounts, shares.account(r))) {
          first = Math.min(first, shares.millis(r));
          last = Math.max(last, shares.millis(r));
        }
      }
    }
    List<LockstepPair> inside =
        pairs.stream()
            .filter(p -> Sets.contains(accounts, p.first()) && Sets.contains(accounts, p.second()))
            .toList();
    return new LockstepGroup(
        members, objects, inside, first, last, chance, probability, probability >= rules.accept());
  }

  /** Objects that two members at least shared in step, ascending. */
  private int[] objects(int[] accounts) {
    IntList found = new IntList();
    for (int u : accounts) {
      for (int k = shares.firstBy(u); k < shares.endBy(u); k++) {
        int row = shares.rowAt(k);
        int o = shares.object(row);
        for (int r = row + 1;
            r < shares.endOf(o) && shares.millis(r) - shares.millis(row) <= rules.millis();
            r++) {
          if (Sets.contains(accounts, shares.account(r)) && shares.differ(row, r)) {
            found.add(o);
            break;
          }
        }
      }
    }
    return Sets.of(found.toArray());
  }
}
