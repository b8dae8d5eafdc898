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

  InStepByChance(SharedObjects shares, OwnObjects own, Companions companions, LockstepRules rules) {
    this.shares = shares;
    this.rules = rules;
    usual = usual(again(own, companions));
  }

  /** Mean over the objects; 1 where there is none to learn from, since nothing is known then. */
  private double usual(long[] again) {
    double sum = 0;
    int objects = 0;
    for (int o = 0; o < shares.objects(); o++) {
      int[] rows = firstRows(o, u -> true);
      long near = near(rows, rows.length) - again[o];
      long pairs = rows.length * (rows.length - 1L) / 2 - again[o];
      sum += pairs == 0 ? 0 : (double) near / pairs;
      objects += pairs == 0 ? 0 : 1;
    }
    return objects == 0 ? 1 : Math.max(LEAST, sum / objects);
  }

  /** Of each object the pairs in step of accounts that meet again and again. */
  private long[] again(OwnObjects own, Companions companions) {
    long[] again = new long[shares.objects()];
    boolean[] meets = new boolean[shares.accounts()];
    for (int u = 0; u < shares.accounts(); u++) {
      companions.forEachAgain(u, v -> meets[v] = true);
      for (int k = own.first(u); k < own.end(u); k++) {
        int row = own.row(k);
        int o = own.object(k);
        for (int r = row + 1; r < shares.endOf(o) && !apart(row, r); r++) {
          again[o] += shares.isFirst(r) && meets[shares.account(r)] ? 1 : 0;
        }
      }
      companions.forEachAgain(u, v -> meets[v] = false);
    }
    return again;
  }

  double usual() {
    return usual;
  }

  /** First shares of an object by each of its outsiders, by time. */
  int[] firstRows(int object, IntPredicate outsider) {
    IntList rows = new IntList();
    for (int r = shares.firstOf(object); r < shares.endOf(object); r++) {
      if (shares.isFirst(r) && outsider.test(shares.account(r))) {
        rows.add(r);
      }
    }
    return rows.toArray();
  }

  /**
   * Chance that an account is in step with one of the members of a group, given when these share:
   * where many outsiders come at the same minute, that minute says little.
   *
   * @param outsiders their first shares of an object, by time
   * @param among what {@link #among} says of them
   * @param members shares of the members, by time
   * @param pairs of a burst of the account and one of the members
   */
  double ofMember(int[] outsiders, double among, int[] members, long pairs) {
    int with = 0;
    int from = 0;
    for (int row : outsiders) {
      while (from < members.length && apart(members[from], row)) {
        from++;
      }
      with += from < members.length && !apart(row, members[from]) ? 1 : 0;
    }
    double then = (with + rules.prior() * usual) / (outsiders.length + rules.prior());
    return Math.max(repeated(among, pairs), Math.min(1, rules.slack() * then));
  }

  /** Pairs of some shares, by time, that are in step. */
  long near(int[] rows, int end) {
    long near = 0;
    for (int i = 0, from = 0; i < end; i++) {
      while (apart(rows[from], rows[i])) {
        from++;
      }
      near += i - from;
    }
    return near;
  }

  /** With how many of some shares, by time, one of them is in step. */
  int nearOne(int[] rows, int one) {
    long at = shares.millis(one);
    return before(rows, at + rules.millis() + 1) - before(rows, at - rules.millis()) - 1;
  }

  /** How many of some shares come before a time. */
  private int before(int[] rows, long time) {
    int low = 0;
    int high = rows.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (shares.millis(rows[middle]) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Share of the pairs of some shares that are in step, drawn to what is usual.
   *
   * @param near pairs in step
   * @param rows shares
   */
  double among(long near, int rows) {
    double all = rows * (rows - 1.0) / 2;
    return (near + rules.prior() * usual) / (all + rules.prior());
  }

  /**
   * Chance that two accounts are in step on an object.
   *
   * @param one that two shares are
   * @param pairs of a burst of the one and a burst of the other
   */
  double repeated(double one, long pairs) {
    double slack = Math.min(1, rules.slack() * one);
    return pairs == 1 ? slack : 1 - Math.pow(1 - slack, pairs);
  }

  /** Whether a share is so late after another that it is not in step with it. */
  private boolean apart(int row, int later) {
    return shares.millis(later) - shares.millis(row) > rules.millis();
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
