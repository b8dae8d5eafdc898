package io.assay.statistics;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Exact quantiles of many groups without sorting any group: the counts in fixed bins say in which
 * bin each order statistic lies, and only the values of those bins are sorted, bin by bin.
 *
 * <p>Quantiles are interpolated linearly, see {@link Quantiles}; the median's 95 % interval is that
 * of {@link MedianInterval}. Cost: the histogram, and one exchange of the values in the bins that
 * hold a wanted rank, at most two a quantile. A single value that makes up most of a group is
 * sorted by one task, except 0, which needs no sorting.
 */
public final class ExactQuantiles {
  private static final Column N = col("n");
  private static final long BINS_PER_GROUP = 10_000_000;

  private ExactQuantiles() {}

  /**
   * @param binned values and groups
   * @param names name of the column for each quantile
   * @param probabilities probability (0-1) of each quantile
   * @return group columns, n (long), mean (double), the quantiles (double), median_low and
   *     median_high (double, null below 6 values)
   */
  public static Dataset<Row> of(BinnedGroups binned, List<String> names, double... probabilities) {
    Dataset<Row> groups =
        binned
            .histogram()
            .groupBy(binned.groupColumns())
            .agg(
                sort_array(collect_list(struct("bin", "n"))).as("bins"),
                sum("n").as("n"),
                sum("whole").as("whole"),
                sum("fraction").as("fraction"))
            .withColumn("number", number(binned));
    Column rank = MedianInterval.lowerRank(N);
    Column[] results = new Column[names.size()];
    for (int i = 0; i < results.length; i++) {
      results[i] = quantile(probabilities[i]).as(names.get(i));
    }
    return groups
        .join(orderStatistics(binned, groups, probabilities), new String[] {"number"}, "left")
        .select(
            Stream.of(
                    Stream.of(binned.groupColumns("n")),
                    Stream.of(BinnedGroups.mean().as("mean")),
                    Stream.of(results),
                    Stream.of(
                        when(rank.gt(0), at(rank)).as("median_low"),
                        when(rank.gt(0), at(N.plus(1).minus(rank))).as("median_high")))
                .flatMap(s -> s)
                .toArray(Column[]::new));
  }

  /** Numbers the groups, some thousands, so that their values are sorted by one integer. */
  private static Column number(BinnedGroups binned) {
    return row_number()
        .over(Window.partitionBy(lit(0)).orderBy(binned.groupColumns()))
        .cast("long");
  }

  /** Number of the group, found (map of rank, from 1, to value); without ranks of value 0. */
  private static Dataset<Row> orderStatistics(
      BinnedGroups binned, Dataset<Row> groups, double[] probabilities) {
    Column slot = col("number").multiply(BINS_PER_GROUP).plus(col("wanted.bin"));
    Dataset<Row> wanted =
        groups
            .withColumn("wanted", explode(WantedRanks.of(col("bins"), probabilities)))
            .withColumn("slot", slot)
            .select(
                binned.groupColumns(
                    "number", "slot", "wanted.bin", "wanted.before", "wanted.positions"));
    Column position = row_number().over(Window.partitionBy("slot").orderBy("value"));
    return binned
        .valuesIn(wanted)
        .withColumn("position", position.cast("long"))
        .where(array_contains(col("positions"), col("position")))
        .groupBy("number")
        .agg(
            map_from_entries(
                    collect_list(struct(col("before").plus(col("position")), col("value"))))
                .as("found"));
  }

  private static Column quantile(double probability) {
    Column position = N.minus(1).multiply(probability);
    Column below = floor(position);
    Column fraction = position.minus(below);
    Column low = at(below.plus(1));
    Column high = at(least(below.plus(2), N));
    Column step = high.minus(low);
    return when(fraction.equalTo(0.5), low.plus(high).divide(2))
        .when(fraction.lt(0.5), low.plus(step.multiply(fraction)))
        .otherwise(high.minus(step.multiply(lit(1).minus(fraction))));
  }

  /** The order statistic of a rank, from 1. */
  private static Column at(Column rank) {
    return coalesce(col("found").getItem(rank), lit(0.0));
  }
}
