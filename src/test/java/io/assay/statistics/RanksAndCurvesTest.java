package io.assay.statistics;

import static io.assay.testing.SparkFixture.spark;
import static org.apache.spark.sql.functions.col;
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
    assertThat(
            spark()
                .sql(
                    "SELECT array(1D, 3D) AS xs, array(10D, 20D) AS ys,"
                        + " explode(array(0D, 1D, 2D, 3D, 9D)) AS at")
                .select(Curve.at(col("xs"), col("ys"), col("at")))
                .collectAsList())
        .extracting(row -> row.getDouble(0))
        .containsExactly(10.0, 10.0, 15.0, 20.0, 20.0);
  }

  @Test
  void withoutAPointThereIsNothingToRead() {
    assertThat(
            spark()
                .sql("SELECT filter(array(1D), x -> x > 5) AS xs, array(1D) AS ys, 1D AS at")
                .select(Curve.at(col("xs"), col("ys"), col("at")))
                .first()
                .isNullAt(0))
        .isTrue();
  }
}
