package io.assay.coordination.detection;

import java.util.Arrays;

/** Whether everybody shared what a group in lockstep did, when it did, as happens to a headline. */
final class Headlines {
  private final SharedObjects shares;
  private final long millis;

  /**
   * @param millis between two shares of an object that are in step, at most
   */
  Headlines(SharedObjects shares, long millis) {
    this.shares = shares;
    this.millis = millis;
  }

  /**
   * @param objects of the group
   * @param members of the group, ascending
   * @return how many of the objects more others than members shared in step with members. Cost: the
   *     shares of the objects, each with those within the window
   */
  int among(int[] objects, int[] members) {
    return (int) Arrays.stream(objects).filter(o -> isOne(o, members)).count();
  }

  private boolean isOne(int object, int[] members) {
    IntList inStep = new IntList();
    for (int r = shares.firstOf(object); r < shares.endOf(object); r++) {
      if (isNear(r, object, members)) {
        inStep.add(shares.account(r));
      }
    }
    int[] accounts = Sets.of(inStep.toArray());
    int inside = Sets.common(accounts, members);
    return accounts.length - inside > inside;
  }

  /** Whether a share is in step with a member's, other than the account's own. */
  private boolean isNear(int row, int object, int[] members) {
    for (int r = row - 1; r >= shares.firstOf(object) && near(r, row); r--) {
      if (isWith(row, r, members)) {
        return true;
      }
    }
    for (int r = row + 1; r < shares.endOf(object) && near(row, r); r++) {
      if (isWith(row, r, members)) {
        return true;
      }
    }
    return false;
  }

  private boolean near(int row, int later) {
    return shares.millis(later) - shares.millis(row) <= millis;
  }

  private boolean isWith(int row, int other, int[] members) {
    return Sets.contains(members, shares.account(other)) && shares.differ(row, other);
  }
}
