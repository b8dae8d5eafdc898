package io.assay.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingSeriesTest {

  /** Pairs of a day (1 = 1 October 2026, at noon) and how many accounts were followed. */
  private static FollowingSeries seen(Object... dayAndFollowings) {
    List<Long> times = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < dayAndFollowings.length; i += 2) {
      Number count = (Number) dayAndFollowings[i + 1];
      times.add(Literal.at(((Number) dayAndFollowings[i]).doubleValue()));
      counts.add(count == null ? null : count.longValue());
    }
    return FollowingSeries.of(times, counts, Literal.settings());
  }

  @Test
  void whoFollowsEverMoreHasARateAndNoChurn() {
    // 20 a day for two days, 50 a day for one, 30 a day over four.
    FollowingSeries mass = seen(1, 3000, 3, 3040, 4, 3090, 8, 3210);
    assertThat(mass.reason()).isNull();
    assertThat(mass.perDay()).isEqualTo(30);
    assertThat(mass.churn()).isZero();
  }

  @Test
  void whoFollowsAndLeavesByTurnsHasChurn() {
    // Up 700, down 600, up 500: 1,800 moved, of which 600 remain; at most 1,700 followed.
    FollowingSeries turns = seen(1, 1000, 8, 1700, 15, 1100, 22, 1600);
    assertThat(turns.churn()).isCloseTo(1200 / 1700.0, within(1e-12));
    assertThat(turns.perDay()).isCloseTo(500 / 7.0, within(1e-12));
  }

  @Test
  void whoOnlyLeavesHasNeither() {
    FollowingSeries tidies = seen(1, 900, 8, 500, 15, 400);
    assertThat(tidies.churn()).isZero();
    // -400 in a week and -100 in the other.
    assertThat(tidies.perDay()).isCloseTo(-250 / 7.0, within(1e-12));
  }

  @Test
  void twoStepsAreNeeded() {
    assertThat(seen().reason()).isEqualTo("followings never shown");
    assertThat(seen(1, null, 5, null).reason()).isEqualTo("followings never shown");
    assertThat(seen(1, 10).reason()).isEqualTo("1 observation of followings, 3 needed");
    assertThat(seen(1, 10, 8, 20).reason()).isEqualTo("2 observations of followings, 3 needed");
    assertThat(seen(1, 10, 8, 20, 15, 20).reason()).isNull();
  }

  /** As with followers: the larger of one time, the later of one day's. */
  @Test
  void ofSeveralADayOneCounts() {
    FollowingSeries series = seen(1, 10, 2, 20, 2, 30, 2.2, 40, 3, 50);
    assertThat(series.used().counts()).containsExactly(10, 40, 50);
    // A day and 4.8 hours less: 30 in 1.2 days, 10 in .8.
    assertThat(series.perDay()).isCloseTo((30 / 1.2 + 10 / 0.8) / 2, within(1e-9));
    assertThat(seen(1, 10, 1.1, 20, 1.2, 30).reason())
        .isEqualTo("1 observation of followings, 3 needed");
  }

  @Test
  void daysThatAreAlikeMoveNothing() {
    FollowingSeries still = seen(1, 400, 8, 400, 15, 400);
    assertThat(still.perDay()).isZero();
    assertThat(still.churn()).isZero();
    FollowingSeries nobody = seen(1, 0, 8, 0, 15, 0);
    assertThat(nobody.reason()).isNull();
    assertThat(nobody.perDay()).isZero();
    assertThat(nobody.churn()).isZero();
  }

  /** Else one page misread would be the churn of a program. */
  @Test
  void aZeroBetweenOthersIsAPageMisread() {
    assertThat(seen(1, 400, 8, 0, 15, 410, 22, 420).used().counts()).containsExactly(400, 410, 420);
    // At the ends nothing contradicts it.
    assertThat(seen(1, 0, 8, 20, 15, 30).used().counts()).containsExactly(0, 20, 30);
    assertThat(seen(1, 20, 8, 30, 15, 0).used().counts()).containsExactly(20, 30, 0);
  }
}
