package io.assay.engagement;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.GoldTables;
import io.assay.settings.BenchmarkSettings.Claim;
import io.assay.statistics.BinnedGroups;
import io.assay.statistics.ExactQuantiles;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Published claims beside what is measured on the accounts they speak of. */
final class Benchmark {
  private static final List<String> GROUP =
      List.of("band_order", "claim_order", "scheme_order", "platform");
  private static final String[] KEY = GROUP.toArray(String[]::new);

  private static final StructType CLAIM =
      new StructType()
          .add("claim_order", DataTypes.IntegerType)
          .add("claim", DataTypes.StringType)
          .add("statement", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("of_platform", DataTypes.StringType)
          .add("metric", DataTypes.StringType)
          .add("claim_low", DataTypes.DoubleType)
          .add("claim_high", DataTypes.DoubleType);

  private Benchmark() {}

  /**
   * @param values {@link RateValues}
   * @param cells {@link BinnedGroups#cells} of them, perhaps stored
   * @param axis the follower axis with its claims
   * @param suppressBelow comparisons with fewer accounts show n only
   * @return {@code gold.benchmark}, where there is an account to compare
   */
  static Dataset<Row> of(
      Dataset<Row> values, Dataset<Row> cells, FollowerAxis axis, int suppressBelow) {
    SparkSession spark = values.sparkSession();
    Dataset<Row> claimed = axis.claimedBands(spark);
    Dataset<Row> members =
        claimed.select("piece", "metric_code", "claim_order", "scheme_order", "band_order");
    BinnedGroups groups =
        new BinnedGroups(
            allMedia(values), allMedia(cells), members, List.of("piece", "metric_code"), GROUP);
    Dataset<Row> quantiles =
        ExactQuantiles.of(groups, List.of("p25", "median", "p75"), 0.25, 0.5, 0.75);
    Dataset<Row> shares = shares(allMedia(cells), claimed);
    Dataset<Row> bands =
        axis.bands(spark).select("scheme_order", "band_order", "scheme", "band").distinct();
    Dataset<Row> ranges =
        claimed
            .select(
                "claim_order", "scheme_order", "band_order", "followers_from", "followers_below")
            .distinct();
    return Suppression.apply(quantiles.join(shares, KEY), GROUP, suppressBelow)
        .join(broadcast(claims(spark, axis.claims())), "claim_order")
        .where(col("of_platform").isin("all").or(col("of_platform").equalTo(col("platform"))))
        .join(broadcast(bands), new String[] {"scheme_order", "band_order"})
        .join(broadcast(ranges), new String[] {"claim_order", "scheme_order", "band_order"})
        .select(Results.columns(GoldTables.BENCHMARK));
  }

  private static Dataset<Row> allMedia(Dataset<Row> rows) {
    return rows.where(col("media_code").equalTo(MediaTypes.ALL_CODE)).drop("media_code");
  }

  private static Dataset<Row> shares(Dataset<Row> cells, Dataset<Row> claimed) {
    Column below = when(col("limits").leq(col("below")), col("n")).otherwise(0L);
    Column above = when(col("limits").geq(col("above")), col("n")).otherwise(0L);
    Column within = col("n").minus(below).minus(above);
    return cells
        .join(broadcast(claimed), new String[] {"piece", "metric_code"})
        .groupBy(GROUP.stream().map(c -> col(c)).toArray(Column[]::new))
        .agg(
            sum(below).divide(sum("n")).as("share_below"),
            sum(within).divide(sum("n")).as("share_within"),
            sum(above).divide(sum("n")).as("share_above"));
  }

  private static Dataset<Row> claims(SparkSession spark, List<Claim> claims) {
    return spark.createDataFrame(
        claims.stream()
            .map(
                c ->
                    RowFactory.create(
                        claims.indexOf(c),
                        c.id(),
                        c.statement(),
                        c.source(),
                        c.platform(),
                        c.metric(),
                        c.low(),
                        c.high()))
            .toList(),
        CLAIM);
  }
}
