package io.assay.statistics;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RanksAndCurvesTest {

  @Test
  void valuesOfABinShareTheMiddleOfTheirRanks() {
    assertThat(
            MidRanks.withPercentiles(
                    spark()
                        .sql(
                            "SELECT * FROM VALUES ('a', -3, 1L), ('a', 0, 2L), ('a', 5, 1L)"
                                + " AS t(k, bin, n)"),
                    List.of("k"))
                .orderBy("bin")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[a,-3,1,4,12.5]", "[a,0,2,4,50.0]", "[a,5,1,4,87.5]");
  }

  @Test
  void aCurveIsStraightBetweenItsPointsAndConstantBeyond() {
    double[] xs = {1, 3};
    double[] ys = {10, 20};
    assertThat(Curve.at(xs, ys, 0)).isEqualTo(10);
    assertThat(Curve.at(xs, ys, 1)).isEqualTo(10);
    assertThat(Curve.at(xs, ys, 2)).isEqualTo(15);
    assertThat(Curve.at(xs, ys, 3)).isEqualTo(20);
    assertThat(Curve.at(xs, ys, 9)).isEqualTo(20);
    assertThat(Curve.at(new double[] {5}, new double[] {7}, 1)).isEqualTo(7);
  }
}
