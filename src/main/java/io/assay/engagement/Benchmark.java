package io.assay.engagement;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

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
   * @param axis the follower axis with its claims
   * @param suppressBelow comparisons with fewer accounts show n only
   * @return {@code gold.benchmark}, where there is an account to compare
   */
  static Dataset<Row> of(Dataset<Row> values, FollowerAxis axis, int suppressBelow) {
    SparkSession spark = values.sparkSession();
    Dataset<Row> claimed = axis.claimedBands(spark);
    Dataset<Row> allMedia =
        values.where(col("media_code").equalTo(MediaTypes.ALL_CODE)).drop("media_code");
    List<String> link = List.of("piece", "metric_code");
    BinnedGroups groups =
        new BinnedGroups(
            allMedia,
            claimed.select("piece", "metric_code", "claim_order", "scheme_order", "band_order"),
            link,
            GROUP);
    Dataset<Row> quantiles =
        ExactQuantiles.of(
            groups, groups.histogram(), List.of("p25", "median", "p75"), 0.25, 0.5, 0.75);
    Dataset<Row> shares = shares(allMedia.join(broadcast(claimed), link.toArray(String[]::new)));
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

  private static Dataset<Row> shares(Dataset<Row> values) {
    Column below = col("value").lt(col("low"));
    Column above = coalesce(col("value").gt(col("high")), lit(false));
    return values
        .groupBy(GROUP.stream().map(c -> col(c)).toArray(Column[]::new))
        .agg(
            count_if(below).divide(count(lit(1))).as("share_below"),
            count_if(below.or(above)).as("outside"),
            count_if(above).divide(count(lit(1))).as("share_above"),
            count(lit(1)).as("compared"))
        .withColumn("share_within", col("compared").minus(col("outside")).divide(col("compared")))
        .drop("compared", "outside");
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
