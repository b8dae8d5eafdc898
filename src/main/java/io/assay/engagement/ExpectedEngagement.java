package io.assay.engagement;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.GoldTables;
import io.assay.settings.EngagementSettings;
import io.assay.statistics.BinnedGroups;
import io.assay.statistics.Curve;
import io.assay.statistics.ExactQuantiles;
import io.assay.statistics.LogBins;
import io.assay.statistics.NeighbourMerge;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The engagement to be expected at a size: the median rate of accounts of about that many
 * followers, bin by bin, straight in the logarithm of followers between the bins' medians. The
 * curve takes the form that the data have; no formula is fitted.
 */
final class ExpectedEngagement {
  private static final List<String> CURVE = List.of("platform", "media_code");
  private static final List<String> SIZE = List.of("platform", "media_code", "size_bin");
  private static final int RATE = 0;
  private static final int FOLLOWERS = 1;

  private ExpectedEngagement() {}

  /**
   * What the curve is made of.
   *
   * @param accounts measured accounts: platform, followers, the rates, media
   * @return platform, media_code, size_bin (bin of followers), metric_code (0 = rate_public, 1 =
   *     followers), bin, value; two rows an assessed account and kind of post
   */
  static Dataset<Row> values(Dataset<Row> accounts, EngagementSettings settings) {
    LogBins sizes = new LogBins(settings.curveBinsPerDecade());
    LogBins fine = new LogBins(settings.binsPerDecade());
    Column followers = col("followers").cast("double");
    return RateValues.byMediaType(
            accounts.where(col("followers").gt(0)).withColumn("size_bin", sizes.bin(followers)),
            col("followers"),
            col("size_bin"))
        .where(col("rate_public").isNotNull())
        .select(
            col("platform"),
            col("media_code"),
            col("size_bin"),
            inline(
                array(
                    struct(lit(RATE).as("metric_code"), col("rate_public").as("value")),
                    struct(lit(FOLLOWERS).as("metric_code"), followers.as("value")))))
        .withColumn("bin", fine.bin(col("value")));
  }

  /**
   * @param values {@link #values}
   * @param cells {@link BinnedGroups#cells} of them, perhaps stored
   * @return {@code gold.expected_engagement}
   */
  static Dataset<Row> curve(Dataset<Row> values, Dataset<Row> cells, EngagementSettings settings) {
    Dataset<Row> counts =
        cells.where(col("metric_code").equalTo(RATE)).groupBy(columns(SIZE)).agg(sum("n").as("n"));
    Dataset<Row> members =
        NeighbourMerge.merge(counts, CURVE, "size_bin", settings.curveMinAccounts())
            .withColumnRenamed("merged", "place");
    BinnedGroups groups =
        new BinnedGroups(
            values,
            cells,
            members,
            SIZE,
            List.of("place", "metric_code", "media_code", "platform"));
    Column tooFew = col("n").lt(settings.curveMinAccounts());
    String needed = " assessed accounts, " + settings.curveMinAccounts() + " needed";
    return ExactQuantiles.of(groups, List.of("least", "median", "most"), 0, 0.5, 1)
        .groupBy(col("platform"), col("media_code"), col("place").as("bin"))
        .agg(
            max("n").as("n"),
            max(of(FOLLOWERS, "least")).as("followers_low"),
            max(of(FOLLOWERS, "most")).as("followers_high"),
            max(of(FOLLOWERS, "median")).as("followers_median"),
            max(of(RATE, "median")).as("rate_median"))
        .withColumn("rate_median", when(tooFew, lit(null)).otherwise(col("rate_median")))
        .withColumn("followers_median", when(tooFew, lit(null)).otherwise(col("followers_median")))
        .withColumn("reason", when(tooFew, concat(col("n"), lit(needed))))
        .withColumn("media_type", MediaTypes.name(col("media_code")))
        .select(Results.columns(GoldTables.EXPECTED_ENGAGEMENT));
  }

  /**
   * The expected rates of accounts of any kind of post.
   *
   * @param curve {@code gold.expected_engagement}
   * @return platform, sizes (array of log10 of followers, ascending), rates (array)
   */
  static Dataset<Row> points(Dataset<Row> curve) {
    return curve
        .where(col("media_type").equalTo(MediaTypes.ALL).and(col("rate_median").isNotNull()))
        .groupBy("platform")
        .agg(
            sort_array(
                    collect_list(
                        struct(log10(col("followers_median")).as("x"), col("rate_median").as("y"))))
                .as("points"))
        .select(col("platform"), col("points.x").as("sizes"), col("points.y").as("rates"));
  }

  /** Expected rate (double) for a column of followers, beside the columns of {@link #points}. */
  static Column expected(Column followers) {
    return when(followers.gt(0), Curve.at(col("sizes"), col("rates"), log10(followers)));
  }

  private static Column of(int metric, String result) {
    return when(col("metric_code").equalTo(metric), col(result));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(n -> col(n)).toArray(Column[]::new);
  }
}
