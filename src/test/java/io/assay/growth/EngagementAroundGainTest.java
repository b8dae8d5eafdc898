package io.assay.growth;

import static io.assay.growth.Literal.at;
import static io.assay.growth.Literal.daily;
import static io.assay.growth.Literal.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.settings.GrowthSettings;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EngagementAroundGainTest {
  private static final GrowthSettings SETTINGS =
      settings("growth.compare_days=3", "growth.min_posts_per_side=2");

  /** 1000 followers until noon of day 5, 1400 from noon of day 6 on, seen for eight days. */
  private static final FollowerSeries JUMPS =
      daily(1000, 1000, 1000, 1000, 1000, 1400, 1400, 1400, 1400);

  private static EngagementAroundGain of(FollowerSeries series, double... dayAndEngaged) {
    int n = dayAndEngaged.length / 2;
    long[] at = new long[n];
    long[] engaged = new long[n];
    for (int i = 0; i < n; i++) {
      at[i] = at(dayAndEngaged[2 * i]);
      engaged[i] = (long) dayAndEngaged[2 * i + 1];
    }
    FollowerChange gain = FollowerChanges.largest(FollowerChanges.of(series, SETTINGS), 1);
    return EngagementAroundGain.of(series, gain, new PostEngagement(at, engaged), SETTINGS);
  }

  @Test
  void followersUpEngagementFlat() {
    EngagementAroundGain around = of(JUMPS, 3, 50, 4, 70, 5.5, 999, 6, 60, 7, 50, 8, 70);
    assertThat(around.gain().share()).isEqualTo(0.4);
    assertThat(around.reason()).isNull();
    assertThat(around.before().median()).isEqualTo(60);
    assertThat(around.after().median()).isEqualTo(60);
    assertThat(around.change()).isZero();
    assertThat(around.changePerFollower()).isCloseTo(1 / 1.4 - 1, within(1e-12));
  }

  @Test
  void engagementThatRisesAsFollowersDoKeepsItsRate() {
    EngagementAroundGain around = of(JUMPS, 3, 50, 4, 50, 7, 70, 8, 70);
    assertThat(around.change()).isCloseTo(0.4, within(1e-12));
    assertThat(around.changePerFollower()).isCloseTo(0, within(1e-12));
  }

  @Test
  void aSideIsAsLongAsSaidAndTheGainItselfBelongsToNone() {
    // Noon of day 2 is three days before; a second before that is not, nor is day 9 of the side
    // after, which ends as it begins.
    EngagementAroundGain around = of(JUMPS, 2, 1, 1.99, 1, 5, 1, 5.99, 1, 6, 1, 8.99, 1, 9, 1);
    assertThat(around.before().posts()).isEqualTo(1);
    assertThat(around.after().posts()).isEqualTo(2);
    assertThat(Arrays.asList(around.reason(), around.change()))
        .containsExactly("1 posts before the largest gain, 2 needed", null);
  }

  @Test
  void whoNeverGainsOrEarnedNothingIsNotCompared() {
    EngagementAroundGain shrinks = of(daily(9, 8, 7, 6, 5, 4, 3, 2, 1), 2, 10, 3, 10, 7, 5, 8, 5);
    assertThat(shrinks.reason()).isEqualTo("no gain");
    assertThat(shrinks.change()).isNull();
    assertThat(shrinks.trend()).isEqualTo(-0.5);
    EngagementAroundGain nothing = of(JUMPS, 3, 0, 4, 0, 7, 5, 8, 5);
    assertThat(nothing.reason()).isNull();
    assertThat(nothing.change()).isNull();
    assertThat(of(JUMPS, 3, 5, 4, 5).reason())
        .isEqualTo("0 posts after the largest gain, 2 needed");
  }

  @Test
  void halvesAreThoseOfTheTimeObserved() {
    // From noon of day 1 to noon of day 9: the second half begins at noon of day 5.
    EngagementAroundGain around = of(JUMPS, 0.9, 9, 1, 10, 4.99, 20, 5, 30, 9, 60, 9.01, 9);
    assertThat(around.firstHalf()).isEqualTo(new PostEngagement.PostsInSpan(2, 15.0));
    assertThat(around.secondHalf()).isEqualTo(new PostEngagement.PostsInSpan(2, 45.0));
    assertThat(around.trend()).isEqualTo(2);
  }
}
