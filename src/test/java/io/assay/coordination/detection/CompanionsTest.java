package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Who is left out of an account's null, where more than two companions are many, four objects
 * often, and half of all who share two objects not yet everybody.
 */
class CompanionsTest {
  private static final LockstepRules RULES = rules(new CompanionRules(2, 4, 0.5, 0.5));

  private static LockstepRules rules(CompanionRules companions) {
    LockstepRules usual = LockstepRules.DEFAULT;
    return new LockstepRules(
        usual.millis(),
        usual.perObject(),
        usual.perAccount(),
        usual.repeats(),
        usual.leastShared(),
        usual.prior(),
        companions,
        usual.slack(),
        usual.chance(),
        usual.triangles(),
        usual.cores(),
        usual.memberChance(),
        usual.candidateShare(),
        usual.rounds(),
        usual.accept());
  }

  private static int[] leftOut(SmallShares shares, int account, double least) {
    SharedObjects built = shares.build(RULES);
    OwnObjects own = new OwnObjects(built, RULES);
    IntList left = new IntList();
    new Companions(own, Meetings.of(built, RULES), RULES).forEach(account, least, left::add);
    left.sort();
    return left.toArray();
  }

  /** Accounts from 0 share objects in step, each object an hour after the one before. */
  private static void inStep(SmallShares shares, int accounts, int firstObject, int endObject) {
    for (int o = firstObject; o < endObject; o++) {
      for (int u = 0; u < accounts; u++) {
        shares.shares(u, o, 3_600 * o + u);
      }
    }
  }

  /** Ten others share two objects each, a day later and hours apart. */
  private static SmallShares beside(int accounts) {
    SmallShares shares = new SmallShares(accounts + 10, 40);
    for (int i = 0; i < 10; i++) {
      shares.shares(accounts + i, 38, 500_000 + 3_600 * i);
      shares.shares(accounts + i, 39, 900_000 + 3_600 * i);
    }
    return shares;
  }

  @Test
  void fewAreHoweverSeldomTheyAreMet() {
    SmallShares shares = beside(3);
    inStep(shares, 3, 0, 2);
    assertThat(leftOut(shares, 0, 2)).containsExactly(1, 2);
    assertThat(leftOut(shares, 0, 3)).isEmpty();
  }

  @Test
  void manyWhoAreMetSeldomAreAnAudience() {
    SmallShares shares = beside(6);
    inStep(shares, 6, 0, 3);
    assertThat(leftOut(shares, 0, 2)).isEmpty();
  }

  @Test
  void manyWhoAreMetOftenAreARing() {
    SmallShares shares = beside(6);
    inStep(shares, 6, 0, 4);
    assertThat(leftOut(shares, 0, 2)).containsExactly(1, 2, 3, 4, 5);
    assertThat(leftOut(shares, 0, 4)).containsExactly(1, 2, 3, 4, 5);
    assertThat(leftOut(shares, 0, 5)).isEmpty();
  }

  /** Of nine objects that all share four are shared in step: fewer than half. */
  @Test
  void whoComesLateToMostIsOfAnAudience() {
    SmallShares shares = beside(6);
    inStep(shares, 6, 0, 4);
    for (int o = 4; o < 9; o++) {
      for (int u = 0; u < 6; u++) {
        shares.shares(u, o, 3_600 * o + 600 * u);
      }
    }
    assertThat(leftOut(shares, 0, 2)).isEmpty();
  }

  /** They repeat themselves into step, but come upon each object ten minutes after each other. */
  @Test
  void whoRepeatsItselfIsOfNoRing() {
    SmallShares shares = beside(6);
    for (int o = 0; o < 4; o++) {
      for (int u = 0; u < 6; u++) {
        shares.shares(u, o, 3_600 * o + 600 * u).shares(u, o, 100_000 + 3_600 * o);
      }
    }
    assertThat(leftOut(shares, 0, 2)).isEmpty();
  }

  /** Eleven companions are half of 22 who share two objects, 12 are more than half of 23. */
  @Test
  void everybodyIsNoRing() {
    SmallShares half = beside(12);
    inStep(half, 12, 0, 5);
    assertThat(leftOut(half, 0, 2)).hasSize(11);
    SmallShares more = beside(13);
    inStep(more, 13, 0, 5);
    assertThat(leftOut(more, 0, 2)).isEmpty();
  }

  /** Of many in step at two objects the two who are at three are met more often. */
  @Test
  void ofManyTheFewWhoAreMetMostOften() {
    SmallShares shares = beside(6);
    inStep(shares, 6, 0, 2);
    inStep(shares, 3, 2, 3);
    assertThat(leftOut(shares, 0, 2)).containsExactly(1, 2);
    assertThat(leftOut(shares, 5, 2)).isEmpty();
  }
}
