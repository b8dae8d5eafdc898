package io.assay.signals;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.assay.statistics.LogBins;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the crawled profiles of an account's followers are like. */
final class FollowerSample {
  private static final LogBins BINS = new LogBins(120);

  /** Below so many the chi-square statistic of nine cells is no guide. */
  private static final int LEAST_FOR_DIGITS = 50;

  private FollowerSample() {}

  /**
   * Cost: one exchange of the edges by follower and one by account; followings per follower are
   * binned first (1.9 % wide), so that memory for one account's median is bounded.
   *
   * @param follows {@code silver.follow} of the window
   * @param accounts {@code silver.account} of the day
   * @param least followers of whom something has to be known for it to be measured
   * @return platform, account_id, sampled (long, followers whose profile was crawled),
   *     picture_known, no_picture, posts_known, no_posts (long), following_ratio (double, median
   *     followings per follower), first_digits (double, see the signal); no_picture, no_posts,
   *     following_ratio and first_digits are null where it is known of too few
   */
  static Dataset<Row> of(Dataset<Row> follows, Dataset<Row> accounts, int least) {
    Column ratio = col("followings").cast("double").divide(greatest(col("followers"), lit(1L)));
    Dataset<Row> profiles =
        accounts.select(
            col("platform"),
            col("account_id").as("follower_id"),
            col("has_picture"),
            col("posts_count"),
            when(col("followers").isNotNull(), BINS.bin(ratio)).as("ratio"),
            when(col("followers").gt(0), expr("cast(left(cast(followers AS STRING), 1) AS INT)"))
                .as("digit"));
    List<Column> measures = new ArrayList<>();
    measures.add(count("has_picture").as("picture_known"));
    measures.add(count(when(not(col("has_picture")), 1L)).as("no_picture"));
    measures.add(count("posts_count").as("posts_known"));
    measures.add(count(when(col("posts_count").equalTo(0), 1L)).as("no_posts"));
    measures.add(count("ratio").as("ratio_known"));
    measures.add(
        expr("percentile_disc(0.5) WITHIN GROUP (ORDER BY ratio)").cast("int").as("ratio"));
    measures.add(count("digit").as("digits"));
    for (int digit = 1; digit <= 9; digit++) {
      measures.add(count(when(col("digit").equalTo(digit), 1L)).as("digit" + digit));
    }
    return follows
        .where(col("follower_id").notEqual(col("account_id")))
        .select("platform", "follower_id", "account_id")
        .join(profiles, new String[] {"platform", "follower_id"})
        .groupBy("platform", "account_id")
        .agg(count(lit(1)).as("sampled"), measures.toArray(Column[]::new))
        .select(
            col("platform"),
            col("account_id"),
            col("sampled"),
            col("picture_known"),
            known("picture_known", least, col("no_picture")).as("no_picture"),
            col("posts_known"),
            known("posts_known", least, col("no_posts")).as("no_posts"),
            known("ratio_known", least, BINS.lower(col("ratio"))).as("following_ratio"),
            firstDigits(Math.max(least, LEAST_FOR_DIGITS)).as("first_digits"));
  }

  /** One known picture among twenty followers says nothing of the twenty. */
  private static Column known(String followers, int least, Column value) {
    return when(col(followers).geq(least), value);
  }

  /**
   * (chi-square - 8) / n against Benford's law (Benford, The Law of Anomalous Numbers, 1938): the
   * mean of chi-square with eight degrees of freedom is 8, so small samples are not suspected for
   * being small.
   */
  private static Column firstDigits(int least) {
    Column n = col("digits");
    Column squares = lit(0.0);
    for (int digit = 1; digit <= 9; digit++) {
      Column expected = n.multiply(Math.log10(1 + 1.0 / digit));
      Column off = col("digit" + digit).minus(expected);
      squares = squares.plus(off.multiply(off).divide(expected));
    }
    return when(n.geq(least), squares.minus(8).divide(n));
  }
}
