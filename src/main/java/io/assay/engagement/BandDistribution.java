package io.assay.engagement;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import io.assay.contracts.GoldTables;
import io.assay.statistics.BinnedGroups;
import io.assay.statistics.ExactQuantiles;
import io.assay.statistics.LogBins;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** How the accounts' rates are distributed over each band of each scheme, and their shape. */
final class BandDistribution {

  private static final List<String> GROUP =
      List.of("band_order", "scheme_order", "metric_code", "media_code", "platform");
  private static final String[] BAND_KEY = {"scheme_order", "band_order"};
  private static final List<String> QUANTILES =
      List.of("p05", "p10", "p25", "median", "p75", "p90", "p95");
  private static final double[] PROBABILITIES = {0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};

  private BandDistribution() {}

  /**
   * The bands of all schemes as groups.
   *
   * @param values {@link RateValues}
   * @param cells {@link BinnedGroups#cells} of them, perhaps stored
   */
  static BinnedGroups groups(Dataset<Row> values, Dataset<Row> cells, FollowerAxis axis) {
    Dataset<Row> members =
        axis.bands(values.sparkSession()).select("piece", "scheme_order", "band_order");
    return new BinnedGroups(values, cells, members, List.of("piece"), GROUP);
  }

  /**
   * @param groups {@link #groups}
   * @param suppressBelow groups of fewer accounts show n only
   * @return {@code gold.band_distribution}
   */
  static Dataset<Row> distribution(BinnedGroups groups, FollowerAxis axis, int suppressBelow) {
    Dataset<Row> quantiles = ExactQuantiles.of(groups, QUANTILES, PROBABILITIES);
    return withNames(Suppression.apply(quantiles, GROUP, suppressBelow), axis)
        .select(Results.columns(GoldTables.BAND_DISTRIBUTION));
  }

  /**
   * @param groups {@link #groups}
   * @param fine bins of their values
   * @param coarse bins to publish
   * @return {@code gold.band_histogram}
   */
  static Dataset<Row> histogram(
      BinnedGroups groups, FollowerAxis axis, LogBins fine, LogBins coarse, int suppressBelow) {
    Column[] group = GROUP.stream().map(c -> col(c)).toArray(Column[]::new);
    Dataset<Row> counts =
        groups
            .histogram()
            .withColumn("group_n", sum("n").over(Window.partitionBy(group)))
            .where(col("group_n").geq(suppressBelow))
            .withColumn("bin", coarse.coarsen(col("bin"), fine))
            .groupBy(Stream.concat(Stream.of(group), Stream.of(col("bin"))).toArray(Column[]::new))
            .agg(sum("n").as("n"))
            .withColumn("bin_lower", coarse.lower(col("bin")))
            .withColumn("bin_upper", coarse.upper(col("bin")));
    return withNames(counts, axis).select(Results.columns(GoldTables.BAND_HISTOGRAM));
  }

  private static Dataset<Row> withNames(Dataset<Row> groups, FollowerAxis axis) {
    Dataset<Row> bands = axis.bands(groups.sparkSession()).drop("piece").distinct();
    return groups
        .join(broadcast(bands), BAND_KEY)
        .withColumn("media_type", MediaTypes.name(col("media_code")))
        .withColumn("metric", RateValues.metric(col("metric_code")));
  }
}
