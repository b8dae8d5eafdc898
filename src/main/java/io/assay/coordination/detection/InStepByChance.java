package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * How likely two shares of an object are within the window of each other by chance: the share of
 * such pairs among outsiders' first shares of it, so that a headline that thousands pass on within
 * a minute says nothing. Where few outsiders shared it, it is drawn to what is usual of all
 * objects, of which those pairs are left out that meet again and again.
 */
final class InStepByChance {
  private static final double LEAST = 1e-3;

  private final SharedObjects shares;
  private final LockstepRules rules;
  private final double usual;

  InStepByChance(SharedObjects shares, Meetings meetings, LockstepRules rules) {
    this.shares = shares;
    this.rules = rules;
    usual = usual(meetings);
  }

  /** Mean over the objects; 1 where there is none to learn from, since nothing is known then. */
  private double usual(Meetings meetings) {
    double sum = 0;
    int objects = 0;
    for (int o = 0; o < shares.objects(); o++) {
      long pairs = 0;
      long near = 0;
      int[] rows = firstRows(o, u -> true);
      for (int i = 0, from = 0; i < rows.length; i++) {
        while (apart(rows[from], rows[i])) {
          from++;
        }
        pairs += from;
        for (int j = from; j < i; j++) {
          boolean again = again(meetings, shares.account(rows[j]), shares.account(rows[i]));
          pairs += again ? 0 : 1;
          near += again ? 0 : 1;
        }
      }
      sum += pairs == 0 ? 0 : (double) near / pairs;
      objects += pairs == 0 ? 0 : 1;
    }
    return objects == 0 ? 1 : Math.max(LEAST, sum / objects);
  }

  /** Whether two accounts meet again and again, and not just as everybody does. */
  private boolean again(Meetings meetings, int u, int v) {
    return meetings.end(u) - meetings.first(u) <= rules.suspects()
        && meetings.end(v) - meetings.first(v) <= rules.suspects()
        && meetings.of(u, v) > 0;
  }

  double usual() {
    return usual;
  }

  private int[] firstRows(int object, IntPredicate outsider) {
    IntList rows = new IntList();
    for (int r = shares.firstOf(object); r < shares.endOf(object); r++) {
      if (shares.isFirst(r) && outsider.test(shares.account(r))) {
        rows.add(r);
      }
    }
    return rows.toArray();
  }

  /**
   * Chance that two accounts are in step on an object.
   *
   * @param outsider whose shares tell what chance does
   * @param pairs of a burst of the one and a burst of the other
   */
  double ofPair(int object, IntPredicate outsider, long pairs) {
    return repeated(among(firstRows(object, outsider)), pairs);
  }

  /**
   * Chance that an account is in step with one of the members of a group, given when these share:
   * where many outsiders come at the same minute, that minute says little.
   *
   * @param outsider whose shares tell what chance does
   * @param members shares of the members, by time
   * @param pairs of a burst of the account and one of the members
   */
  double ofMember(int object, IntPredicate outsider, int[] members, long pairs) {
    int[] rows = firstRows(object, outsider);
    int with = 0;
    int from = 0;
    for (int row : rows) {
      while (from < members.length && apart(members[from], row)) {
        from++;
      }
      with += from < members.length && !apart(row, members[from]) ? 1 : 0;
    }
    double then = (with + rules.prior() * usual) / (rows.length + rules.prior());
    return Math.max(repeated(among(rows), pairs), Math.min(1, rules.slack() * then));
  }

  private double among(int[] rows) {
    long near = 0;
    for (int i = 0, from = 0; i < rows.length; i++) {
      while (apart(rows[from], rows[i])) {
        from++;
      }
      near += i - from;
    }
    double all = rows.length * (rows.length - 1.0) / 2;
    return (near + rules.prior() * usual) / (all + rules.prior());
  }

  private double repeated(double one, long pairs) {
    return 1 - Math.pow(1 - Math.min(1, rules.slack() * one), pairs);
  }

  /** Whether a share is so late after another that it is not in step with it. */
  private boolean apart(int row, int later) {
    return shares.millis(later) - shares.millis(row) > rules.millis();
  }

  /**
   * Windows that hold all of some shares of an object: who repeats itself at once has one chance.
   */
  int bursts(int[] rows) {
    int n = 0;
    int start = 0;
    for (int i = 0; i < rows.length; i++) {
      if (i == 0 || apart(start, rows[i])) {
        start = rows[i];
        n++;
      }
    }
    return n;
  }

  /** The shares in the window that holds most of them, the first of several. */
  int[] fullest(int[] rows) {
    int start = 0;
    int end = 0;
    for (int i = 0, j = 0; i < rows.length; i++) {
      while (j < rows.length && !apart(rows[i], rows[j])) {
        j++;
      }
      if (j - i > end - start) {
        start = i;
        end = j;
      }
    }
    return Arrays.copyOfRange(rows, start, end);
  }
}
