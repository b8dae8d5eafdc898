package io.assay.clusters;

import static io.assay.clusters.SignalRows.account;
import static io.assay.clusters.SignalRows.accounts;
import static io.assay.clusters.SignalRows.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.Family;
import io.assay.contracts.Signals;
import io.assay.peers.AccountRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Coordinates, on samples whose quartiles can be read off. */
class ClusterSpaceTest {
  private static final Offset<Double> NEARLY = within(1e-9);

  /** 101 values whose asinh are 0, 0.1, ..., 10: quartiles 2.5, 5, 7.5. */
  private static final double[] EVEN =
      IntStream.rangeClosed(0, 100).mapToDouble(i -> Math.sinh(i / 10.0)).toArray();

  /** What each signal of the profile weighs. */
  private static final double WEIGHT = 1 / Math.sqrt(Signals.of(Family.PROFILE).size());

  private static ClusterSpace of(List<AccountRow> sample) {
    return ClusterSpace.of(Stratum.AUDIENCE, sample);
  }

  @Test
  void theScaleIsTheInterquartileRange() {
    ClusterSpace.Coordinate axis = of(accounts("followings", EVEN)).axes().get(0);
    assertThat(axis.place()).isEqualTo(place("followings"));
    assertThat(axis.factor()).isEqualTo(1);
    assertThat(axis.median()).isCloseTo(5, NEARLY);
    assertThat(axis.scale()).isCloseTo(5 / 1.349, NEARLY);
    assertThat(axis.weight()).isCloseTo(WEIGHT, NEARLY);
    // The upper quartile lies 2.5 / (5 / 1.349) above the median.
    assertThat(axis.of(Math.sinh(7.5))).isCloseTo(0.6745 * WEIGHT, NEARLY);
  }

  @Test
  void extremesAreClippedAtThreeUnits() {
    ClusterSpace space = of(accounts("followings", EVEN));
    // (asinh(1e9) - 5) / (5 / 1.349) = 4.4
    assertThat(space.of(account("a", "followings", 1e9))).containsExactly(3 * WEIGHT);
    assertThat(space.of(account("b", "followings", -1e9))).containsExactly(-3 * WEIGHT);
  }

  @Test
  void lowSignalsPointTheOtherWay() {
    ClusterSpace space = of(accounts("posts_count", EVEN));
    assertThat(space.of(account("a", "posts_count", Math.sinh(10)))[0])
        .isCloseTo(-1.349 * WEIGHT, NEARLY);
    assertThat(space.of(account("b", "posts_count", 0.0))[0]).isCloseTo(1.349 * WEIGHT, NEARLY);
  }

  @Test
  void whatIsUnknownLiesInTheMiddle() {
    ClusterSpace space = of(accounts("followings", EVEN));
    assertThat(space.of(account("a"))).containsExactly(0);
    assertThat(space.of(account("b", "followings", Double.NaN))).containsExactly(0);
  }

  @Test
  void sharesAreStretched() {
    double[] shares = IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 100.0).toArray();
    ClusterSpace.Coordinate axis = of(accounts("writes_copies", shares)).axes().get(0);
    assertThat(axis.factor()).isEqualTo(100);
    // asinh(50) = ln(50 + sqrt(2501))
    assertThat(axis.median()).isCloseTo(Math.log(50 + Math.sqrt(2501)), NEARLY);
  }

  @Test
  void theLargestTwentiethDoesNotDecideWhetherAValueIsStretched() {
    double[] values = new double[100];
    for (int i = 0; i < 100; i++) {
      values[i] = i < 96 ? i / 100.0 : 1000;
    }
    assertThat(of(accounts("writes_words", values)).axes().get(0).factor()).isEqualTo(100);
    for (int i = 90; i < 96; i++) {
      values[i] = 1000;
    }
    assertThat(of(accounts("writes_words", values)).axes().get(0).factor()).isEqualTo(1);
  }

  @Test
  void whereTheQuartilesAreAlikeTheStandardDeviationIsTheScale() {
    double[] values = new double[100];
    for (int i = 0; i < 10; i++) {
      values[i] = Math.sinh(2);
    }
    // A tenth lies at 2, all others at 0: sqrt(0.1 x 0.9) x 2.
    assertThat(of(accounts("followings", values)).axes().get(0).scale()).isCloseTo(0.6, NEARLY);
  }

  @Test
  void aSignalThatIsKnownOfFewIsNoCoordinate() {
    double[] fifty = IntStream.range(0, 50).mapToDouble(i -> i).toArray();
    double[] fewer = IntStream.range(0, 49).mapToDouble(i -> i).toArray();
    assertThat(of(accounts("followings", fifty)).axes()).hasSize(1);
    assertThat(of(accounts("followings", fewer)).axes()).isEmpty();
  }

  @Test
  void accountsThatAreAllAlikeHaveNoCoordinates() {
    List<AccountRow> alike = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      alike.add(account("a" + i, "followings", 312.7, "writes_copies", 0.1, "no_picture", true));
    }
    ClusterSpace space = of(alike);
    assertThat(space.axes()).isEmpty();
    assertThat(space.of(alike.get(0))).isEmpty();
  }

  @Test
  void whatOnlyCreatorsHaveIsNoCoordinateOfOthers() {
    List<AccountRow> sample = accounts("rate_spread", EVEN);
    assertThat(of(sample).axes()).isEmpty();
    assertThat(ClusterSpace.of(Stratum.CREATORS, sample).axes()).hasSize(1);
  }

  @Test
  void theOrderOfTheSampleDoesNotMatter() {
    List<AccountRow> sample = new ArrayList<>(accounts("followings", EVEN));
    ClusterSpace.Coordinate before = of(sample).axes().get(0);
    Collections.reverse(sample);
    assertThat(of(sample).axes().get(0)).isEqualTo(before);
  }
}
