package io.assay.statistics;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Ranks from exact counts in bins: values of one bin share the middle of their ranks. */
public final class MidRanks {

  private MidRanks() {}

  /**
   * @param histogram keys, {@code bin} (orders the values), {@code n} (long)
   * @return the same with {@code group_n} (long), the key's total, and {@code percentile} (double,
   *     0-100): 100 x (values below the bin + half of those in it) / total
   */
  public static Dataset<Row> withPercentiles(Dataset<Row> histogram, List<String> keys) {
    WindowSpec group = Window.partitionBy(keys.stream().map(k -> col(k)).toArray(Column[]::new));
    WindowSpec below =
        group.orderBy("bin").rowsBetween(Window.unboundedPreceding(), Window.currentRow() - 1);
    return histogram
        .withColumn("group_n", sum("n").over(group))
        .withColumn(
            "percentile",
            coalesce(sum("n").over(below), lit(0L))
                .plus(col("n").divide(2))
                .multiply(100.0)
                .divide(col("group_n")));
  }
}
