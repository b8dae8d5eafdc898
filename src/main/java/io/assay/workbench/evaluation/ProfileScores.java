package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Field;
import io.assay.contracts.SilverTables;
import io.assay.statistics.MidRanks;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.NumericType;

/** Baselines that look at an account's profile alone. */
final class ProfileScores {
  private static final double LEAST_RATIO = 1e-9;

  /** Every number and flag of a profile; how often the crawler came is none of it. */
  private static final List<String> FEATURES =
      SilverTables.ACCOUNT.fields().stream()
          .filter(f -> f.type() instanceof NumericType || f.type() instanceof BooleanType)
          .map(Field::name)
          .filter(name -> !name.equals("observations"))
          .toList();

  private ProfileScores() {}

  /**
   * Followings per follower, no follower counting as one; where a crawl gives only the ratio of
   * followers to followings, its inverse.
   *
   * @param accounts rows of {@code silver.account}
   * @return platform, account_id, score (double; null where neither is known)
   */
  static Dataset<Row> followingRatio(Dataset<Row> accounts) {
    Column counted = col("followings").cast("double").divide(greatest(col("followers"), lit(1L)));
    Column inverse = lit(1.0).divide(greatest(col("follower_following_ratio"), lit(LEAST_RATIO)));
    // greatest() would pass a null over.
    Column known = when(col("followers").isNotNull(), counted);
    Column stated = when(col("follower_following_ratio").isNotNull(), inverse);
    return accounts.select(col("platform"), col("account_id"), coalesce(known, stated).as("score"));
  }

  /**
   * Sum over the profile's numbers and flags of -ln(two-sided tail), the tail being twice the
   * smaller of the shares at or below and at or above among the platform's accounts, ties counted
   * half (after ECOD: Li, Zhao, Hu, Botta, Ionescu, Chen, ECOD: Unsupervised Outlier Detection
   * Using Empirical Cumulative Distribution Functions, TKDE 2022). What is unknown adds nothing.
   *
   * @param accounts rows of {@code silver.account}
   * @return platform, account_id, score (double); accounts of which nothing is known are missing
   */
  static Dataset<Row> twoSidedTails(Dataset<Row> accounts) {
    Column[] features =
        FEATURES.stream()
            .map(f -> struct(lit(f).as("feature"), col(f).cast("double").as("bin")))
            .toArray(Column[]::new);
    Dataset<Row> values =
        accounts
            .select(col("platform"), col("account_id"), explode(array(features)).as("f"))
            .select("platform", "account_id", "f.feature", "f.bin")
            .where(col("bin").isNotNull());
    List<String> keys = List.of("platform", "feature");
    Column below = col("percentile").divide(100);
    Column tail = least(below, lit(1.0).minus(below)).multiply(2);
    Dataset<Row> tails =
        MidRanks.withPercentiles(
                values.groupBy("platform", "feature", "bin").agg(count(lit(1)).as("n")), keys)
            .select(
                col("platform"), col("feature"), col("bin"), log(tail).multiply(-1).as("surprise"));
    // Summed in the order of the features: sums of doubles depend on it.
    Column sum =
        aggregate(col("surprises"), lit(0.0), (all, one) -> all.plus(one.getField("surprise")));
    return values
        .join(tails, new String[] {"platform", "feature", "bin"})
        .groupBy("platform", "account_id")
        .agg(sort_array(collect_list(struct("feature", "surprise"))).as("surprises"))
        .select(col("platform"), col("account_id"), sum.as("score"));
  }
}
