package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoincidenceTest {
  private static final GroupSigns ANY = WordsOfGroup.signs(null, null, new StockShare(0, 0), 0.9);
  private static final Latency UNTIMED = new Latency(0, Double.NaN, Double.NaN);

  /** One account in a million would do as much: of a hundred accounts one in 10,000 crawls. */
  @Test
  void theMemberInTheMiddleIsOneOfAllAccounts() {
    CoordinatedGroup pod = WordsOfGroup.pod(5, UNTIMED, ANY, Verdict.ACCEPTED);
    CoordinatedGroup farm = WordsOfGroup.farm(UNTIMED, ANY, Hub.NONE, Verdict.ACCEPTED);
    assertThat(Coincidence.log10(pod, 1)).isCloseTo(-6, within(1e-9));
    assertThat(Coincidence.log10(farm, 100)).isCloseTo(-4, within(1e-9));
  }

  @Test
  void moreAccountsThanThatMakeItNoSurprise() {
    CoordinatedGroup pod = WordsOfGroup.pod(5, UNTIMED, ANY, Verdict.ACCEPTED);
    assertThat(Coincidence.log10(pod, 10_000_000)).isZero();
  }

  @Test
  void itIsSaidInPowersOfTen() {
    assertThat(Coincidence.words(0)).isEqualTo("that could well happen");
    assertThat(Coincidence.words(-0.9)).isEqualTo("that could well happen");
    assertThat(Coincidence.words(-1))
        .isEqualTo("that would happen less than once in 10 such crawls");
    assertThat(Coincidence.words(-3.99))
        .isEqualTo("that would happen less than once in 1,000 such crawls");
    assertThat(Coincidence.words(-6.2))
        .isEqualTo("that would happen less than once in 1 million such crawls");
    assertThat(Coincidence.words(-300))
        .isEqualTo("that would happen less than once in 1 billion such crawls");
  }
}
