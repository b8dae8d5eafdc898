package io.assay.statistics;

import static io.assay.testing.SparkFixture.spark;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ExactQuantilesTest {
  private static final LogBins BINS = new LogBins(10);
  private static final List<String> NAMES = List.of("p10", "p25", "median", "p75");
  private static final double[] P = {0.10, 0.25, 0.5, 0.75};

  /** Atoms 1 and 2 make up the group "both"; atom 1 alone is "first". */
  private static Dataset<Row> members() {
    return spark()
        .sql("SELECT * FROM VALUES (1, 'both'), (2, 'both'), (1, 'first') AS t(atom, name)");
  }

  private static List<Row> quantiles(double[] first, double[] second) {
    List<Row> rows = new ArrayList<>();
    Arrays.stream(first).forEach(v -> rows.add(RowFactory.create("x", 1, v)));
    Arrays.stream(second).forEach(v -> rows.add(RowFactory.create("x", 2, v)));
    Dataset<Row> values =
        spark()
            .createDataFrame(
                rows,
                new StructType()
                    .add("platform", DataTypes.StringType)
                    .add("atom", DataTypes.IntegerType)
                    .add("value", DataTypes.DoubleType))
            .withColumn("bin", BINS.bin(col("value")));
    BinnedGroups groups =
        new BinnedGroups(
            values,
            BinnedGroups.cells(values),
            members(),
            List.of("atom"),
            List.of("platform", "name"));
    return ExactQuantiles.of(groups, NAMES, P).orderBy("name").collectAsList();
  }

  @Test
  void fiveValuesByHand() {
    Row both = quantiles(new double[] {1, 2}, new double[] {0, 10, 4}).get(0);
    assertThat(both.toString()).isEqualTo("[x,both,5,3.4,0.4,1.0,2.0,4.0,null,null]");
  }

  @Test
  void aGroupOfZerosNeedsNoSorting() {
    Row first = quantiles(new double[7], new double[] {1}).get(1);
    assertThat(first.toString()).isEqualTo("[x,first,7,0.0,0.0,0.0,0.0,0.0,0.0,0.0]");
  }

  @Test
  void twentyValuesHaveTheIntervalFromTheSixthToTheFifteenth() {
    double[] values = new double[20];
    Arrays.setAll(values, i -> 20 - i);
    Row first = quantiles(values, new double[] {}).get(1);
    assertThat(first.<Double>getAs("median")).isEqualTo(10.5);
    assertThat(first.<Double>getAs("median_low")).isEqualTo(6);
    assertThat(first.<Double>getAs("median_high")).isEqualTo(15);
    assertThat(first.<Double>getAs("mean")).isEqualTo(10.5);
  }

  @Test
  void manyValuesAgreeWithSorting() {
    Random random = new Random(7);
    double[] values = random.doubles(3_000).map(v -> v < 0.05 ? 0 : Math.exp(6 * v - 5)).toArray();
    Row first = quantiles(values, new double[] {3}).get(1);
    Arrays.sort(values);
    for (int i = 0; i < P.length; i++) {
      assertThat(first.<Double>getAs(NAMES.get(i)))
          .isEqualTo(Quantiles.ofSorted(values, values.length, P[i]));
    }
    assertThat(first.<Double>getAs("mean"))
        .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-9));
  }
}
