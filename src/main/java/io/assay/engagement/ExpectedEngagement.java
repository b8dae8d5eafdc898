package io.assay.engagement;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
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
  private static final List<String> BIN = List.of("platform", "media_code", "size_bin");
  private static final String[] MERGED = {"platform", "media_code", "bin"};

  private ExpectedEngagement() {}

  /**
   * @param accounts measured accounts: platform, followers, the rates, media
   * @return {@code gold.expected_engagement}
   */
  static Dataset<Row> curve(Dataset<Row> accounts, EngagementSettings settings) {
    LogBins sizes = new LogBins(settings.curveBinsPerDecade());
    LogBins fine = new LogBins(settings.binsPerDecade());
    Dataset<Row> assessed =
        RateValues.byMediaType(accounts.where(col("followers").gt(0)), col("followers"))
            .where(col("rate_public").isNotNull())
            .withColumn("size_bin", sizes.bin(col("followers")));
    Dataset<Row> counts =
        assessed
            .groupBy(columns(BIN))
            .agg(
                count(lit(1)).as("n"),
                min("followers").as("followers_low"),
                max("followers").as("followers_high"));
    Dataset<Row> merged =
        NeighbourMerge.merge(counts, CURVE, "size_bin", settings.curveMinAccounts())
            .withColumnRenamed("merged", "bin_on_curve");
    Dataset<Row> ends =
        counts
            .join(merged, BIN.toArray(String[]::new))
            .groupBy(col("platform"), col("media_code"), col("bin_on_curve").as("bin"))
            .agg(
                sum("n").as("n"),
                min("followers_low").as("followers_low"),
                max("followers_high").as("followers_high"));
    Column tooFew = col("n").lt(settings.curveMinAccounts());
    return ends.join(medians(assessed, merged, fine), MERGED)
        .withColumn("rate_median", when(tooFew, lit(null)).otherwise(col("rate_median")))
        .withColumn("followers_median", when(tooFew, lit(null)).otherwise(col("followers_median")))
        .withColumn(
            "reason",
            when(
                tooFew,
                concat(
                    col("n"),
                    lit(" assessed accounts, " + settings.curveMinAccounts() + " needed"))))
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

  /** Columns of {@link #MERGED}, rate_median, followers_median. */
  private static Dataset<Row> medians(Dataset<Row> assessed, Dataset<Row> merged, LogBins fine) {
    Dataset<Row> values =
        assessed
            .select(
                col("platform"),
                col("media_code"),
                col("size_bin"),
                inline(
                    array(
                        struct(lit(0).as("metric_code"), col("rate_public").as("value")),
                        struct(
                            lit(1).as("metric_code"),
                            col("followers").cast("double").as("value")))))
            .withColumn("bin", fine.bin(col("value")));
    BinnedGroups groups =
        new BinnedGroups(
            values, merged, BIN, List.of("platform", "media_code", "bin_on_curve", "metric_code"));
    return ExactQuantiles.of(groups, groups.histogram(), List.of("median"), 0.5)
        .groupBy(col("platform"), col("media_code"), col("bin_on_curve").as("bin"))
        .agg(
            max(when(col("metric_code").equalTo(0), col("median"))).as("rate_median"),
            max(when(col("metric_code").equalTo(1), col("median"))).as("followers_median"));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(n -> col(n)).toArray(Column[]::new);
  }
}
