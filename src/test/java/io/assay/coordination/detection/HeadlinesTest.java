package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Members 0, 1 and 2 share an object at once; others do so at the same time, or do not. */
class HeadlinesTest {
  private static final int[] MEMBERS = {0, 1, 2};
  private static final long MINUTE = 60_000;

  private static SmallShares membersAt(int object, double second) {
    SmallShares shares = new SmallShares(10, 3);
    for (int u : MEMBERS) {
      shares.shares(u, object, second + u);
    }
    return shares;
  }

  private static int among(SmallShares shares, int... objects) {
    return new Headlines(shares.build(), MINUTE).among(objects, MEMBERS);
  }

  @Test
  void moreOthersThanMembersMakeAHeadline() {
    SmallShares three = membersAt(0, 500);
    SmallShares four = membersAt(0, 500);
    for (int u = 3; u < 7; u++) {
      if (u < 6) {
        three.shares(u, 0, 510);
      }
      four.shares(u, 0, 510);
    }
    assertThat(among(three, 0)).isZero();
    assertThat(among(four, 0)).isEqualTo(1);
  }

  /** Four others, a minute and two seconds after the last member; or one of them four times. */
  @Test
  void whoComesLaterOrAloneMakesNone() {
    SmallShares later = membersAt(0, 500);
    SmallShares alone = membersAt(0, 500);
    for (int u = 3; u < 7; u++) {
      later.shares(u, 0, 502 + 62);
      alone.shares(3, 0, 500 + u);
    }
    assertThat(among(later, 0)).isZero();
    assertThat(among(alone, 0)).isZero();
  }

  @Test
  void eachObjectIsCountedByItself() {
    SmallShares shares = membersAt(0, 500);
    for (int u : MEMBERS) {
      shares.shares(u, 1, 900 + u).shares(u, 2, 1_300 + u);
    }
    for (int u = 3; u < 10; u++) {
      shares.shares(u, 0, 501).shares(u, 2, 1_301);
    }
    assertThat(among(shares, 0, 1, 2)).isEqualTo(2);
    assertThat(among(shares, 1)).isZero();
  }
}
