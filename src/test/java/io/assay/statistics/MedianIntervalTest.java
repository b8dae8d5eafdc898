package io.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianIntervalTest {

  /** Ranks from published tables of the sign test's interval at 95 %. */
  @ParameterizedTest
  @CsvSource({
    "6,1", "8,1", "9,2", "10,2", "12,3", "15,4", "20,6", "25,8", "30,10", "50,18", "100,40"
  })
  void ranksAreThoseOfTheTables(long n, int rank) {
    assertThat(MedianInterval.lowerRank(n)).isEqualTo(rank);
  }

  @Test
  void fiveValuesAreTooFew() {
    assertThat(MedianInterval.lowerRank(5)).isZero();
  }

  @Test
  void manyValuesTakeNoLonger() {
    assertThat(MedianInterval.lowerRank(1_000_000)).isEqualTo(499_020);
  }
}
