package io.assay.coordination.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongSumsTest {

  @Test
  void amountsOfAKeyAreAddedUp() {
    LongSums sums = new LongSums();
    sums.add(7, 2);
    sums.add(Long.MIN_VALUE, 1);
    sums.add(7, 3);
    assertThat(sums.of(7)).isEqualTo(5);
    assertThat(sums.of(Long.MIN_VALUE)).isEqualTo(1);
    assertThat(sums.of(8)).isZero();
    assertThat(sums.size()).isEqualTo(2);
  }

  @Test
  void itGrowsAndForgets() {
    LongSums sums = new LongSums();
    for (long key = 0; key < 10_000; key++) {
      // Keys whose low bits are all the same.
      sums.add(key << 40, key);
    }
    assertThat(sums.size()).isEqualTo(10_000);
    assertThat(sums.of(9_999L << 40)).isEqualTo(9_999);
    sums.clear();
    assertThat(sums.size()).isZero();
    sums.add(0, 4);
    List<Long> keys = new ArrayList<>();
    sums.forEachKey(keys::add);
    assertThat(keys).containsExactly(0L);
  }
}
