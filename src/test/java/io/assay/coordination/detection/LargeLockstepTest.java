package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large rings, and audiences that look like them at first sight. */
class LargeLockstepTest {
  private static final int PEOPLE = 2_000;
  private static final double DAY = 86_400;

  /** 2,000 people share ten each of 100 objects within two days; accounts beyond do nothing yet. */
  private static SmallShares crowd(int more) {
    return new SmallShares(PEOPLE + more, 200).crowd(0, PEOPLE, 10, 0, 100);
  }

  /** Accounts share sixty links, from 100 on, each within fifty seconds. */
  private static SmallShares ring(SmallShares shares, int first, int end) {
    for (int o = 100; o < 160; o++) {
      for (int u = first; u < end; u++) {
        shares.shares(u, o, 5_000 * o + (u * 7 + o) % 50);
      }
    }
    return shares;
  }

  /** Objects from 160 on that accounts pass on within a minute. */
  private static SmallShares headlines(SmallShares shares, int headlines, int first, int end) {
    for (int o = 160; o < 160 + headlines; o++) {
      for (int u = first; u < end; u++) {
        shares.shares(u, o, 9_000 * o + (u * 11 + o) % 60);
      }
    }
    return shares;
  }

  private static void assertWhole(Lockstep found, int first, int end) {
    assertThat(found.groups()).hasSize(1);
    LockstepGroup group = found.groups().get(0);
    assertThat(group.accounts()).containsExactly(IntStream.range(first, end).toArray());
    assertThat(group.accepted()).isTrue();
    assertThat(group.probability()).isEqualTo(1);
  }

  @Test
  void aRingOf300IsFoundWhole() {
    Lockstep found = SmallShares.found(ring(crowd(300), PEOPLE, PEOPLE + 300).build());
    assertWhole(found, PEOPLE, PEOPLE + 300);
    assertThat(found.groups().get(0).objects()).hasSize(60);
  }

  @Test
  void aRingOf1000IsFoundWhole() {
    Lockstep found = SmallShares.found(ring(crowd(1_000), PEOPLE, PEOPLE + 1_000).build());
    assertWhole(found, PEOPLE, PEOPLE + 1_000);
  }

  /** Five people come to each link in the days after: of so many accounts none is sampled away. */
  @Test
  void aRingWhoseLinksPeopleShareTooIsFoundWhole() {
    SmallShares shares = ring(crowd(1_000), PEOPLE, PEOPLE + 1_000);
    for (int o = 100; o < 160; o++) {
      for (int i = 0; i < 5; i++) {
        shares.shares((o * 13 + i * 401) % PEOPLE, o, 5_000 * o + DAY / 3 * (i + 1));
      }
    }
    assertWhole(SmallShares.found(shares.build()), PEOPLE, PEOPLE + 1_000);
  }

  /** As many people as there are in the ring: three quarters of all would still be a ring. */
  @Test
  void aRingOfHalfOfAllIsFoundWhole() {
    SmallShares shares = new SmallShares(600, 200).crowd(0, 300, 10, 0, 100);
    assertWhole(SmallShares.found(ring(shares, 300, 600).build()), 300, 600);
  }

  /** Each takes part in two of three links, so that two of them meet at 27 of 60 on average. */
  @Test
  void aRingThatTakesTurnsIsFoundWhole() {
    SmallShares shares = crowd(300);
    for (int o = 100; o < 160; o++) {
      for (int u = PEOPLE; u < PEOPLE + 300; u++) {
        if (StableHash.uniform(StableHash.ofPair(u, o)) < 2 / 3.0) {
          shares.shares(u, o, 5_000 * o + (u * 7 + o) % 50);
        }
      }
    }
    assertWhole(SmallShares.found(shares.build()), PEOPLE, PEOPLE + 300);
  }

  /** The same people at all four: but four times is not often for so many. */
  @Test
  void headlinesOf2000PeopleMakeNoGroup() {
    Lockstep found = SmallShares.found(headlines(crowd(0), 4, 0, PEOPLE).build());
    assertThat(found.pairs()).hasSizeGreaterThan(1_000_000);
    assertThat(found.groups()).isEmpty();
  }

  /** Nor where three times as many others share something, and never a headline. */
  @Test
  void headlinesOfAThirdOfAllPeopleMakeNoGroup() {
    SmallShares shares = new SmallShares(3 * 600, 200).crowd(0, 3 * 600, 10, 0, 100);
    assertThat(SmallShares.found(headlines(shares, 4, 0, 600).build()).groups()).isEmpty();
  }

  /** All 600 pass on all forty headlines, but only half of them within the minute. */
  @Test
  void anAudienceThatComesLateToMostMakesNoGroup() {
    SmallShares shares = crowd(0);
    for (int o = 160; o < 200; o++) {
      for (int u = 0; u < 600; u++) {
        long draw = StableHash.ofPair(u, o);
        double after = StableHash.uniform(StableHash.of(draw, 1));
        shares.shares(u, o, 9_000 * o + after * (StableHash.uniform(draw) < 0.5 ? 60 : 20_000));
      }
    }
    Lockstep found = SmallShares.found(shares.build());
    assertThat(found.pairs()).hasSizeGreaterThan(100_000);
    assertThat(found.groups()).isEmpty();
  }

  /** People and ring pass on four headlines in the same minute; people are not drawn in. */
  @Test
  void headlinesHideNoRing() {
    SmallShares shares = ring(crowd(300), PEOPLE, PEOPLE + 300);
    headlines(shares, 4, 1_500, PEOPLE + 300);
    assertWhole(SmallShares.found(shares.build()), PEOPLE, PEOPLE + 300);
  }

  @Test
  void twoRingsAreTwoGroups() {
    SmallShares shares = ring(crowd(500), PEOPLE, PEOPLE + 300);
    headlines(shares, 40, PEOPLE + 300, PEOPLE + 500);
    Lockstep found = SmallShares.found(shares.build());
    assertThat(found.groups()).extracting(g -> g.members().size()).containsExactly(300, 200);
    assertThat(found.groups().get(0).accounts()).contains(PEOPLE).doesNotContain(PEOPLE + 300);
  }
}
