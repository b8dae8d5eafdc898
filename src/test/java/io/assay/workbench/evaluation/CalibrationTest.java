package io.assay.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final double LN_3 = 1.0986122886681098;
  private static final double LN_4 = 1.3862943611198906;

  @Test
  void logLossIsTheMeanSurprise() {
    // .8 came true, .4 did not: -(ln .8 + ln .6) / 2
    RankedCounts counts = Counted.of(.8, 1, 0, .4, 0, 1);
    assertThat(CalibrationMetrics.logLoss(counts)).isCloseTo(.36698459, within(1e-8));
    // half are positive: ln 2
    assertThat(CalibrationMetrics.logLossOfBaseRate(counts)).isCloseTo(Math.log(2), EXACT);
  }

  @Test
  void aWrongCertaintyCostsNoMoreThanTheClip() {
    // -ln 1e-6 for the positive that was given 0, nearly nothing for the other two
    RankedCounts counts = Counted.of(1, 1, 0, 0, 1, 1);
    double sure = -Math.log1p(-1e-6);
    assertThat(CalibrationMetrics.logLoss(counts))
        .isCloseTo((13.815510557964274 + 2 * sure) / 3, EXACT);
  }

  @Test
  void slopeAndInterceptOfTwoLikelihoods() {
    // Two points make a saturated model: it runs through both logits. At .8 (logit ln 4) 3 of 4 are
    // positive (logit ln 3), at .2 one of 4: slope ln 3 / ln 4, intercept 0.
    double[] sure = LogisticFit.of(Counted.of(.8, 3, 1, .2, 1, 3));
    assertThat(sure[0]).isCloseTo(0, EXACT);
    assertThat(sure[1]).isCloseTo(LN_3 / LN_4, EXACT);
    // At .8 2 of 4 (logit 0), at .5 (logit 0) one of 4 (logit -ln 3).
    double[] high = LogisticFit.of(Counted.of(.8, 2, 2, .5, 1, 3));
    assertThat(high[0]).isCloseTo(-LN_3, EXACT);
    assertThat(high[1]).isCloseTo(LN_3 / LN_4, EXACT);
  }

  @Test
  void aLikelihoodThatIsTrueHasSlopeOne() {
    // 20 of 100 at .2, 50 of 100 at .5, 90 of 100 at .9
    double[] fit = LogisticFit.of(Counted.of(.9, 90, 10, .5, 50, 50, .2, 20, 80));
    assertThat(fit[0]).isCloseTo(0, EXACT);
    assertThat(fit[1]).isCloseTo(1, EXACT);
  }

  @Test
  void aLikelihoodOfTheWrongSignHasANegativeSlope() {
    double[] fit = LogisticFit.of(Counted.of(.8, 1, 3, .2, 3, 1));
    assertThat(fit[1]).isCloseTo(-LN_3 / LN_4, EXACT);
  }

  @Test
  void whereThereIsNoSlope() {
    assertThat(LogisticFit.reason(Counted.of(.9, 2, 0, .1, 0, 2))).contains("separates");
    // touching at one likelihood is separation, too
    assertThat(LogisticFit.reason(Counted.of(.9, 2, 0, .5, 1, 1, .1, 0, 2))).contains("separates");
    assertThat(LogisticFit.reason(Counted.of(.1, 0, 2, .05, 2, 0))).contains("separates");
    assertThat(LogisticFit.reason(Counted.of(.5, 2, 2))).contains("all likelihoods are equal");
    // 0 and 1e-9 are one likelihood once clipped
    assertThat(LogisticFit.reason(Counted.of(1e-9, 1, 1, 0, 1, 1))).contains("are equal");
    assertThat(LogisticFit.reason(Counted.of(.5, 2, 0))).isEqualTo("no genuine account");
    assertThat(LogisticFit.reason(Counted.of(.9, 2, 1, .1, 1, 2))).isNull();
    assertThat(CalibrationMetrics.values(Counted.of(.5, 2, 2))[2]).isNaN();
    assertThat(CalibrationMetrics.values(Counted.of(.5, 2, 0))).containsOnly(Double.NaN);
  }

  @Test
  void reliabilityByTenthsOfLikelihood() {
    // .9-1.0 holds 1 and .9: mean .95, both positive; 0.1-0.2 holds .1 twice, one of them positive
    List<Result> results = Reliability.of(Part.WHOLE, Counted.of(1, 1, 0, .9, 1, 0, .1, 1, 1));
    assertThat(results)
        .extracting(r -> r.bin() + "|" + r.metric() + "|" + r.value() + "|" + r.n())
        .containsExactly(
            "0.1-0.2|mean_likelihood|0.1|2",
            "0.1-0.2|share_positive|0.5|2",
            "0.9-1.0|mean_likelihood|0.95|2",
            "0.9-1.0|share_positive|1.0|2");
  }
}
