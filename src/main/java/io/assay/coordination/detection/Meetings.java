package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * How many objects each two accounts shared in step: within the window, in different messages. By
 * first and second account, each pair in both directions. Cost: for each share the shares of its
 * object within the window; no pair is written that meets too seldom.
 */
final class Meetings {
  private final int[] starts;
  private final int[] other;
  private final int[] objects;

  private Meetings(int[] starts, int[] other, int[] objects) {
    this.starts = starts;
    this.other = other;
    this.objects = objects;
  }

  static Meetings of(SharedObjects shares, LockstepRules rules) {
    int[] starts = new int[shares.accounts() + 1];
    IntList other = new IntList();
    IntList objects = new IntList();
    Tallies met = new Tallies(shares.accounts());
    // The last object at which somebody was met, + 1.
    int[] last = new int[shares.accounts()];
    for (int u = 0; u < shares.accounts(); u++) {
      for (int k = shares.firstBy(u); k < shares.endBy(u); k++) {
        meet(shares, shares.rowAt(k), rules.millis(), met, last);
      }
      for (int v : met.atLeast(rules.leastShared())) {
        other.add(v);
        objects.add(met.of(v));
      }
      for (int i = 0; i < met.size(); i++) {
        last[met.met(i)] = 0;
      }
      met.clear();
      starts[u + 1] = other.size();
    }
    return new Meetings(starts, other.toArray(), objects.toArray());
  }

  private static void meet(SharedObjects shares, int row, long millis, Tallies met, int[] last) {
    int o = shares.object(row);
    for (int step = -1; step <= 1; step += 2) {
      for (int r = row + step;
          r >= shares.firstOf(o)
              && r < shares.endOf(o)
              && Math.abs(shares.millis(r) - shares.millis(row)) <= millis;
          r += step) {
        int v = shares.account(r);
        if (last[v] != o + 1 && shares.differ(row, r)) {
          last[v] = o + 1;
          met.add(v, 1);
        }
      }
    }
  }

  int accounts() {
    return starts.length - 1;
  }

  int first(int account) {
    return starts[account];
  }

  int end(int account) {
    return starts[account + 1];
  }

  /** Whom the account met, ascending. */
  int other(int place) {
    return other[place];
  }

  /** At how many objects. */
  int objects(int place) {
    return objects[place];
  }

  /** Where it is said how often two accounts met; below 0 where that was too seldom. */
  int place(int account, int with) {
    return Arrays.binarySearch(other, starts[account], starts[account + 1], with);
  }

  /** At how many objects two accounts met; 0 where that was too seldom. */
  int of(int account, int with) {
    int at = place(account, with);
    return at < 0 ? 0 : objects[at];
  }

  /** Accounts that met another one often enough. */
  int busy() {
    int n = 0;
    for (int u = 0; u < accounts(); u++) {
      n += starts[u + 1] > starts[u] ? 1 : 0;
    }
    return n;
  }
}
