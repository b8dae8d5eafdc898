package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What the members of a group and its outsiders do with each object, worked out once for all whose
 * standing is asked in a round.
 */
final class GroupNull {
  private final SharedObjects shares;
  private final InStepByChance chance;
  private final boolean[] inGroup;
  private final boolean[] suspected;
  private final Map<Integer, OfObject> objects = new HashMap<>();

  private record OfObject(int[] members, int[] outsiders, double among) {}

  /**
   * @param group ascending
   * @param suspects who is no outsider, members among them
   */
  GroupNull(SharedObjects shares, InStepByChance chance, int[] group, int[] suspects) {
    this.shares = shares;
    this.chance = chance;
    inGroup = marked(group);
    suspected = marked(suspects);
  }

  private boolean[] marked(int[] accounts) {
    boolean[] marked = new boolean[shares.accounts()];
    for (int u : accounts) {
      marked[u] = true;
    }
    return marked;
  }

  private OfObject of(int object) {
    return objects.computeIfAbsent(
        object,
        o -> {
          int[] outsiders = chance.firstRows(o, u -> !suspected[u]);
          return new OfObject(membersOf(o), outsiders, among(outsiders));
        });
  }

  private int[] membersOf(int object) {
    IntList rows = new IntList();
    for (int r = shares.firstOf(object); r < shares.endOf(object); r++) {
      if (inGroup[shares.account(r)]) {
        rows.add(r);
      }
    }
    return rows.toArray();
  }

  /** Shares of an object by members other than the account, by time. */
  int[] others(int object, int account) {
    int[] members = of(object).members();
    return inGroup[account] ? without(account, members) : members;
  }

  /**
   * Chance that an account is in step with a member on an object.
   *
   * @param members shares of these
   * @param pairs of a burst of the account and one of the members
   */
  double chance(int object, int account, int[] members, long pairs) {
    OfObject of = of(object);
    if (suspected[account]) {
      return chance.ofMember(of.outsiders(), of.among(), members, pairs);
    }
    int[] outsiders = without(account, of.outsiders());
    return chance.ofMember(outsiders, among(outsiders), members, pairs);
  }

  private double among(int[] outsiders) {
    return chance.among(chance.near(outsiders, outsiders.length), outsiders.length);
  }

  private int[] without(int account, int[] rows) {
    int[] left = new int[rows.length];
    int n = 0;
    for (int row : rows) {
      left[n] = row;
      n += shares.account(row) == account ? 0 : 1;
    }
    return n == rows.length ? rows : Arrays.copyOf(left, n);
  }
}
