package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nulls of farms in a small world where everybody acts alone. */
class CalibrationOfNullsTest {
  private static Events events;
  private static Niches niches;

  @BeforeAll
  static void world() {
    events = LoneWorld.events();
    niches = Niches.find(events, CoordinationMethod.DEFAULT.niches(), new BitSet());
  }

  private static NullCalibration.Calibrated calibrated(
      boolean byActivity, Function<NullCalibration, NullCalibration.Calibrated> step) {
    NullCalibration.Calibrated found = step.apply(new NullCalibration(events, niches, byActivity));
    assertThat(found.share()).isLessThanOrEqualTo(0.015);
    return found;
  }

  /** The rates hold a slack of 1.5, and the larger of two: more than that would hide farms. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void postsAndAuthorsSeldomShareActors(boolean byActivity) {
    assertThat(calibrated(byActivity, NullCalibration::posts).width()).isBetween(1.5, 3.5);
    assertThat(calibrated(byActivity, NullCalibration::excursions).width()).isBetween(1.5, 3.5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void groupsSeldomHitAndFewVisit(boolean byActivity) {
    calibrated(byActivity, NullCalibration::hits);
    calibrated(byActivity, NullCalibration::visitors);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eventsSeldomFollowAnAuthor(boolean byActivity) {
    calibrated(byActivity, NullCalibration::hubs);
  }
}
