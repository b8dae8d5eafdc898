package io.assay.growth;

import static io.assay.growth.Literal.daily;
import static io.assay.growth.Literal.seen;
import static io.assay.growth.Literal.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.statistics.LoneSights.Why;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Levels that one sight shows, and levels that stay. */
class LoneSightsTest {

  private static List<Long> setAside(FollowerSeries series) {
    return series.setAside().stream().map(FollowerSeries.SetAside::count).toList();
  }

  private static List<Why> reasons(FollowerSeries series) {
    return series.setAside().stream().map(FollowerSeries.SetAside::why).toList();
  }

  private static List<Long> changes(FollowerSeries series) {
    return FollowerChanges.of(series, settings()).stream()
        .filter(FollowerChange::standsOut)
        .map(FollowerChange::change)
        .toList();
  }

  private static void isLone(long sight, Why why, FollowerSeries series) {
    assertThat(setAside(series)).containsExactly(sight);
    assertThat(reasons(series)).containsExactly(why);
    assertThat(changes(series)).isEmpty();
    assertThat(series.leftOut()).isZero();
  }

  private static void isBelieved(FollowerSeries series, Long... changes) {
    assertThat(setAside(series)).isEmpty();
    assertThat(changes(series)).containsExactly(changes);
  }

  @Test
  void aTenthThatTheNextSightUndoesIsSetAside() {
    FollowerSeries series =
        daily(629_720, 629_840, 629_960, 630_080, 63_000, 630_320, 630_440, 630_560, 630_680);
    isLone(63_000, Why.UNDONE, series);
    // What is left is the drip it is, over the day without a sight too.
    assertThat(Evenness.of(series, 0.2)).isEqualTo(new Evenness(0, 0, 7, 8, 120.0));
    assertThat(series.growth()).isEqualTo(960);
  }

  @Test
  void soAreTenTimesAsManyAndNone() {
    isLone(51_000, Why.UNDONE, daily(5_070, 5_080, 5_090, 51_000, 5_110, 5_120));
    isLone(0, Why.UNDONE, daily(5_070, 5_080, 5_090, 0, 5_110, 5_120));
    isLone(63_000, Why.UNDONE, daily(629_000, 63_000, 629_300, 629_400));
    // 1.6M of which a digit was lost, in counts that are rounded.
    isLone(600_000, Why.UNDONE, daily(1_600_000, 1_600_000, 600_000, 1_600_000, 1_600_000));
  }

  @Test
  void halfAnHourIsOneSightHoweverOftenItWasSeen() {
    FollowerSeries series =
        seen(1, 5000, 2, 5010, 3, 5020, 3.01, 0, 3.02, 0, 3.03, 0, 3.04, 5020, 4, 5030);
    assertThat(setAside(series)).containsExactly(0L, 0L, 0L);
    assertThat(changes(series)).isEmpty();
    assertThat(series.observations()).isEqualTo(4);
    assertThat(series.leftOut()).isEqualTo(1);
  }

  @Test
  void severalLoneSightsAreEachSetAside() {
    FollowerSeries series =
        daily(5_000, 5_010, 500, 5_030, 5_040, 5_050, 0, 5_070, 50_080, 5_090, 5_100);
    assertThat(setAside(series)).containsExactly(500L, 0L, 50_080L);
    assertThat(changes(series)).isEmpty();
  }

  @Test
  void whatTwoSightsSayIsBelieved() {
    isBelieved(daily(5_000, 5_010, 5_020, 500, 500, 5_050, 5_060, 5_070), -4_520L, 4_550L);
    isBelieved(daily(5_000, 5_010, 5_020, 50_000, 50_010, 50_020, 50_030, 50_040), 44_980L);
    isBelieved(daily(5_000, 5_000, 5_000, 7_000, 7_010, 5_010, 5_020, 5_030), 2_000L, -2_000L);
    // Other counts say so too, if they are of the same kind.
    isBelieved(daily(5_000, 5_000, 5_000, 500, 400, 5_000, 5_000, 5_000), -4_600L, 4_600L);
  }

  @Test
  void twoThatContradictEachOtherSayNothing() {
    areLone(
        List.of(63_000L, 6_300L),
        daily(629_720, 629_840, 629_960, 63_000, 6_300, 630_320, 630_440, 630_560));
    areLone(
        List.of(63_000L, 6_300_000L),
        daily(629_720, 629_840, 629_960, 63_000, 6_300_000, 630_320, 630_440, 630_560));
    areLone(
        List.of(1_000_000L, 2_000_000L),
        daily(1_500_000, 1_500_100, 1_000_000, 2_000_000, 1_500_200, 1_500_300));
    areLone(List.of(500L, 0L), daily(5_000, 5_000, 5_000, 500, 0, 5_000, 5_000, 5_000));
    // The next has to come back.
    isBelieved(daily(5_000, 5_000, 5_000, 500, 50_000, 50_000, 50_000), -4_500L, 49_500L);
  }

  private static void areLone(List<Long> sights, FollowerSeries series) {
    assertThat(setAside(series)).isEqualTo(sights);
    assertThat(reasons(series)).containsOnly(Why.UNDONE);
    assertThat(changes(series)).isEmpty();
  }

  @Test
  void whatTheNextSightUndoesIsSetAsideHoweverFarItIsOff() {
    isLone(
        1_000_000,
        Why.UNDONE,
        daily(1_500_000, 1_500_400, 1_500_800, 1_000_000, 1_501_600, 1_502_000));
    isLone(10_000, Why.UNDONE, daily(5_000, 5_000, 5_000, 10_000, 5_000, 5_000));
    isLone(9_999, Why.UNDONE, daily(5_000, 5_000, 5_000, 9_999, 5_000, 5_000));
    isLone(2_501, Why.UNDONE, daily(5_000, 5_000, 5_000, 2_501, 5_000, 5_000));
    isLone(5_250, Why.UNDONE, daily(5_000, 5_000, 5_000, 5_250, 5_000, 5_000));
    // Less is no jump; and rounding makes none.
    isBelieved(daily(5_000, 5_000, 5_000, 5_249, 5_000, 5_000));
    isBelieved(daily(1_000_000, 1_000_000, 1_000_000, 1_100_000, 1_000_000, 1_000_000));
    isLone(1_300_000, Why.UNDONE, daily(1_000_000, 1_000_000, 1_300_000, 1_000_000, 1_000_000));
  }

  @Test
  void belowTheFactorTheSightsBesideHaveToAgree() {
    // To a quarter of what it is off, as a ratio: log(7000 / 5240) = .29.
    isLone(7_000, Why.UNDONE, daily(5_000, 5_000, 5_000, 7_000, 5_240, 5_240));
    isBelieved(daily(5_000, 5_000, 5_000, 5_500, 5_200, 5_200), 500L, -300L);
  }

  @Test
  void offIsByFollowersThatWouldBeAJump() {
    isLone(0, Why.UNDONE, daily(100, 100, 100, 0, 100, 100));
    isBelieved(daily(99, 99, 99, 0, 99, 99));
  }

  @Test
  void theNextSightHasToComeBackToWhereGrowthWouldBe() {
    // 5 % more than before is what nobody would call a jump; more than that is one that stays.
    isLone(500, Why.UNDONE, daily(5_000, 5_000, 5_000, 500, 5_249, 5_249));
    isBelieved(daily(5_000, 5_000, 5_000, 500, 5_250, 5_250), -4_500L, 4_750L);
    // Who gains a tenth every day is expected to have done so meanwhile.
    isLone(730, Why.UNDONE, daily(5_000, 5_500, 6_050, 6_655, 730, 8_050, 8_855, 9_740));
    // Bought, and half of it removed.
    isBelieved(daily(5_000, 5_000, 5_000, 50_000, 20_000, 20_000), 45_000L, -30_000L);
  }

  @Test
  void aSlowRiseAndFallIsReal() {
    isBelieved(seen(1, 1_000, 366, 1_100, 731, 2_300, 1_096, 1_120, 1_461, 1_200));
  }

  @Test
  void theLastSightWaitsForTheNext() {
    isLone(50_000, Why.LAST, daily(5_000, 5_000, 5_000, 5_000, 50_000));
    isLone(500, Why.LAST, daily(5_000, 5_000, 5_000, 5_000, 500));
    // The next one decides.
    isBelieved(daily(5_000, 5_000, 5_000, 5_000, 50_000, 50_100), 45_000L);
    isLone(50_000, Why.UNDONE, daily(5_000, 5_000, 5_000, 5_000, 50_000, 5_000));
    // Below the factor it needs no other.
    isLone(10_000, Why.LAST, daily(5_000, 5_000, 5_000, 5_000, 10_000));
    isBelieved(daily(5_000, 5_000, 5_000, 5_000, 9_999), 4_999L);
  }

  @Test
  void theFirstSightIsBorneOutByTheNextOnesOrNot() {
    isLone(63_000, Why.FIRST, daily(63_000, 630_000, 630_100, 630_200, 630_300));
    isLone(63_000, Why.FIRST, daily(63_000, 6_000, 6_010, 6_020, 6_030));
    isBelieved(daily(5_000, 5_000, 50_000, 50_000, 50_000, 50_000, 50_000), 45_000L);
  }

  @Test
  void theEndsOfAYoungAccountThatDoublesAreItsOwn() {
    isBelieved(daily(100, 300, 900, 2_700, 8_100));
    isBelieved(daily(100, 320, 800, 1_200, 1_500));
  }

  @Test
  void fewSightsAreLeftAsTheyAre() {
    assertThat(setAside(daily())).isEmpty();
    assertThat(setAside(daily(5_000))).isEmpty();
    isBelieved(daily(5_000, 500));
    isLone(500, Why.UNDONE, daily(5_000, 500, 5_000));
  }
}
