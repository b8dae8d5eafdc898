package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sums over all events that nulls are made of, each beside the same over the fastest events. In:
 * events as {@link DistinctActs#withSums}; {@code longest} is the longest delay in seconds that is
 * fast. Cost: each one exchange of what it returns.
 */
final class CreatorSums {
  private static final Column ALL = count(lit(1)).as("all");

  private CreatorSums() {}

  private static Column fast(int longest) {
    return sum(DistinctActs.isFast(longest).cast("long")).as("fast");
  }

  /** Events of actors: {@code actor, publishes, all, fast}. */
  static Dataset<Row> ofActors(Dataset<Row> acts, int longest) {
    return acts.groupBy("actor", "publishes").agg(ALL, fast(longest));
  }

  /**
   * Events on authors, those who have none too: {@code author, posts, all, fast}.
   *
   * @param posts as {@link DistinctActs#posts}
   */
  static Dataset<Row> ofAuthors(Dataset<Row> acts, Dataset<Row> posts, int longest) {
    return posts
        .groupBy("author")
        .agg(count(lit(1)).as("posts"))
        .join(acts.groupBy("author").agg(ALL, fast(longest)), new String[] {"author"}, "left")
        .select(
            col("author"),
            col("posts"),
            coalesce(col("all"), lit(0L)).as("all"),
            coalesce(col("fast"), lit(0L)).as("fast"));
  }

  /** Posts of creators that creators engage: {@code actor, author, all, fast}. */
  static Dataset<Row> ofPairs(Dataset<Row> acts, int longest) {
    return acts.where(col("publishes")).groupBy("actor", "author").agg(ALL, fast(longest));
  }

  /**
   * Events of actors by niche: {@code actor, publishes, niche, all, fast}.
   *
   * @param niches {@code author, niche} of authors that have one
   */
  static Dataset<Row> inNiches(Dataset<Row> acts, Dataset<Row> niches, int longest) {
    return acts.join(niches, "author")
        .groupBy("actor", "publishes", "niche")
        .agg(ALL, fast(longest));
  }

  /**
   * Events in niches, and the sum of n_p² over their posts: {@code niche, all, fast, squares}.
   *
   * @param niches {@code author, niche} of authors that have one
   */
  static Dataset<Row> ofNiches(Dataset<Row> acts, Dataset<Row> niches, int longest) {
    return acts.join(niches, "author")
        .groupBy("niche")
        .agg(ALL, fast(longest), sum(col("n").cast("long")).as("squares"));
  }
}
