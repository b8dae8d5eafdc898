package io.assay.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic below a world: shuffles, spreads, streams, roles by index. */
class DrawsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 1_000})
  void aPermutationVisitsEveryNumberOnce(int n) {
    Permutation permutation = new Permutation(n, 42);
    int[] images = IntStream.range(0, n).map(permutation::of).toArray();
    assertThat(Arrays.stream(images).sorted())
        .containsExactly(IntStream.range(0, n).boxed().toArray(Integer[]::new));
    for (int i = 0; i < n; i++) {
      assertThat(permutation.inverse(images[i])).isEqualTo(i);
    }
  }

  @Test
  void aSpreadCoversItsSpanEvenly() {
    LatinHypercube spread = new LatinHypercube(1, "pod", 5);
    double[] values =
        IntStream.range(0, 5)
            .mapToDouble(g -> spread.linear(new Span(0, 10), "participation", g))
            .sorted()
            .toArray();
    assertThat(values).containsExactly(new double[] {1, 3, 5, 7, 9}, within(1e-9));
    double[] delays =
        IntStream.range(0, 5)
            .mapToDouble(g -> spread.logarithmic(new Span(1, 1e5), "delay", g))
            .map(Math::log10)
            .sorted()
            .toArray();
    assertThat(delays).containsExactly(new double[] {0.5, 1.5, 2.5, 3.5, 4.5}, within(1e-9));
  }

  @Test
  void groupSizesAddUpAndLieInTheirSpan() {
    int[] sizes = LatinHypercube.sizes(250, new Span(8, 100));
    assertThat(sizes).hasSize(7);
    assertThat(Arrays.stream(sizes).sum()).isEqualTo(250);
    assertThat(Arrays.stream(sizes).boxed()).allSatisfy(s -> assertThat(s).isBetween(8, 100));
    assertThat(LatinHypercube.sizes(7, new Span(8, 100))).isEmpty();
    assertThat(LatinHypercube.sizes(8, new Span(8, 8))).containsExactly(8);
    assertThat(LatinHypercube.parts(10, 3)).containsExactly(3, 3, 4);
  }

  @Test
  void aStreamDependsOnSeedPurposeAndKeyAlone() {
    assertThat(Rng.of(1, "a", 5).bits())
        .isEqualTo(Rng.of(1, "a", 5).bits())
        .isNotEqualTo(Rng.of(2, "a", 5).bits())
        .isNotEqualTo(Rng.of(1, "b", 5).bits())
        .isNotEqualTo(Rng.of(1, "a", 6).bits());
    Rng rng = Rng.of(1, "many", 0);
    double mean = IntStream.range(0, 20_000).mapToDouble(i -> rng.normal()).average().orElseThrow();
    double square =
        IntStream.range(0, 20_000)
            .mapToDouble(i -> Math.pow(rng.normal(), 2))
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(0, within(0.03));
    assertThat(square).isCloseTo(1, within(0.04));
    assertThat(rng.choose(0, 1, 0)).isEqualTo(1);
  }

  @Test
  void everyIndexHasOneRoleAndItsGroup() {
    Layout layout = new Layout(10, 6);
    layout.take(PlayedRole.POD_MEMBER, 2, 3);
    layout.take(PlayedRole.FARM_WORKER, 1);
    layout.close();
    assertThat(IntStream.range(0, 10).mapToObj(layout::role))
        .containsExactly(
            PlayedRole.POD_MEMBER,
            PlayedRole.POD_MEMBER,
            PlayedRole.POD_MEMBER,
            PlayedRole.POD_MEMBER,
            PlayedRole.POD_MEMBER,
            PlayedRole.CREATOR,
            PlayedRole.FARM_WORKER,
            PlayedRole.ORDINARY,
            PlayedRole.ORDINARY,
            PlayedRole.ORDINARY);
    assertThat(IntStream.range(0, 5).map(layout::group)).containsExactly(0, 0, 1, 1, 1);
    assertThat(layout.position(4)).isEqualTo(4);
    assertThat(layout.groups(PlayedRole.POD_MEMBER)).isEqualTo(2);
  }

  @Test
  void batchedTimesAreRoundedUp() {
    assertThat(Deliveries.rounded(61, 60)).isEqualTo(120);
    assertThat(Deliveries.rounded(120, 60)).isEqualTo(120);
    assertThat(Deliveries.rounded(61, 1)).isEqualTo(61);
  }
}
