package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeighbourMergeTest {

  @Test
  void groupsCloseWhenTheyHoldEnoughAndTheRestJoinsTheLast() {
    assertThat(NeighbourMerge.groups(new long[] {5, 3, 3, 9, 1, 1}, 6))
        .containsExactly(1, 1, 2, 2, 2, 2);
    assertThat(NeighbourMerge.groups(new long[] {6, 6, 6}, 6)).containsExactly(1, 2, 3);
    assertThat(NeighbourMerge.groups(new long[] {1, 1}, 6)).containsExactly(1, 1);
    assertThat(NeighbourMerge.groups(new long[] {}, 6)).isEmpty();
  }
}
