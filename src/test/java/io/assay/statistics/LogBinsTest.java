package io.assay.statistics;

import static io.assay.testing.SparkFixture.spark;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class LogBinsTest {
  private static final LogBins FINE = new LogBins(120);
  private static final LogBins COARSE = new LogBins(10);

  @Test
  void everyEdgeAndItsNeighboursLieInTheirBin() {
    for (int bin = -1_200; bin <= 1_440; bin++) {
      double edge = FINE.edge(bin);
      assertThat(FINE.bin(edge)).as("edge of %d", bin).isEqualTo(bin);
      assertThat(FINE.bin(Math.nextUp(edge))).isEqualTo(bin);
      assertThat(FINE.bin(Math.nextDown(edge))).isEqualTo(bin - 1);
    }
  }

  @Test
  void columnsAgreeWithTheScalarAndTheEdgesHold() {
    List<Double> values = new ArrayList<>(List.of(0.0, 1.0, 0.1, 0.01, 0.02, 10.0, 5e12, 1e-12));
    for (int bin = -500; bin <= 100; bin++) {
      values.add(FINE.edge(bin));
      values.add(Math.nextDown(FINE.edge(bin)));
    }
    List<Row> rows =
        spark()
            .createDataset(values, Encoders.DOUBLE())
            .withColumn("bin", FINE.bin(col("value")))
            .withColumn("lower", FINE.lower(col("bin")))
            .collectAsList();
    for (Row row : rows) {
      double value = row.getDouble(0);
      int bin = FINE.bin(value);
      int coarse = COARSE.coarsen(bin, FINE);
      assertThat(row.getInt(1)).isEqualTo(bin);
      assertThat(row.getDouble(2)).isEqualTo(FINE.lower(bin));
      assertThat(coarse).isEqualTo(COARSE.bin(value));
      if (value > 0) {
        assertThat(value).isGreaterThanOrEqualTo(FINE.lower(bin)).isLessThan(FINE.upper(bin));
        assertThat(value)
            .isGreaterThanOrEqualTo(COARSE.lower(coarse))
            .isLessThan(COARSE.upper(coarse));
      }
    }
  }

  @Test
  void decadesAreEdges() {
    assertThat(COARSE.bin(1)).isZero();
    assertThat(COARSE.bin(0.1)).isEqualTo(-10);
    assertThat(COARSE.bin(0.01)).isEqualTo(-20);
    assertThat(COARSE.bin(100)).isEqualTo(20);
    assertThat(COARSE.edge(-20)).isEqualTo(0.01);
  }

  @Test
  void zeroStandsAlone() {
    assertThat(FINE.bin(0)).isEqualTo(LogBins.ZERO);
    assertThat(FINE.bin(Double.MIN_VALUE)).isGreaterThan(LogBins.ZERO);
    assertThat(COARSE.coarsen(LogBins.ZERO, FINE)).isEqualTo(LogBins.ZERO);
    assertThat(FINE.lower(LogBins.ZERO)).isZero();
    assertThat(FINE.upper(LogBins.ZERO)).isZero();
  }

  @Test
  void binsThatDoNotNestAreRefused() {
    assertThatThrownBy(() -> new LogBins(7).coarsen(1, FINE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LogBins(0)).hasMessageContaining("0");
  }
}
