package io.assay.coordination.detection;

/**
 * The objects that each account shared, each once and ascending, with the row of its first share
 * and the number of bursts of them. Cost: 12 bytes an account and object.
 */
final class OwnObjects {
  private final SharedObjects shares;
  private final int[] starts;
  private final IntList object = new IntList();
  private final IntList row = new IntList();
  private final IntList bursts = new IntList();

  OwnObjects(SharedObjects shares, LockstepRules rules) {
    this.shares = shares;
    starts = new int[shares.accounts() + 1];
    for (int u = 0; u < shares.accounts(); u++) {
      for (int k = shares.firstBy(u); k < shares.endBy(u); ) {
        int next = shares.endOfObjectAt(k, u);
        object.add(shares.object(shares.rowAt(k)));
        row.add(shares.rowAt(k));
        bursts.add(shares.bursts(shares.rows(k, next), rules.millis()));
        k = next;
      }
      starts[u + 1] = object.size();
    }
  }

  int first(int account) {
    return starts[account];
  }

  int end(int account) {
    return starts[account + 1];
  }

  int object(int place) {
    return object.get(place);
  }

  /** Place of an object of an account; below 0 where it did not share it. */
  int place(int account, int ofObject) {
    int low = starts[account];
    int high = starts[account + 1] - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (object.get(middle) == ofObject) {
        return middle;
      }
      if (object.get(middle) < ofObject) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** The first share of the object by the account. */
  int row(int place) {
    return row.get(place);
  }

  /** Windows that hold all of the account's shares of the object. */
  int bursts(int place) {
    return bursts.get(place);
  }

  /** Accounts of so many objects at least. */
  int accounts(int least) {
    int n = 0;
    for (int u = 0; u + 1 < starts.length; u++) {
      n += starts[u + 1] - starts[u] >= least ? 1 : 0;
    }
    return n;
  }

  /**
   * Whether two accounts share so many objects in step, each for the first time, and so large a
   * share of those that both share at all.
   */
  boolean together(int u, int v, int least, double share, long millis) {
    int both = 0;
    int inStep = 0;
    for (int a = first(u), b = first(v); a < end(u) && b < end(v); ) {
      int order = Integer.compare(object(a), object(b));
      if (order == 0) {
        both++;
        boolean near = Math.abs(shares.millis(row(a)) - shares.millis(row(b))) <= millis;
        inStep += near && shares.differ(row(a), row(b)) ? 1 : 0;
      }
      a += order <= 0 ? 1 : 0;
      b += order >= 0 ? 1 : 0;
    }
    return inStep >= least && inStep >= share * both;
  }
}
