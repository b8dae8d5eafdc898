package io.assay.engagement;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.EngagementTables;
import io.assay.settings.BandSettings.Band;
import io.assay.settings.BandSettings.Scheme;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;

/** Measured accounts beside what is to be expected at their size and beside their peers. */
final class ComparedAccounts {

  private ComparedAccounts() {}

  /**
   * @param measured result of {@link AccountEngagement#measure}
   * @param curves what is to be expected
   * @param rate the rate that is compared, see {@link EngagementJob}
   * @param scheme the scheme of their band
   * @return {@code gold.account_engagement}
   */
  static Dataset<Row> of(
      Dataset<Row> measured,
      Column rate,
      ExpectedEngagement curves,
      PeerRanks peers,
      Scheme scheme) {
    UDF2<String, Long, Double> expectedAt = curves::at;
    UDF3<String, Long, Double, Row> peersOf = peers::of;
    Column platform = col("platform");
    Column followers = col("followers");
    Column expected = col("expected_rate");
    return measured
        .withColumn("peers", udf(peersOf, PeerRanks.SCHEMA).apply(platform, followers, rate))
        .withColumn(
            "expected_rate", udf(expectedAt, DataTypes.DoubleType).apply(platform, followers))
        .withColumn("rate_vs_expected", when(expected.gt(0), rate.divide(expected)))
        .withColumn("band", band(scheme, followers))
        .select(col("*"), col("peers.*"))
        .select(EngagementTables.ACCOUNT_ENGAGEMENT.measuredColumns());
  }

  /** Name of the band of a scheme (string) that a column of followers lies in; null for null. */
  private static Column band(Scheme scheme, Column followers) {
    Column band = lit(null).cast("string");
    for (Band candidate : scheme.bands()) {
      band = when(followers.geq(candidate.lower()), candidate.name()).otherwise(band);
    }
    return band;
  }
}
