package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeyRepeatsTest {
  private final KeyRepeats counting = new KeyRepeats();

  private KeyRepeats.HashBuffer part(long... hashes) {
    KeyRepeats.HashBuffer part = counting.zero();
    Arrays.stream(hashes).forEach(hash -> counting.reduce(part, hash));
    return part;
  }

  @Test
  void rowsBeyondTheFirstOfEachHashAreCounted() {
    assertThat(counting.finish(part(5, 7, 5, 5))).isEqualTo(2);
    assertThat(counting.finish(part(0, 7, 0))).isEqualTo(1);
    assertThat(counting.finish(part())).isZero();
  }

  @Test
  void aRowThatDoesNotCountIsLeftOut() {
    KeyRepeats.HashBuffer part = part(5);
    counting.reduce(part, null);
    counting.reduce(part, null);
    assertThat(counting.finish(part)).isZero();
  }

  @Test
  void partsArePutTogetherInAnyOrder() {
    KeyRepeats.HashBuffer all = counting.zero();
    counting.merge(all, part(1, 2, 0));
    assertThat(counting.finish(all)).isZero();
    counting.merge(all, part(2, 3, 3));
    counting.merge(all, counting.merge(part(0, 9), part(9, 4)));
    // 2, 3, 0 and 9 once more each.
    assertThat(counting.finish(all)).isEqualTo(4);
  }

  @Test
  void manyHashesThatDifferAreToldApart() {
    KeyRepeats.HashBuffer all = counting.zero();
    for (int part = 0; part < 10; part++) {
      KeyRepeats.HashBuffer of = counting.zero();
      for (long i = 0; i < 1000; i++) {
        counting.reduce(of, part * 1000 + i);
      }
      counting.merge(all, of);
    }
    assertThat(counting.finish(all)).isZero();
    assertThat(counting.finish(counting.merge(all, part(9_999, 10_000)))).isEqualTo(1);
  }
}
