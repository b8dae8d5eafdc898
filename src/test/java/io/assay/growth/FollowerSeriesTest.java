package io.assay.growth;

import static io.assay.growth.Literal.daily;
import static io.assay.growth.Literal.seen;
import static io.assay.growth.Literal.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.statistics.LoneSights;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowerSeriesTest {

  @Test
  void observationsWithoutATimeOrACountAreLeftOut() {
    FollowerSeries series = seen(1, 10, 2, null, null, 11, 4, 13);
    assertThat(series.followers()).containsExactly(10, 13);
    assertThat(series.leftOut()).isEqualTo(2);
    assertThat(series.days()).isEqualTo(3);
    assertThat(seen().observations()).isZero();
    assertThat(seen().steps()).isZero();
  }

  @Test
  void ofSeveralAtOneTimeTheLargestCountIsUsed() {
    assertThat(seen(1, 10, 2, 20, 2, 25, 2, 21, 3, 30).followers()).containsExactly(10, 25, 30);
    // Also where no distance is asked for.
    assertThat(Literal.apart(0, 1, 10, 2, 20, 2, 25).followers()).containsExactly(10, 25);
  }

  @Test
  void ofThoseTooCloseTogetherTheLaterOneIsUsed() {
    // Half a day apart is far enough, a little less is not.
    assertThat(seen(1, 10, 2, 20, 2.5, 21, 2.9, 22).followers()).containsExactly(10, 20, 22);
    assertThat(seen(1, 10, 1.2, 11).followers()).containsExactly(11);
  }

  @Test
  void ratesAllowForUnevenSpacing() {
    // 10 a day for a day, 10 a day over four, 30 a day over two.
    FollowerSeries series = seen(1, 100, 2, 110, 6, 150, 8, 210);
    assertThat(series.usualChangePerDay().values()).containsExactly(10, 10, 30);
    assertThat(series.usualChangePerDay().median()).isEqualTo(10);
    assertThat(series.usualChangePerDay().mad()).isEqualTo(0);
    assertThat(series.growth()).isEqualTo(110);
    assertThat(series.longestGapDays()).isEqualTo(4);
  }

  @Test
  void growthFromNothingIsFinite() {
    assertThat(daily(0, 0, 1).usualLogGrowth().values()).containsExactly(0, 0);
    assertThat(daily(0, 10).logGrowthPerDay(0)).isEqualTo(StrictMath.log(10));
    assertThat(daily(10, 0).logGrowthPerDay(0)).isEqualTo(StrictMath.log(0.1));
  }

  @Test
  void theCoarsestUnitOfItsCountsIsTold() {
    assertThat(daily(1_200_000, 1_300_000).roundedTo()).isEqualTo(100_000);
    assertThat(daily(999_000, 1_230_000).roundedTo()).isEqualTo(10_000);
    assertThat(daily(999_000, 1_230_000).roundedTo(0, 0)).isEqualTo(1_000);
    assertThat(daily(12_300, 12_345).roundedTo()).isEqualTo(1);
    // Below 10000 counts are shown in full, but by YouTube.
    assertThat(daily(9_900, 9_000).roundedTo()).isEqualTo(1);
    assertThat(daily(9_900, 10_000).roundedTo(0, 0)).isEqualTo(1);
    assertThat(youtube(9_900, 9_910).roundedTo()).isEqualTo(10);
    assertThat(youtube(990, 1_000).roundedTo(0, 0)).isEqualTo(1);
    assertThat(daily(0, 0).roundedTo()).isEqualTo(1);
    assertThat(seen().roundedTo()).isEqualTo(1);
  }

  @Test
  void sightsSetAsideAreNeitherUsedNorLeftOut() {
    // The zero of day 3 is seen half an hour after the right count, which is used in its place.
    FollowerSeries series = seen(1, 5000, 2, 5010, 3, 5020, 3.02, 0, 4, 5030, 5, null);
    assertThat(series.followers()).containsExactly(5000, 5010, 5020, 5030);
    assertThat(series.leftOut()).isEqualTo(1);
    assertThat(series.setAside())
        .containsExactly(new FollowerSeries.SetAside(Literal.at(3.02), 0, LoneSights.Why.UNDONE));
  }

  private static FollowerSeries youtube(long first, long second) {
    return FollowerSeries.of(
        "youtube", List.of(0L, 1L), List.of(first, second), settings("growth.min_step_hours=0"));
  }
}
