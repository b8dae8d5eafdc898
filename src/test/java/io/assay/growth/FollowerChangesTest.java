package io.assay.growth;

import static io.assay.growth.Literal.daily;
import static io.assay.growth.Literal.seen;
import static io.assay.growth.Literal.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FollowerChangesTest {

  private static List<FollowerChange> jumps(FollowerSeries series) {
    return FollowerChanges.standingOut(FollowerChanges.of(series, settings()), 1);
  }

  private static List<FollowerChange> drops(FollowerSeries series) {
    return FollowerChanges.standingOut(FollowerChanges.of(series, settings()), -1);
  }

  @Test
  void aStepFarAboveTheUsualOnesIsAJump() {
    FollowerSeries series = daily(1000, 1000, 1000, 1500, 1500, 1500);
    assertThat(jumps(series))
        .singleElement()
        .satisfies(
            jump -> {
              assertThat(jump.from()).isEqualTo(2);
              assertThat(jump.to()).isEqualTo(3);
              assertThat(jump.change()).isEqualTo(500);
              assertThat(jump.share()).isEqualTo(0.5);
              assertThat(jump.perDay()).isEqualTo(500);
              // Nothing else ever happened: the scale is the noise of 0.2 % a day.
              assertThat(jump.score()).isEqualTo(StrictMath.log(1.5) / 0.002);
            });
    assertThat(drops(series)).isEmpty();
  }

  @Test
  void whoAlwaysGrowsFastDoesNotJump() {
    assertThat(jumps(daily(1000, 1300, 1700, 2200, 2800, 3600))).isEmpty();
    // A third of the steps is fast, and they are all of the growth.
    assertThat(jumps(daily(1000, 1000, 1300, 1300, 1300, 1700, 1700))).hasSize(2);
  }

  @Test
  void aDeliveryOverSeveralDaysIsOneJumpHoweverOftenItWasSeen() {
    FollowerSeries daily =
        daily(1000, 1000, 1000, 1000, 1100, 1200, 1300, 1300, 1300, 1300, 1300, 1300);
    FollowerSeries seldom = seen(1, 1000, 4, 1000, 7, 1300, 10, 1300, 12, 1300);
    for (FollowerSeries series : List.of(daily, seldom)) {
      assertThat(jumps(series))
          .singleElement()
          .satisfies(
              jump -> {
                assertThat(series.times()[jump.from()]).isEqualTo(Literal.at(4));
                assertThat(series.times()[jump.to()]).isEqualTo(Literal.at(7));
                assertThat(jump.change()).isEqualTo(300);
                assertThat(jump.perDay()).isEqualTo(100);
              });
    }
  }

  @Test
  void muchGrowthOverALongGapIsNoJump() {
    FollowerSeries series = seen(1, 1000, 2, 1010, 3, 1020, 53, 1520, 54, 1530);
    assertThat(jumps(series)).isEmpty();
    // It is still the largest gain.
    assertThat(FollowerChanges.largest(FollowerChanges.of(series, settings()), 1).change())
        .isEqualTo(500);
  }

  @Test
  void aFewFollowersOrASmallShareAreNoJump() {
    assertThat(jumps(daily(40, 40, 40, 60, 60))).isEmpty();
    assertThat(jumps(daily(1000, 1000, 1000, 1100, 1100))).hasSize(1);
    assertThat(jumps(daily(1000, 1000, 1000, 1099, 1099))).isEmpty();
    assertThat(jumps(daily(100_001, 100_001, 100_001, 104_001, 104_001))).isEmpty();
    assertThat(jumps(daily(100_001, 100_001, 100_001, 106_001, 106_001))).hasSize(1);
  }

  @Test
  void aPurgeIsADrop() {
    FollowerSeries series = daily(9000, 9010, 9020, 7020, 7030, 7040);
    assertThat(jumps(series)).isEmpty();
    assertThat(drops(series)).singleElement().extracting(FollowerChange::change).isEqualTo(-2000L);
    assertThat(FollowerChanges.largest(FollowerChanges.of(series, settings()), -1).score())
        .isNegative();
  }

  @Test
  void aFlatDayOfAFastGrowerIsNoDrop() {
    FollowerSeries series = daily(1000, 1100, 1210, 1331, 1331, 1464);
    assertThat(drops(series)).isEmpty();
    assertThat(FollowerChanges.largest(FollowerChanges.of(series, settings()), -1)).isNull();
  }

  @Test
  void aRiseFromNothingIsAJumpWithoutAShare() {
    assertThat(jumps(daily(0, 0, 0, 500, 500)))
        .singleElement()
        .satisfies(jump -> assertThat(jump.share()).isNull());
  }

  @Test
  void oneUnitOfAbbreviatedCountsIsNoJump() {
    assertThat(jumps(daily(1_200_000, 1_200_000, 1_200_000, 1_300_000, 1_300_000))).isEmpty();
    assertThat(jumps(daily(1_200_000, 1_200_000, 1_200_000, 1_400_000, 1_400_000))).hasSize(1);
  }

  @Test
  void theLargestGainIsTheLargestJumpWhereThereIsOne() {
    // The jump brought 200, the slow year before it 900.
    FollowerSeries series = seen(1, 1000, 300, 1900, 301, 1900, 302, 2100, 303, 2100);
    FollowerChange largest = FollowerChanges.largest(FollowerChanges.of(series, settings()), 1);
    assertThat(largest.standsOut()).isTrue();
    assertThat(largest.change()).isEqualTo(200);
    // Of equal ones the first.
    FollowerChange first =
        FollowerChanges.largest(FollowerChanges.of(daily(10, 11, 12, 13, 14), settings()), 1);
    assertThat(first.from()).isZero();
    assertThat(FollowerChanges.largest(FollowerChanges.of(daily(9, 8, 7, 6, 5), settings()), 1))
        .isNull();
  }
}
