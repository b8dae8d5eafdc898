package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void medianIsTheMiddleOrTheMeanOfTheTwoMiddle() {
    assertThat(Quantiles.median(new double[] {3, 1, 2}, 3)).isEqualTo(2);
    assertThat(Quantiles.median(new double[] {4, 1, 3, 2}, 4)).isEqualTo(2.5);
    assertThat(Quantiles.median(new double[] {7, 99, 98}, 1)).isEqualTo(7);
  }

  @Test
  void quartilesAreInterpolatedAsNumpyDoes() {
    double[] sorted = {1, 2, 4, 8};
    assertThat(Quantiles.ofSorted(sorted, 4, 0.25)).isEqualTo(1.75);
    assertThat(Quantiles.ofSorted(sorted, 4, 0.75)).isEqualTo(5.0);
    assertThat(Quantiles.ofSorted(sorted, 4, 0)).isEqualTo(1);
    assertThat(Quantiles.ofSorted(sorted, 4, 1)).isEqualTo(8);
  }
}
