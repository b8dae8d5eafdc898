package io.assay.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.settings.LikelihoodSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindEvidenceTest {
  private static final KindEvidence FOLLOWERS =
      KindEvidence.of(
          Kind.FAKE_FOLLOWERS,
          new LikelihoodSettings("m", 0.1, -3, Map.of(Family.AUDIENCE, 1.0, Family.GROWTH, 2.0)));

  @Test
  void tailsAreJoinedByTheirHarmonicMean() {
    assertThat(FOLLOWERS.tail(Map.of(Family.AUDIENCE, 0.01, Family.GROWTH, 0.04)))
        .isCloseTo(2 / 125.0, within(1e-12));
  }

  @Test
  void whoDoesNotSpeakIsInTheMiddle() {
    assertThat(FOLLOWERS.tail(Map.of(Family.AUDIENCE, 0.01))).isCloseTo(2 / 102.0, within(1e-12));
  }

  @Test
  void familiesOfOtherKindsSayNothing() {
    assertThat(FOLLOWERS.tail(Map.of(Family.PROFILE, 0.01))).isNull();
    assertThat(FOLLOWERS.likelihood(Map.of(Family.PROFILE, 0.01))).isNull();
    assertThat(FOLLOWERS.tail(Map.of(Family.PROFILE, 0.01, Family.AUDIENCE, 0.01)))
        .isEqualTo(FOLLOWERS.tail(Map.of(Family.AUDIENCE, 0.01)));
  }

  @Test
  void likelihoodIsLogistic() {
    // -3 + 1 x 2 + 2 x 1 = 1.
    assertThat(FOLLOWERS.likelihood(Map.of(Family.AUDIENCE, 0.01, Family.GROWTH, 0.1)))
        .isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
    // -3 + 1 x 2 + 2 x .4343: growth is silent.
    assertThat(FOLLOWERS.likelihood(Map.of(Family.AUDIENCE, 0.01)))
        .isCloseTo(1 / (1 + Math.exp(1 - 2 / Math.log(10))), within(1e-12));
  }
}
