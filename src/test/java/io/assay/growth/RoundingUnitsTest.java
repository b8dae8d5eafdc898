package io.assay.growth;

import static io.assay.growth.Literal.daily;
import static io.assay.growth.Literal.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts as platforms show them, and exact ones that end in zeros. */
class RoundingUnitsTest {

  private static long[] units(long... counts) {
    return RoundingUnits.of(counts, 10_000);
  }

  private static List<Long> jumps(long... followers) {
    return standingOut(1, followers);
  }

  private static List<Long> drops(long... followers) {
    return standingOut(-1, followers);
  }

  private static List<Long> standingOut(int sign, long... followers) {
    return FollowerChanges.standingOut(FollowerChanges.of(daily(followers), settings()), sign)
        .stream()
        .map(FollowerChange::change)
        .toList();
  }

  @Test
  void eachCountHasItsOwnUnit() {
    assertThat(units(984_000, 996_000, 1_000_000, 1_100_000))
        .containsExactly(1_000, 1_000, 100_000, 100_000);
    assertThat(units(99_800, 99_900, 100_000, 101_000)).containsExactly(100, 100, 1_000, 1_000);
    // 10K is as coarse as the others of its size show it.
    assertThat(units(9_999, 10_000, 10_100)).containsExactly(1, 100, 100);
    assertThat(units(9_999, 10_000, 11_000)).containsExactly(1, 1_000, 1_000);
    // Alone it is no coarser than two digits, 100K no coarser than three.
    assertThat(units(1_000_000)).containsExactly(100_000);
    assertThat(units(100_000)).containsExactly(1_000);
    assertThat(units(0, 5, 9_000)).containsExactly(1, 1, 1);
    assertThat(units(1_000_000_000_000_000_000L)).containsExactly(100_000_000_000_000_000L);
  }

  @Test
  void anExactCountMayEndInZeros() {
    assertThat(units(11_950, 12_000, 13_000, 13_010)).containsExactly(1, 1, 1, 1);
    assertThat(units(12_000, 12_000, 12_000, 13_010)).containsExactly(1, 1, 1, 1);
    // Three that differ are no chance: the crawler changed its source.
    assertThat(units(12_000, 13_000, 14_000, 14_020)).containsExactly(1_000, 1_000, 1_000, 1);
    // 9990 is exact whatever the platform does with larger ones.
    assertThat(units(9_990, 12_000, 13_000)).containsExactly(1, 1_000, 1_000);
  }

  @Test
  void aMillionIsCrossedWithoutAJump() {
    assertThat(
            jumps(
                950_000, 961_000, 972_000, 984_000, 996_000, 1_000_000, 1_000_000, 1_000_000,
                1_000_000, 1_000_000, 1_000_000, 1_100_000, 1_100_000, 1_100_000))
        .isEmpty();
    assertThat(
            drops(
                1_100_000, 1_100_000, 1_100_000, 1_000_000, 1_000_000, 1_000_000, 996_000, 984_000))
        .isEmpty();
    assertThat(jumps(996_000, 996_000, 996_000, 1_200_000, 1_200_000, 1_200_000))
        .containsExactly(204_000L);
  }

  @Test
  void otherBordersAreCrossedWithoutOne() {
    assertThat(jumps(9_980, 9_990, 9_999, 10_000, 10_000, 10_100, 10_100)).isEmpty();
    assertThat(jumps(9_980, 9_990, 9_999, 10_000, 10_000, 11_000, 11_000)).isEmpty();
    assertThat(jumps(99_700, 99_800, 99_900, 100_000, 100_000, 101_000, 101_000)).isEmpty();
    assertThat(jumps(1_200_000, 1_200_000, 1_200_000, 1_300_000, 1_300_000)).isEmpty();
    assertThat(jumps(9_900_000, 9_900_000, 9_900_000, 10_000_000, 10_100_000)).isEmpty();
  }

  @Test
  void aJumpAcrossABorderIsTold() {
    assertThat(jumps(9_200, 9_210, 9_220, 10_100, 10_100, 10_200)).containsExactly(880L);
    assertThat(jumps(99_700, 99_800, 99_900, 110_000, 110_000, 111_000)).containsExactly(10_100L);
    assertThat(drops(1_300_000, 1_300_000, 1_300_000, 996_000, 996_000)).containsExactly(-304_000L);
  }

  @Test
  void aJumpAmongExactCountsIsToldWhereItEndsInZeros() {
    assertThat(jumps(11_970, 11_985, 12_000, 15_000, 15_012, 15_025)).containsExactly(3_000L);
    assertThat(jumps(11_970, 11_985, 12_000, 13_000, 13_004, 13_011)).containsExactly(1_000L);
    assertThat(jumps(930_211, 930_300, 930_400, 1_000_000, 1_000_350)).containsExactly(69_600L);
    assertThat(drops(15_012, 15_006, 15_000, 14_000, 13_990, 13_985)).containsExactly(-1_000L);
  }
}
