package io.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.settings.LikelihoodSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindEvidenceTest {
  private static final LikelihoodSettings MODEL =
      new LikelihoodSettings("m", 0.1, -3, Map.of(Family.AUDIENCE, 1.0, Family.GROWTH, 2.0));

  @Test
  void tailsAreJoinedByTheirHarmonicMean() {
    assertThat(
            KindEvidence.tail(
                Kind.FAKE_FOLLOWERS, Map.of(Family.AUDIENCE, 0.01, Family.GROWTH, 0.04)))
        .isCloseTo(2 / 125.0, within(1e-12));
  }

  @Test
  void whoDoesNotSpeakIsInTheMiddle() {
    assertThat(KindEvidence.tail(Kind.FAKE_FOLLOWERS, Map.of(Family.AUDIENCE, 0.01)))
        .isCloseTo(2 / 102.0, within(1e-12));
    assertThat(KindEvidence.evidence(null)).isCloseTo(0.4343, within(1e-4));
    assertThat(KindEvidence.evidence(0.001)).isCloseTo(3, within(1e-12));
  }

  @Test
  void familiesOfOtherKindsSayNothing() {
    assertThat(KindEvidence.tail(Kind.FAKE_FOLLOWERS, Map.of(Family.PROFILE, 0.01))).isNull();
    assertThat(KindEvidence.likelihood(Kind.FAKE_FOLLOWERS, Map.of(Family.PROFILE, 0.01), MODEL))
        .isNull();
  }

  @Test
  void likelihoodIsLogistic() {
    // -3 + 1 x 2 + 2 x 1 = 1.
    assertThat(
            KindEvidence.likelihood(
                Kind.FAKE_FOLLOWERS, Map.of(Family.AUDIENCE, 0.01, Family.GROWTH, 0.1), MODEL))
        .isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
  }
}
