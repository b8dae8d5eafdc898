package io.assay.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each answer can be checked by hand; + is a positive account, o a genuine one. */
class RankingMetricsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** + o + o */
  private static final RankedCounts ALTERNATING =
      Counted.of(.9, 1, 0, .8, 0, 1, .7, 1, 0, .6, 0, 1);

  /** (+ o) (+ o o): two scores, five accounts */
  private static final RankedCounts TIED = Counted.of(.9, 1, 1, .5, 1, 2);

  /** + then, without a score, (+ o o) */
  private static final RankedCounts HALF_ASSESSED = Counted.unassessed(1, 2, .9, 1, 0);

  private static final RankedCounts ALL_EQUAL = Counted.of(.5, 1, 3);
  private static final RankedCounts ALL_NULL = Counted.unassessed(1, 3);

  @Test
  void averagePrecisionOfAnAlternatingOrder() {
    // recall 0 -> 1/2 at precision 1/1, then 1/2 -> 1 at precision 2/3
    assertThat(RankingMetrics.averagePrecision(ALTERNATING)).isCloseTo(.5 + .5 * 2 / 3, EXACT);
  }

  @Test
  void averagePrecisionTakesATieAsOneThreshold() {
    // recall 1/2 at precision 1/2, then 1/2 more at precision 2/5
    assertThat(RankingMetrics.averagePrecision(TIED)).isCloseTo(.5 * .5 + .5 * .4, EXACT);
  }

  @Test
  void averagePrecisionOfOneScoreIsThePrevalence() {
    assertThat(RankingMetrics.averagePrecision(ALL_EQUAL)).isCloseTo(.25, EXACT);
    assertThat(RankingMetrics.averagePrecision(ALL_NULL)).isCloseTo(.25, EXACT);
  }

  @Test
  void accountsWithoutAScoreAreTheLastTie() {
    // recall 1/2 at precision 1, then 1/2 more at precision 2/4
    assertThat(RankingMetrics.averagePrecision(HALF_ASSESSED)).isCloseTo(.75, EXACT);
    // the scored + before both o: 2 pairs; the other ties with both: 2 halves; of 2 x 2
    assertThat(RankingMetrics.rocAuc(HALF_ASSESSED)).isCloseTo(.75, EXACT);
    // R = 2: the scored +, and one of the three others, which is + one time in three
    assertThat(RankingMetrics.precisionAtR(HALF_ASSESSED)).isCloseTo((1 + 1 / 3.0) / 2, EXACT);
  }

  @Test
  void areaUnderTheCurve() {
    // .9 before both o, .7 before one: 3 of 4 pairs
    assertThat(RankingMetrics.rocAuc(ALTERNATING)).isCloseTo(.75, EXACT);
    // first +: 2 pairs and half a tie; second +: two half ties; of 2 x 3
    assertThat(RankingMetrics.rocAuc(TIED)).isCloseTo(3.5 / 6, EXACT);
    assertThat(RankingMetrics.rocAuc(ALL_EQUAL)).isCloseTo(.5, EXACT);
    assertThat(RankingMetrics.rocAuc(ALL_NULL)).isCloseTo(.5, EXACT);
  }

  @Test
  void precisionAtTheNumberOfPositives() {
    assertThat(RankingMetrics.precisionAtR(ALTERNATING)).isCloseTo(.5, EXACT);
    assertThat(RankingMetrics.precisionAtR(TIED)).isCloseTo(.5, EXACT);
    // + (+ o o o): the second place is one of four, + one time in four
    assertThat(RankingMetrics.precisionAtR(Counted.of(.9, 1, 0, .5, 1, 3)))
        .isCloseTo(1.25 / 2, EXACT);
    assertThat(RankingMetrics.precisionAtR(ALL_EQUAL)).isCloseTo(.25, EXACT);
  }

  @Test
  void recallAtPrecision99() {
    assertThat(RankingMetrics.recallAt99(ALTERNATING)).isCloseTo(.5, EXACT);
    assertThat(RankingMetrics.recallAt99(TIED)).isZero();
    // 99 of 100 is enough, also after a threshold that was not: 1 of 2
    assertThat(RankingMetrics.recallAt99(Counted.of(3, 1, 1, 2, 98, 0, 1, 1, 100)))
        .isCloseTo(.99, EXACT);
    // no score, no flag, however many of the unscored are positive
    assertThat(RankingMetrics.recallAt99(Counted.unassessed(99, 0, 1, 0, 1))).isZero();
  }

  @Test
  void thresholdsWithoutAnAccountChangeNothing() {
    RankedCounts gaps = Counted.of(.95, 0, 0, .9, 1, 1, .7, 0, 0, .5, 1, 2, .1, 0, 0);
    assertThat(RankingMetrics.values(gaps)).containsExactly(RankingMetrics.values(TIED));
  }

  @Test
  void oneClassAloneHasNoRanking() {
    assertThat(RankingMetrics.values(Counted.of(.9, 3, 0))).containsOnly(Double.NaN);
    assertThat(Counted.of(.9, 3, 0).reason()).isEqualTo("no genuine account");
    assertThat(Counted.of(.9, 0, 3).reason()).isEqualTo("no positive account");
    assertThat(Counted.of().reason()).isEqualTo("no labelled account");
  }
}
