package io.assay.engagement;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import io.assay.statistics.Histogram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Counts the values of the accounts of a partition by histogram and bin.
 *
 * <p>In: {@link AccountValues#COLUMNS}. Out: {@link #BIN}, n, whole, fraction (see {@link
 * Histogram}). Memory: the histograms and bins that there are, see {@link ValueCounts}.
 */
record CountValues(AccountValues values) implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** What identifies a bin of a histogram. */
  static final List<String> BIN = List.of("platform", "axis", "part", "media", "metric", "bin");

  private static final StructType SCHEMA =
      new StructType()
          .add("platform", DataTypes.StringType, false)
          .add("axis", DataTypes.IntegerType, false)
          .add("part", DataTypes.IntegerType, false)
          .add("media", DataTypes.IntegerType, false)
          .add("metric", DataTypes.IntegerType, false)
          .add("bin", DataTypes.IntegerType, false)
          .add("n", DataTypes.LongType, false)
          .add("whole", DataTypes.LongType, false)
          .add("fraction", DataTypes.LongType, false);

  /**
   * Exact counts of all accounts, one row a bin. Cost: one pass over the accounts; what is
   * exchanged are counts of bins.
   *
   * @param accounts measured accounts
   */
  static Dataset<Row> of(Dataset<Row> accounts, AccountValues values) {
    Column[] bin = BIN.stream().map(c -> col(c)).toArray(Column[]::new);
    return accounts
        .select(AccountValues.COLUMNS.stream().map(c -> col(c)).toArray(Column[]::new))
        .mapPartitions(new CountValues(values), Encoders.row(SCHEMA))
        .groupBy(bin)
        .agg(sum("n").as("n"), sum("whole").as("whole"), sum("fraction").as("fraction"));
  }

  @Override
  public Iterator<Row> call(Iterator<Row> accounts) {
    Map<HistogramKey, Map<Integer, long[]>> binCounts = new HashMap<>();
    accounts.forEachRemaining(
        account ->
            values.of(
                account,
                (key, bin, value) -> {
                  long[] sums =
                      binCounts
                          .computeIfAbsent(key, k -> new HashMap<>())
                          .computeIfAbsent(bin, b -> new long[3]);
                  sums[0]++;
                  sums[1] += Histogram.whole(value);
                  sums[2] += Histogram.fraction(value);
                }));
    List<Row> rows = new ArrayList<>();
    binCounts.forEach(
        (key, bins) ->
            bins.forEach(
                (bin, sums) ->
                    rows.add(
                        RowFactory.create(
                            key.platform(),
                            key.axis().ordinal(),
                            key.part(),
                            key.media(),
                            key.metric(),
                            bin,
                            sums[0],
                            sums[1],
                            sums[2]))));
    return rows.iterator();
  }
}
