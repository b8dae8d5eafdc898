package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShareOfKindTest {

  /** Odds that are so far out that no share changes them. */
  private static final double SURE = 500;

  private static Map<Integer, Long> accounts(double logit, long n, double other, long others) {
    TreeMap<Integer, Long> bins = new TreeMap<>();
    bins.merge(ShareOfKind.bin(logit), n, Long::sum);
    bins.merge(ShareOfKind.bin(other), others, Long::sum);
    return bins;
  }

  @Test
  void binsAreHundredthsOfALogit() {
    assertThat(ShareOfKind.bin(0)).isZero();
    assertThat(ShareOfKind.bin(0.0099)).isZero();
    assertThat(ShareOfKind.bin(-0.001)).isEqualTo(-1);
    assertThat(ShareOfKind.bin(1.385)).isEqualTo(138);
    assertThat(ShareOfKind.bin(1e300)).isEqualTo(100_000);
    assertThat(ShareOfKind.bin(-1e300)).isEqualTo(-100_000);
  }

  @Test
  void theMeanIsThatOfTheLikelihoods() {
    // A quarter at odds of 4, the others at odds of 1/4: .25 x .8 + .75 x .2.
    Map<Integer, Long> bins = accounts(Math.log(4), 25, -Math.log(4), 75);
    assertThat(ShareOfKind.mean(bins, 0)).isCloseTo(0.35, within(1e-3));
    // Shifted by as much: odds of 16 and of 1.
    assertThat(ShareOfKind.mean(bins, Math.log(4)))
        .isCloseTo(0.25 * 16 / 17 + 0.75 * 0.5, within(1e-3));
  }

  /**
   * A test that four fifths of the kind fail and one fifth of the others: if 32 of 100 fail, .8 x
   * share + .2 x (1 - share) = .32, so 20 are of the kind.
   */
  @Test
  void theShareIsThatAtWhichTheMeanLikelihoodIsTheShare() {
    Map<Integer, Long> bins = accounts(Math.log(4), 32, -Math.log(4), 68);
    double share = ShareOfKind.of(bins, 0.5);
    assertThat(share).isCloseTo(0.2, within(1e-3));
    assertThat(ShareOfKind.mean(bins, LikelihoodModel.logit(share))).isCloseTo(share, within(1e-6));
    // The same odds, stated for a platform on which one in ten is of the kind.
    double ninth = -Math.log(9);
    assertThat(ShareOfKind.of(accounts(Math.log(4) + ninth, 32, -Math.log(4) + ninth, 68), 0.1))
        .isCloseTo(0.2, within(2e-3));
  }

  @Test
  void whereNoLikelihoodIsInDoubtTheShareIsCounted() {
    assertThat(ShareOfKind.of(accounts(SURE, 30, -SURE, 970), 0.2)).isCloseTo(0.03, within(1e-9));
    assertThat(ShareOfKind.of(accounts(SURE, 30, -SURE, 970), 1e-6)).isCloseTo(0.03, within(1e-9));
  }

  @Test
  void itIsHalfAtMost() {
    assertThat(ShareOfKind.of(accounts(SURE, 900, -SURE, 100), 0.01)).isEqualTo(0.5);
    assertThat(ShareOfKind.of(accounts(3, 900, 2, 100), 0.9)).isEqualTo(0.5);
  }

  /** Never so few that nobody could be found again. */
  @Test
  void itIsOneAccountAtLeast() {
    assertThat(ShareOfKind.of(accounts(-SURE, 1_999, -SURE, 1), 0.05)).isEqualTo(1 / 2_000.0);
    assertThat(ShareOfKind.of(accounts(-SURE, 0, -SURE, 1), 0.05)).isEqualTo(0.5);
  }
}
