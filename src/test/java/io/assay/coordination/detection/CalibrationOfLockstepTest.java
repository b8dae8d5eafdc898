package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/**
 * Where everybody shares alone, but many at once what is news, improbable pairs are as rare as they
 * say. Pairs are drawn before anything is selected.
 */
class CalibrationOfLockstepTest {
  private static final int ACCOUNTS = 1_500;
  private static final int OBJECTS = 300;
  private static final int DRAWN = 20_000;
  private static final int AUDIENCE = 200;
  private static final int PAIRS_OF_AUDIENCE = AUDIENCE * (AUDIENCE - 1) / 2;
  private static final double HOUR = 3_600;

  /**
   * Some objects are shared far more often than others. Every third is a headline, which half of
   * those who share it pass on within three minutes; all others come within hours, at last days.
   */
  private static SmallShares world() {
    SmallShares shares = new SmallShares(ACCOUNTS, OBJECTS);
    for (int u = 0; u < ACCOUNTS; u++) {
      int each = 2 + (int) (60 * Math.pow(uniform(u, 1), 4));
      for (int i = 0; i < each; i++) {
        long draw = StableHash.ofPair(u, i);
        int o = (int) (OBJECTS * Math.pow(uniform(draw, 2), 2));
        boolean atOnce = o % 3 == 0 && uniform(draw, 3) < 0.5;
        double after = atOnce ? 180 * uniform(draw, 4) : 6 * HOUR * -Math.log(uniform(draw, 5));
        shares.shares(u, o, 86_400 * o + after);
      }
    }
    return shares;
  }

  private static double uniform(long draw, int salt) {
    return StableHash.uniform(StableHash.of(draw, salt));
  }

  @Test
  void improbablePairsAreRareAndMakeNoGroup() {
    LockstepRules usual = LockstepRules.DEFAULT;
    // With pairs that meet only once, too.
    LockstepRules once =
        new LockstepRules(
            60_000,
            2_000,
            2_000,
            20,
            1,
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
    BitSet improbable = new BitSet();
    Lockstep found = Lockstep.of(world().build(once), once);
    for (LockstepPair pair : found.pairs()) {
      improbable.set(pair.first() * ACCOUNTS + pair.second(), pair.chance() <= 0.01);
    }
    // Most of these meet somewhere: a pair draws each end by how much it shares.
    assertThat(found.pairs().size()).isGreaterThan(DRAWN);
    int rare = 0;
    for (int i = 0; i < DRAWN; i++) {
      int u = busy(i, 31);
      int v = busy(i, 32);
      rare += improbable.get(Math.min(u, v) * ACCOUNTS + Math.max(u, v)) ? 1 : 0;
    }
    assertThat(rare / (double) DRAWN).isLessThanOrEqualTo(0.015);
    assertThat(SmallShares.found(world().build()).groups()).isEmpty();
  }

  /**
   * An audience of 200 passes on forty headlines besides, each of them all of these, but only half
   * of it within three minutes: more companions than are left out as few, and no ring.
   */
  @Test
  void pairsOfAnAudienceAreAsRareAsTheySay() {
    SmallShares shares = new SmallShares(ACCOUNTS, OBJECTS + 40).crowd(0, ACCOUNTS, 10, 0, OBJECTS);
    for (int o = OBJECTS; o < OBJECTS + 40; o++) {
      for (int u = 0; u < AUDIENCE; u++) {
        long draw = StableHash.ofPair(u, o);
        double most = uniform(draw, 1) < 0.5 ? 180 : 6 * HOUR;
        shares.shares(u, o, 86_400 * o + most * uniform(draw, 2));
      }
    }
    Lockstep found = SmallShares.found(shares.build());
    // Of 40 headlines they share some 3 in step: a pair that does not meet twice has p = 1.
    assertThat(found.pairs().size()).isGreaterThan(PAIRS_OF_AUDIENCE / 2);
    long rare = found.pairs().stream().filter(pair -> pair.chance() <= 0.01).count();
    assertThat(rare / (double) PAIRS_OF_AUDIENCE).isLessThanOrEqualTo(0.015);
    assertThat(found.groups()).isEmpty();
  }

  /** Who shares most is drawn most. */
  private static int busy(int draw, int salt) {
    int u = (int) (ACCOUNTS * uniform(draw, salt));
    return uniform(u, 1) > uniform(draw, salt + 10) ? u : busy(draw, salt + 100);
  }
}
