package io.assay.workbench.worlds;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.stddev_samp;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How engagement is distributed in a crawl, made up or real: what one has to look at to say whether
 * a world is like the world.
 */
public final class Distributions {
  private static final int LEAST_POSTS = 3;
  private static final long SETTLED = People.DAY;

  private Distributions() {}

  /**
   * In: the feeds {@code accounts} and {@code posts}. Out: one row a band of followers, ascending:
   * band, accounts (with three posts or more that are a day old and show likes), rate_p10, rate,
   * rate_p90 (of the accounts' median (likes + comments) / followers), comments_per_100_likes (its
   * median), spread (median of the standard deviation of ln(1 + likes + comments) between an
   * account's posts).
   */
  public static Dataset<Row> of(Dataset<Row> accounts, Dataset<Row> posts) {
    Dataset<Row> followers =
        accounts
            .groupBy("platform", "account_id")
            .agg(max_by(col("followers"), col("crawled_at")).as("followers"))
            .where("followers > 0");
    Column age = unix_seconds(col("crawled_at")).minus(unix_seconds(col("posted_at")));
    Column engaged = col("likes").plus(col("comments"));
    return posts
        .where(age.geq(SETTLED).and(engaged.isNotNull()))
        .join(followers, new String[] {"platform", "account_id"}, "inner")
        .groupBy("platform", "account_id")
        .agg(
            count(lit(1)).as("posts"),
            max("followers").as("followers"),
            percentile(engaged.divide(col("followers")), lit(0.5)).as("rate"),
            sum("likes").as("likes"),
            sum("comments").as("comments"),
            stddev_samp(ln(engaged.plus(1))).as("spread"))
        .where(col("posts").geq(LEAST_POSTS))
        .groupBy(order().as("band_order"), name().as("band"))
        .agg(
            count(lit(1)).as("accounts"),
            percentile(col("rate"), lit(0.1)).as("rate_p10"),
            percentile(col("rate"), lit(0.5)).as("rate"),
            percentile(col("rate"), lit(0.9)).as("rate_p90"),
            percentile(
                    when(col("likes").gt(0), col("comments").multiply(100).divide(col("likes"))),
                    lit(0.5))
                .as("comments_per_100_likes"),
            percentile(col("spread"), lit(0.5)).as("spread"))
        .orderBy("band_order")
        .drop("band_order");
  }

  private static Column order() {
    return banded(0, 1, 2, 3, 4);
  }

  private static Column name() {
    return banded("below 1k", "1-10k", "10-100k", "100k-1M", "1M+");
  }

  private static Column banded(Object... values) {
    Column band = lit(values[values.length - 1]);
    for (int i = values.length - 2; i >= 0; i--) {
      band =
          when(col("followers").lt(1_000L * Math.round(StrictMath.pow(10, i))), values[i])
              .otherwise(band);
    }
    return band;
  }
}
