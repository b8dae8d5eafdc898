package io.assay.coordination.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorseHalfTest {

  @Test
  void theWorseHalfLeavesAndOneAtLeast() {
    assertThat(WorseHalf.spared(IntStream.empty())).isEmpty();
    assertThat(WorseHalf.spared(IntStream.of(7))).isEmpty();
    assertThat(WorseHalf.spared(IntStream.of(7, 3))).isEmpty();
    assertThat(WorseHalf.spared(IntStream.of(7, 3, 5))).containsExactly(5);
    assertThat(WorseHalf.spared(IntStream.of(7, 3, 9, 5))).containsExactly(5);
    assertThat(WorseHalf.spared(IntStream.of(7, 3, 1, 9, 5))).containsExactly(5, 9);
  }
}
