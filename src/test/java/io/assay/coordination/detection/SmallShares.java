package io.assay.coordination.detection;

import java.util.Arrays;

/** Shares in a few words: accounts and objects by number, times in seconds. */
final class SmallShares {
  private final SharedObjectsBuilder builder;
  private final long[] objectKeys;
  private int contents;

  SmallShares(int accounts, int objects) {
    long[] accountKeys = new long[accounts];
    objectKeys = new long[objects];
    Arrays.setAll(accountKeys, u -> StableHash.mix(u + 1L));
    Arrays.setAll(objectKeys, o -> StableHash.mix(-o - 1L));
    builder = new SharedObjectsBuilder(accountKeys, objectKeys);
  }

  /** Each share in a message of its own. */
  SmallShares shares(int account, int object, double second) {
    builder.add(account, object, StableHash.of(++contents, 77), Math.round(1_000 * second));
    return this;
  }

  SmallShares sharesIn(int account, int object, long content, double second) {
    builder.add(account, object, content, Math.round(1_000 * second));
    return this;
  }

  /** The object is itself a message, by this account. */
  SmallShares publishes(int account, int object, double second) {
    return sharesIn(account, object, objectKeys[object], second);
  }

  /**
   * What people do who act alone: each account shares so many objects that a hash draws, some time
   * within two days after the object appears.
   */
  SmallShares crowd(int firstAccount, int endAccount, int each, int firstObject, int endObject) {
    for (int u = firstAccount; u < endAccount; u++) {
      for (int i = 0; i < each; i++) {
        long draw = StableHash.ofPair(u, i);
        int o = firstObject + (int) Long.remainderUnsigned(draw, endObject - firstObject);
        shares(u, o, 172_800 * StableHash.uniform(StableHash.of(draw, 1)));
      }
    }
    return this;
  }

  SharedObjects build() {
    return builder.build(LockstepRules.DEFAULT);
  }

  SharedObjects build(LockstepRules rules) {
    return builder.build(rules);
  }

  static Lockstep found(SharedObjects shares) {
    return Lockstep.of(shares, LockstepRules.DEFAULT);
  }
}
