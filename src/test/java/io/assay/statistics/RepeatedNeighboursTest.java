package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedNeighboursTest {
  @Test
  void givesEachNumberThatRepeatsOnce() {
    assertThat(repeated(-1, 0, 0, 2, 3, 3, 3, 4, 4, 9)).containsExactly(0L, 3L, 4L);
    assertThat(repeated(7, 7)).containsExactly(7L);
    assertThat(repeated(0, 1, 2)).isEmpty();
    assertThat(repeated()).isEmpty();
  }

  private static List<Long> repeated(long... sorted) {
    List<Long> found = new ArrayList<>();
    new RepeatedNeighbours(java.util.Arrays.stream(sorted).iterator()).forEachRemaining(found::add);
    return found;
  }
}
