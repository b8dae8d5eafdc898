package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarmonicTailTest {

  @Test
  void itIsTheHarmonicMean() {
    assertThat(HarmonicTail.of(List.of(0.01, 0.04))).isCloseTo(2 / 125.0, within(1e-12));
    assertThat(HarmonicTail.of(List.of(0.3))).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void whatIsUnknownIsInTheMiddle() {
    // Two of four: 1 / .25 twice, 2 twice.
    assertThat(HarmonicTail.of(Arrays.asList(0.25, null, 0.25, null)))
        .isCloseTo(4 / 12.0, within(1e-12));
    assertThat(HarmonicTail.of(Arrays.asList(null, null))).isNull();
  }
}
