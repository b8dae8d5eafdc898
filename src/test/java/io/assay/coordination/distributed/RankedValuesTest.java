package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RankedValuesTest {

  /** 1, 3, 5 and three times 70,000, which lies in another half; then the largest number. */
  @Test
  void ranksAreExactAcrossHalves() {
    RankedValues ranked =
        RankedValues.of(
            LiteralRows.of("v int", "70000", "5", "2147483647", "1", "70000", "3", "70000"), "v");
    assertThat(ranked.total()).isEqualTo(7);
    assertThat(ranked.at(0, 1, 2, 3, 5, 6)).containsExactly(1, 3, 5, 70_000, 70_000, 2_147_483_647);
  }

  @Test
  void aRankThatIsNotThereIsRefused() {
    RankedValues ranked = RankedValues.of(LiteralRows.of("v int", "1"), "v");
    assertThatThrownBy(() -> ranked.at(1)).hasMessageContaining("rank 1");
  }
}
