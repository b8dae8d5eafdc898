package io.assay.coordination.detection;

/**
 * How close in time outsiders share the objects of an account. Who is left out changes from pair to
 * pair, but mostly by the account and how often the pair meets: what follows from these is worked
 * out once, and the companions of the other account alone are left out pair by pair.
 */
final class PairNull {
  /** Looking one up costs as much as passing so many by. */
  private static final int FEW = 40;

  private final SharedObjects shares;
  private final OwnObjects own;
  private final Companions companions;
  private final InStepByChance chance;
  private final boolean[] ofFirst;
  private final boolean[] ofSecond;
  private final IntList leftOfFirst = new IntList();
  private final IntList leftOfSecond = new IntList();
  private int first;
  private double least;
  private int[][] rows = {};
  private long[] near = {};
  private int[] scratch = {};
  private final IntList few = new IntList();

  PairNull(SharedObjects shares, OwnObjects own, Companions companions, InStepByChance chance) {
    this.shares = shares;
    this.own = own;
    this.companions = companions;
    this.chance = chance;
    ofFirst = new boolean[shares.accounts()];
    ofSecond = new boolean[shares.accounts()];
  }

  /**
   * Begins with the pairs of an account.
   *
   * @param leastMet objects at which a companion met one of the two, at least
   */
  void of(int account, double leastMet) {
    first = account;
    least = leastMet;
    rows = new int[own.end(account) - own.first(account)][];
    near = new long[rows.length];
    leave(account, ofFirst, leftOfFirst);
  }

  /** The other account of a pair. */
  void with(int other) {
    leave(other, ofSecond, leftOfSecond);
  }

  /** Forgets who was left out, and leaves out an account and its companions. */
  private void leave(int account, boolean[] left, IntList list) {
    for (int i = 0; i < list.size(); i++) {
      left[list.get(i)] = false;
    }
    list.clear();
    add(account, left, list);
    companions.forEach(account, least, companion -> add(companion, left, list));
  }

  private void add(int account, boolean[] left, IntList list) {
    if (!ofFirst[account] && !left[account]) {
      left[account] = true;
      list.add(account);
    }
  }

  /**
   * Chance that two outsiders' shares are in step.
   *
   * @param place of an object of the first account
   */
  double at(int place) {
    int i = place - own.first(first);
    int object = own.object(place);
    if (rows[i] == null) {
      rows[i] = chance.firstRows(object, u -> !ofFirst[u]);
      near[i] = chance.near(rows[i], rows[i].length);
    }
    int n = rows[i].length;
    if (n == 0) {
      return chance.among(0, 0);
    }
    return (long) FEW * leftOfSecond.size() < n
        ? withoutFew(object, rows[i], near[i])
        : withoutMany(rows[i]);
  }

  private double withoutMany(int[] of) {
    if (scratch.length < of.length) {
      scratch = new int[2 * of.length];
    }
    int n = 0;
    for (int row : of) {
      scratch[n] = row;
      n += ofSecond[shares.account(row)] ? 0 : 1;
    }
    return chance.among(chance.near(scratch, n), n);
  }

  /** The same: what pairs the few are in, those of two of them once. */
  private double withoutFew(int object, int[] of, long all) {
    few.clear();
    long pairs = 0;
    for (int i = 0; i < leftOfSecond.size(); i++) {
      int at = own.place(leftOfSecond.get(i), object);
      if (at >= 0) {
        few.add(own.row(at));
        pairs += chance.nearOne(of, own.row(at));
      }
    }
    few.sort();
    long twice = few.size() < 2 ? 0 : chance.near(few.toArray(), few.size());
    return chance.among(all - pairs + twice, of.length - few.size());
  }
}
