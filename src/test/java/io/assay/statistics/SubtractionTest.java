package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SubtractionTest {
  private static final Map<Integer, Long> ALL = Map.of(SignedBins.UNKNOWN, 4L, 0, 5L, 7, 2L);

  @Test
  void othersAreAllWithoutTheGroup() {
    assertThat(Subtraction.of(ALL, Map.of(SignedBins.UNKNOWN, 1L, 0, 3L)))
        .containsExactly(Map.entry(SignedBins.UNKNOWN, 3L), Map.entry(0, 2L), Map.entry(7, 2L));
    assertThat(Subtraction.of(ALL, Map.of())).containsExactlyInAnyOrderEntriesOf(ALL);
  }

  @Test
  void binsThatNobodyIsLeftInAreLeftOut() {
    assertThat(Subtraction.of(ALL, Map.of(7, 2L))).containsOnlyKeys(SignedBins.UNKNOWN, 0);
    assertThat(Subtraction.of(ALL, ALL)).isEmpty();
    assertThat(Subtraction.of(Map.of(0, 0L), Map.of())).isEmpty();
  }

  @Test
  void whatIsLeftHasTheTailsOfTheOthers() {
    // Of seven known values five are in bin 0; without three of these two of four lie above.
    TailCounts others = TailCounts.of(Subtraction.of(Map.of(0, 5L, 7, 2L), Map.of(0, 3L)));
    assertThat(others.n()).isEqualTo(4);
    assertThat(others.probability(7, true)).isEqualTo(0.5);
  }

  @Test
  void aGroupThatIsNoPartIsRefused() {
    assertThatThrownBy(() -> Subtraction.of(ALL, Map.of(7, 3L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bin 7 holds 2 of all, and 3 of the group");
    assertThatThrownBy(() -> Subtraction.of(ALL, Map.of(8, 1L)))
        .hasMessageContaining("bin 8 holds 0 of all, and 1 of the group");
    assertThatThrownBy(() -> Subtraction.of(ALL, Map.of(0, -1L)))
        .hasMessageContaining("bin 0 holds 5 of all, and -1 of the group");
  }

  @Test
  void whatWasGivenStays() {
    Map<Integer, Long> all = new java.util.HashMap<>(ALL);
    Subtraction.of(all, Map.of(0, 5L));
    assertThat(all).isEqualTo(ALL);
  }
}
