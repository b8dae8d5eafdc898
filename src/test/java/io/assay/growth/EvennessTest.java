package io.assay.growth;

import static io.assay.growth.Literal.daily;
import static io.assay.growth.Literal.seen;
import static io.assay.growth.Literal.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvennessTest {

  private static Evenness of(FollowerSeries series) {
    return Evenness.of(series, settings().evenTolerance());
  }

  @Test
  void aDripIsPerfectlyEven() {
    FollowerSeries daily = daily(100, 110, 120, 130, 140, 150, 160, 170);
    FollowerSeries uneven = seen(1, 100, 3, 120, 4, 130, 8, 170);
    assertThat(of(daily)).isEqualTo(new Evenness(0, 0, 7, 7, 10.0));
    assertThat(of(uneven)).isEqualTo(new Evenness(0, 0, 3, 7, 10.0));
  }

  @Test
  void growthInOneBurstIsNot() {
    // Gains 0 0 70 0 0 0 0, mean 10: squares 6 x 100 + 3600 = 4200; 4200 / 6 = 700.
    Evenness burst = of(daily(100, 100, 100, 170, 170, 170, 170, 170));
    assertThat(burst.cv()).isCloseTo(Math.sqrt(700) / 10, within(1e-12));
    assertThat(burst.dispersion()).isCloseTo(70, within(1e-12));
    assertThat(burst.runSteps()).isEqualTo(1);
    assertThat(Evenness.gainStepsShare(daily(100, 100, 100, 170, 160))).isEqualTo(0.25);
  }

  @Test
  void theLongestRunStaysWithinTheTolerance() {
    // Daily gains 10 12 11 20 10 11 12: two runs of three, the first counts.
    Evenness two = of(daily(0, 10, 22, 33, 53, 63, 74, 86));
    assertThat(two.runSteps()).isEqualTo(3);
    assertThat(two.runPerDay()).isEqualTo(11);
    // Daily gains 5 10 11 12 13: at 13 the run would span 30 %, without 10 it does not.
    assertThat(of(daily(0, 5, 15, 26, 38, 51)).runSteps()).isEqualTo(3);
    // A day without a gain ends a run.
    assertThat(of(daily(0, 10, 20, 20, 30, 40, 50)).runSteps()).isEqualTo(3);
  }

  @Test
  void whatCannotBeAssessedSaysWhy() {
    assertThat(Evenness.reason(daily(1, 2, 3, 4), settings())).isEqualTo("3 steps, 7 needed");
    assertThat(Evenness.reason(daily(9, 8, 7, 6, 5, 4, 3, 2), settings())).isEqualTo("no growth");
    assertThat(Evenness.reason(daily(9, 8, 7, 6, 7, 8, 8, 9), settings())).isEqualTo("no growth");
    assertThat(
            Evenness.reason(
                daily(12_300, 12_400, 12_500, 12_600, 12_700, 12_800, 12_900, 13_100), settings()))
        .isEqualTo("counts rounded to 100");
    assertThat(Evenness.reason(daily(1, 2, 3, 4, 5, 6, 7, 8), settings())).isNull();
  }
}
