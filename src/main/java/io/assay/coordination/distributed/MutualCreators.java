package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.assay.coordination.detection.MutualChance;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF6;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Step 2 where no process holds all pairs of creators: those who engage each other more than chance
 * explains, where nothing counts as chance that is returned.
 */
final class MutualCreators {
  private static final UserDefinedFunction CHANCE =
      udf(
          (UDF6<Long, Long, Long, Long, Long, Long, Double>)
              (posts, byActor, byAuthor, events, inNiche, byNiche) ->
                  MutualChance.atLeast(
                      posts.intValue(),
                      MutualChance.rate(byActor, byAuthor, events, inNiche, byNiche)),
          DataTypes.DoubleType);

  private static final UserDefinedFunction IMPROBABLE =
      udf((UDF2<Double, Double, Boolean>) MutualChance::improbable, DataTypes.BooleanType);

  private static final String[] PAIR = {"actor", "author"};
  private static final String[] IN_NICHE = {"actor", "niche"};

  private MutualCreators() {}

  /**
   * Pairs of which both give something, once for either direction.
   *
   * @param pairs as {@link CreatorSums#ofPairs}
   * @param which {@code all} or {@code fast}
   * @return {@code actor, author, given}
   */
  static Dataset<Row> reciprocated(Dataset<Row> pairs, String which) {
    Dataset<Row> given =
        pairs.where(col(which).gt(0)).select(col("actor"), col("author"), col(which).as("given"));
    return given.join(turned(given), PAIR, "left_semi");
  }

  private static Dataset<Row> turned(Dataset<Row> pairs) {
    return pairs
        .withColumnRenamed("actor", "other")
        .withColumnRenamed("author", "actor")
        .withColumnRenamed("other", "author");
  }

  /**
   * Those of them that are improbable. Cost: they are exchanged some ten times.
   *
   * @param mutual as {@link #reciprocated}
   * @param sums of all events, or of the fast ones
   * @param events that one-sided engagement leaves: all less what the pairs give
   * @return {@code actor, author, given}
   */
  static Dataset<Row> improbable(Dataset<Row> mutual, OneSidedSums sums, long events) {
    Dataset<Row> placed = mutual.join(sums.niches(), new String[] {"author"}, "left");
    Dataset<Row> chances =
        placed
            .join(left(sums.actors(), mutual, "actor"), "actor")
            .join(left(sums.authors(), mutual, "author"), "author")
            .join(inNiches(sums, placed), IN_NICHE, "left")
            .join(ofNiches(sums, placed), new String[] {"niche"}, "left")
            .select(
                col("actor"),
                col("author"),
                col("given"),
                CHANCE
                    .apply(
                        col("given"),
                        col("actor_left"),
                        col("author_left"),
                        lit(events),
                        when(col("niche").isNull(), lit(-1L))
                            .otherwise(coalesce(col("in_niche_left"), lit(0L))),
                        coalesce(col("niche_left"), lit(0L)))
                    .as("there"));
    Dataset<Row> back =
        turned(chances.select("actor", "author", "there").withColumnRenamed("there", "back"));
    return chances
        .join(back, PAIR)
        .where(IMPROBABLE.apply(col("there"), col("back")))
        .select("actor", "author", "given");
  }

  /** Sums of actors or authors, less what passes in pairs. */
  private static Dataset<Row> left(Dataset<Row> sums, Dataset<Row> mutual, String of) {
    return sums.join(mutual.groupBy(of).agg(sum("given").as("in_pairs")), of)
        .select(col(of), less("events").as(of + "_left"));
  }

  private static Dataset<Row> inNiches(OneSidedSums sums, Dataset<Row> placed) {
    return sums.inNiches()
        .join(
            placed
                .where(col("niche").isNotNull())
                .groupBy("actor", "niche")
                .agg(sum("given").as("in_pairs")),
            IN_NICHE)
        .select(col("actor"), col("niche"), less("events").as("in_niche_left"));
  }

  private static Dataset<Row> ofNiches(OneSidedSums sums, Dataset<Row> placed) {
    return sums.ofNiches()
        .join(placed.groupBy("niche").agg(sum("given").as("in_pairs")), new String[] {"niche"})
        .select(col("niche"), less("events").as("niche_left"));
  }

  private static Column less(String sum) {
    return col(sum).minus(col("in_pairs"));
  }
}
