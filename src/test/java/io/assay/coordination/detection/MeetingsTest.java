package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who shares which object in step, counted by hand. */
class MeetingsTest {

  private static Meetings meetings(SharedObjects shares) {
    return Meetings.of(shares, LockstepRules.DEFAULT);
  }

  /** At object 0 all three within a minute of a neighbour; 0 and 2 a minute and a second apart. */
  @Test
  void accountsMeetWithinTheWindow() {
    SmallShares shares = new SmallShares(3, 3);
    shares.shares(0, 0, 0).shares(1, 0, 30).shares(2, 0, 61);
    shares.shares(0, 1, 100).shares(1, 1, 160).shares(2, 1, 160);
    shares.shares(2, 2, 900).shares(1, 2, 900);
    Meetings meetings = meetings(shares.build());
    assertThat(meetings.of(0, 1)).isEqualTo(2);
    assertThat(meetings.of(1, 2)).isEqualTo(3);
    assertThat(meetings.of(2, 1)).isEqualTo(3);
    // Once, at object 1, which is too seldom.
    assertThat(meetings.of(0, 2)).isZero();
    assertThat(meetings.busy()).isEqualTo(3);
  }

  @Test
  void anObjectCountsOnceHoweverOftenItIsShared() {
    SmallShares shares = new SmallShares(2, 2);
    for (int i = 0; i < 10; i++) {
      shares.shares(0, 0, i).shares(1, 0, i).shares(0, 1, i).shares(1, 1, i);
    }
    assertThat(meetings(shares.build()).of(0, 1)).isEqualTo(2);
  }

  @Test
  void theSameMessageAndTheObjectItselfAreNoCoincidence() {
    SmallShares same = new SmallShares(2, 2);
    same.sharesIn(0, 0, 5, 0).sharesIn(1, 0, 5, 1).sharesIn(0, 1, 6, 0).sharesIn(1, 1, 6, 1);
    assertThat(meetings(same.build()).of(0, 1)).isZero();
    SmallShares own = new SmallShares(2, 2);
    own.publishes(0, 0, 0).shares(1, 0, 1).publishes(0, 1, 0).shares(1, 1, 1);
    assertThat(meetings(own.build()).of(0, 1)).isZero();
  }

  /** Of 400 accounts on two objects each keeps some 100, the same ones. */
  @Test
  void hotObjectsKeepTheSameAccounts() {
    LockstepRules usual = LockstepRules.DEFAULT;
    LockstepRules few =
        new LockstepRules(
            60_000,
            100,
            2_000,
            20,
            2,
            10,
            usual.companions(),
            1.5,
            1e-3,
            1,
            usual.cores(),
            1e-4,
            0.4,
            12,
            0.7);
    SmallShares shares = new SmallShares(400, 2);
    for (int u = 0; u < 400; u++) {
      shares.shares(u, 0, 5).shares(u, 1, 9);
    }
    SharedObjects kept = shares.build(few);
    int n = kept.endOf(0) - kept.firstOf(0);
    assertThat(n).isBetween(70, 130).isEqualTo(kept.endOf(1) - kept.firstOf(1));
    assertThat(Meetings.of(kept, few).busy()).isEqualTo(n);
  }

  @Test
  void ofWhatIsSharedAgainAndAgainTheFirstSharesAreKept() {
    SmallShares shares = new SmallShares(1, 1);
    for (int i = 99; i >= 0; i--) {
      shares.shares(0, 0, i);
    }
    SharedObjects kept = shares.build();
    assertThat(kept.endOf(0)).isEqualTo(LockstepRules.DEFAULT.repeats());
    assertThat(kept.millis(0)).isZero();
    assertThat(kept.millis(19)).isEqualTo(19_000);
    assertThat(kept.isFirst(0)).isTrue();
    assertThat(kept.isFirst(1)).isFalse();
  }

  /**
   * Accounts 0 and 1 share two objects in step. Of five others on object 0 two are, one of ten
   * pairs; on object 1 all four are, six of six. Usual of all is (.1 + 1) / 2, which counts as ten
   * pairs: pairs with 0 or 1 are left out of it where they meet twice, which nobody else does, and
   * else are part of it.
   */
  @Test
  void eachObjectHasAChanceOfItsOwn() {
    SmallShares shares = new SmallShares(11, 2);
    shares.shares(0, 0, 100_000).shares(1, 0, 100_010);
    shares.shares(2, 0, 1_000).shares(3, 0, 1_030).shares(4, 0, 20_000).shares(5, 0, 30_000);
    shares.shares(6, 0, 40_000);
    shares.shares(0, 1, 0).shares(1, 1, 50);
    shares.shares(7, 1, 10).shares(8, 1, 20).shares(9, 1, 30).shares(10, 1, 40);
    SharedObjects built = shares.build();
    LockstepRules rules = LockstepRules.DEFAULT;
    OwnObjects own = new OwnObjects(built, rules);
    Companions companions = new Companions(own, meetings(built), rules);
    InStepByChance chance = new InStepByChance(built, own, companions, rules);
    // Of 20 pairs on object 0 without 0-1 there is one in step; on object 1 all are.
    double usual = (1 / 20.0 + 1) / 2;
    assertThat(chance.usual()).isCloseTo(usual, within(1e-12));
    List<LockstepPair> pairs = new LockstepPairs(built, own, companions, chance).all();
    assertThat(pairs).hasSize(1);
    LockstepPair pair = pairs.get(0);
    assertThat(pair.both()).isEqualTo(2);
    assertThat(pair.inStep()).isEqualTo(2);
    double first = 1.5 * (1 + 10 * usual) / (10 + 10);
    double second = Math.min(1, 1.5 * (6 + 10 * usual) / (6 + 10));
    assertThat(pair.expected()).isCloseTo(first + second, within(1e-12));
    assertThat(pair.chance()).isCloseTo(first * second, within(1e-12));
  }
}
