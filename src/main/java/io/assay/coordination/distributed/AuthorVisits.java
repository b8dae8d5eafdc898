package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import io.assay.coordination.detection.CoordinationMethod;
import io.assay.coordination.detection.Excursions;
import io.assay.coordination.detection.SharingRules;
import io.assay.coordination.detection.SharingSample;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Step 5b where no process holds all events: excursions, and authors whom the same actors visit on
 * them beyond chance.
 */
final class AuthorVisits {
  private static final SharingRules RULES = CoordinationMethod.DEFAULT.excursions();

  private static final UserDefinedFunction IS_EXCURSION =
      udf(
          (UDF3<Integer, Integer, Integer, Boolean>) Excursions::isExcursion,
          DataTypes.BooleanType);

  private static final UserDefinedFunction KEEPS =
      udf(
          (UDF2<Long, Integer, Boolean>)
              (author, all) ->
                  SharingSample.keepsAuthor(CoordinationMethod.DEFAULT.excursions(), author, all),
          DataTypes.BooleanType);

  private AuthorVisits() {}

  /**
   * Excursions outside pods.
   *
   * @param acts as {@link DistinctActs#withSums}
   * @param pods {@code actor, pod}, an account once
   * @param niches {@code author, niche}
   * @param inNiches as {@link CreatorSums#inNiches}
   * @return {@code actor, author}, each pair once
   */
  static Dataset<Row> of(
      Dataset<Row> acts, Dataset<Row> pods, Dataset<Row> niches, Dataset<Row> inNiches) {
    Dataset<Row> ofActors =
        inNiches.select(col("actor"), col("niche"), col("all").cast("int").as("in_niche"));
    Dataset<Row> pairs =
        acts.groupBy("actor", "author").agg(count(lit(1)).cast("int").as("on_author"));
    return PodMembers.marked(pairs, pods)
        .where(not(col("inside")))
        .join(niches, new String[] {"author"}, "left")
        .join(ofActors, new String[] {"actor", "niche"}, "left")
        .where(
            IS_EXCURSION.apply(
                coalesce(col("niche").cast("int"), lit(-1)),
                coalesce(col("in_niche"), lit(0)),
                col("on_author")))
        .select("actor", "author");
  }

  /**
   * Pairs of authors that share visitors beyond chance. Cost: for each actor half the square of the
   * authors it visits, at most some 200, in eight bytes.
   *
   * @param visits as {@link #of}
   * @param all how many there are
   * @return as {@link BeyondChance#of}
   */
  static Dataset<Row> pairs(Dataset<Row> visits, long all) {
    Dataset<Row> sample =
        visits
            .join(visits.groupBy("actor").agg(count(lit(1)).cast("int").as("a")), "actor")
            .where(KEEPS.apply(col("author"), col("a")));
    Dataset<Row> visitors = visits.groupBy("author").agg(count(lit(1)).as("counted"));
    Dataset<Row> statistics =
        sample
            .groupBy("author")
            .agg(count(lit(1)).cast("int").as("size"), sum(col("a").cast("long")).as("weight"))
            .where(col("size").geq(RULES.leastShared()))
            .join(visitors, "author")
            .select(
                col("author").as("object"),
                col("size"),
                col("author"),
                col("weight"),
                lit(0L).as("niche_weight"),
                col("counted"),
                col("counted").as("n"),
                lit(-1L).as("niche"),
                lit(0L).as("niche_events"));
    Dataset<Row> listed =
        sample
            .select(col("actor"), col("author").as("object"), col("author"))
            .join(statistics.select("object", "size"), "object");
    return new BeyondChance(RULES, Math.max(1, all))
        .of(CommonActors.of(listed, RULES.leastShared()), statistics);
  }
}
