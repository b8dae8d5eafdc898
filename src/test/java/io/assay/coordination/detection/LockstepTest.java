package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups in lockstep, from shares to evidence. */
class LockstepTest {
  private static final int[] FIVE = {300, 301, 302, 303, 304};

  /** 300 accounts share ten each of 100 objects within two days. */
  private static SmallShares crowd() {
    return new SmallShares(310, 130).crowd(0, 300, 10, 0, 100);
  }

  /** Five share twelve objects of the crowd within seconds of each other. */
  private static SmallShares five(SmallShares shares) {
    for (int o = 0; o < 12; o++) {
      for (int u : FIVE) {
        shares.shares(u, o, 50_000 + 3_000 * o + 4 * (u - 300));
      }
    }
    return shares;
  }

  @Test
  void aCrowdIsInStepWithNobody() {
    assertThat(SmallShares.found(crowd().build()).groups()).isEmpty();
  }

  @Test
  void whoActsInStepIsFound() {
    Lockstep found = SmallShares.found(five(crowd()).build());
    assertThat(found.groups()).hasSize(1);
    LockstepGroup group = found.groups().get(0);
    assertThat(group.accounts()).containsExactly(FIVE);
    assertThat(group.objects()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(group.pairs()).hasSize(10);
    assertThat(group.pairs()).extracting(LockstepPair::inStep).containsOnly(12);
    assertThat(group.members()).extracting(LockstepMember::inStep).containsOnly(12);
    assertThat(group.firstMillis()).isEqualTo(50_000_000);
    assertThat(group.lastMillis()).isEqualTo((50_000 + 33_000 + 16) * 1_000);
    assertThat(group.accepted()).isTrue();
    assertThat(group.probability()).isGreaterThan(0.999);
  }

  /** Nobody else shares these objects: the group must not be its own explanation. */
  @Test
  void aGroupWithObjectsOfItsOwnIsFound() {
    SmallShares shares = crowd();
    for (int o = 100; o < 108; o++) {
      for (int u : FIVE) {
        shares.shares(u, o, 9_000 * o + 5 * (u - 300));
      }
    }
    List<LockstepGroup> groups = SmallShares.found(shares.build()).groups();
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).accounts()).containsExactly(FIVE);
    assertThat(groups.get(0).accepted()).isTrue();
  }

  /** Twenty headlines that all 300 pass on within a minute: everybody is in step with everybody. */
  @Test
  void headlinesMakeNoGroup() {
    SmallShares shares = crowd();
    for (int o = 100; o < 120; o++) {
      for (int u = 0; u < 300; u++) {
        shares.shares(u, o, 10_000 * o + (u * 7 + o) % 60);
      }
    }
    Lockstep found = SmallShares.found(shares.build());
    assertThat(found.pairs()).hasSize(300 * 299 / 2);
    assertThat(found.groups()).isEmpty();
  }

  /** Five who meet at headlines of all, besides, are found by what they do elsewhere. */
  @Test
  void headlinesHideNobody() {
    SmallShares shares = five(crowd());
    for (int o = 100; o < 120; o++) {
      for (int u = 0; u < 305; u++) {
        shares.shares(u, o, 10_000 * o + (u * 7 + o) % 60);
      }
    }
    List<LockstepGroup> groups = SmallShares.found(shares.build()).groups();
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).accounts()).containsExactly(FIVE);
  }

  /** One who shares the same three objects every minute of a day is in step with all who come. */
  @Test
  void whoRepeatsItselfIsInStepWithNobody() {
    SmallShares shares = crowd();
    for (int minute = 0; minute < 1_440; minute++) {
      for (int u = 305; u < 308; u++) {
        for (int o = 100; o < 103; o++) {
          shares.shares(u, o, 60 * minute + 20 * (u - 305) + o);
        }
      }
    }
    Lockstep found = SmallShares.found(shares.build());
    assertThat(found.pairs()).extracting(LockstepPair::inStep).containsOnly(3);
    assertThat(found.groups()).isEmpty();
  }

  @Test
  void whereNothingIsKnownNobodyIsAccused() {
    assertThat(SmallShares.found(new SmallShares(0, 0).build()).groups()).isEmpty();
    SmallShares one = new SmallShares(50, 1);
    for (int u = 0; u < 50; u++) {
      one.shares(u, 0, u);
    }
    assertThat(SmallShares.found(one.build()).groups()).isEmpty();
    SmallShares atOnce = new SmallShares(50, 20);
    for (int u = 0; u < 50; u++) {
      for (int o = 0; o < 20; o++) {
        atOnce.shares(u, o, 5);
      }
    }
    assertThat(SmallShares.found(atOnce.build()).groups()).isEmpty();
  }

  @Test
  void twoAreNoGroup() {
    SmallShares shares = crowd();
    for (int o = 0; o < 12; o++) {
      shares.shares(300, o, 50_000 + 3_000 * o).shares(301, o, 50_001 + 3_000 * o);
    }
    Lockstep found = SmallShares.found(shares.build());
    assertThat(found.groups()).isEmpty();
    assertThat(found.pairs())
        .anySatisfy(
            pair -> {
              assertThat(pair.first()).isEqualTo(300);
              assertThat(pair.inStep()).isEqualTo(12);
              assertThat(pair.chance()).isLessThan(1e-10);
            });
  }
}
