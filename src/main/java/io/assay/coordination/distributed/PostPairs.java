package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import io.assay.coordination.detection.CoordinationMethod;
import io.assay.coordination.detection.SharingRules;
import io.assay.coordination.detection.SharingSample;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Step 5 where no process holds all events: posts of different authors that share actors beyond
 * chance. Pairs are counted once, of all events and without niches; those few that are improbable
 * so are tested again with niches and without what passes inside a pod, for which the counts of the
 * pods' members alone are taken anew. Events as {@link DistinctActs#withSums}.
 */
final class PostPairs {
  private static final SharingRules RULES = CoordinationMethod.DEFAULT.posts();

  private static final UserDefinedFunction KEEPS =
      udf(
          (UDF2<Long, Integer, Boolean>)
              (post, all) -> SharingSample.keepsPost(CoordinationMethod.DEFAULT.posts(), post, all),
          DataTypes.BooleanType);

  private static final UserDefinedFunction KEPT =
      udf(
          (UDF2<Long, Integer, Boolean>)
              (actor, actors) ->
                  SharingSample.ofActor(actor)
                      < SharingSample.kept(CoordinationMethod.DEFAULT.posts(), actors),
          DataTypes.BooleanType);

  private PostPairs() {}

  /**
   * The events that are compared.
   *
   * @param all column: how many events of the actor count
   */
  private static Dataset<Row> sample(Dataset<Row> acts, Column all) {
    return acts.where(
        KEEPS.apply(col("post"), all.cast("int")).and(KEPT.apply(col("actor"), col("n"))));
  }

  /** The sample of all events. */
  static Dataset<Row> sample(Dataset<Row> acts) {
    return sample(acts, col("d"));
  }

  /**
   * What is known of each post that may share enough actors, without niches.
   *
   * @param sample of all events
   * @return {@code object, size} (kept actors) and {@link BeyondChance#STATISTICS}
   */
  static Dataset<Row> statistics(Dataset<Row> sample) {
    return sample
        .groupBy("post")
        .agg(
            count(lit(1)).cast("int").as("size"),
            max("author").as("author"),
            sum(col("d").cast("long")).as("weight"),
            max(col("n").cast("long")).as("n"))
        .where(col("size").geq(RULES.leastShared()))
        .select(
            col("post").as("object"),
            col("size"),
            col("author"),
            col("weight"),
            lit(0L).as("niche_weight"),
            col("n").as("counted"),
            col("n"),
            lit(-1L).as("niche"),
            lit(0L).as("niche_events"));
  }

  private static Dataset<Row> listed(Dataset<Row> sample, Dataset<Row> statistics) {
    return sample
        .select(col("actor"), col("post").as("object"), col("author"))
        .join(statistics.select("object", "size"), "object");
  }

  /**
   * Pairs that are improbable by everybody's activity. Cost: 20 to 40 pairs an event in worlds, at
   * most 100, in eight bytes each.
   *
   * @param events all of them
   * @return as {@link BeyondChance#of}
   */
  static Dataset<Row> ofAll(Dataset<Row> sample, Dataset<Row> statistics, long events) {
    return new BeyondChance(RULES, events)
        .of(CommonActors.of(listed(sample, statistics), RULES.leastShared()), statistics);
  }

  /**
   * Those of some pairs that are improbable in niches, too, and outside pods.
   *
   * @param pairs as {@link #ofAll}
   * @param statistics that they were found by
   * @param pods {@code actor, pod}, an account once
   * @param niches {@code author, niche}
   * @param inNiches as {@link CreatorSums#inNiches}
   * @param ofNiches as {@link CreatorSums#ofNiches}
   */
  static Dataset<Row> outsidePods(
      Dataset<Row> acts,
      Dataset<Row> pairs,
      Dataset<Row> statistics,
      Dataset<Row> pods,
      Dataset<Row> niches,
      Dataset<Row> inNiches,
      Dataset<Row> ofNiches,
      long events) {
    Dataset<Row> marked = PodMembers.marked(acts, pods);
    Dataset<Row> ofMembers = marked.where(col("pod").isNotNull());
    Dataset<Row> inside =
        ofMembers.groupBy("actor").agg(sum(col("inside").cast("int")).as("left_out"));
    Dataset<Row> anew =
        sample(
            ofMembers.where(not(col("inside"))).join(inside, "actor"),
            col("d").minus(col("left_out")));
    Dataset<Row> counted = pairs.select("first", "second", "shared");
    Dataset<Row> change =
        CommonActors.of(listed(anew, statistics), 1)
            .unionByName(
                CommonActors.of(listed(sample(ofMembers), statistics), 1)
                    .withColumn("shared", col("shared").multiply(-1)));
    Dataset<Row> shared =
        counted
            .join(
                change.groupBy("first", "second").agg(sum("shared").as("change")),
                new String[] {"first", "second"},
                "left")
            .withColumn("shared", col("shared").plus(coalesce(col("change"), lit(0L))));
    String[] columns = {"actor", "post", "author", "d", "n"};
    Dataset<Row> kept =
        sample(marked.where(col("pod").isNull()))
            .selectExpr(columns)
            .unionByName(anew.selectExpr(columns));
    Dataset<Row> outside =
        marked
            .groupBy("post")
            .agg(sum(not(col("inside")).cast("long")).as("counted"))
            .withColumnRenamed("post", "object");
    return new BeyondChance(RULES, events)
        .of(shared, inNiches(kept, outside, pairs, niches, inNiches, ofNiches));
  }

  private static Dataset<Row> inNiches(
      Dataset<Row> kept,
      Dataset<Row> outside,
      Dataset<Row> pairs,
      Dataset<Row> niches,
      Dataset<Row> inNiches,
      Dataset<Row> ofNiches) {
    Dataset<Row> posts =
        pairs
            .select(col("first").as("post"))
            .unionByName(pairs.select(col("second").as("post")))
            .distinct();
    Dataset<Row> ofActors = inNiches.select(col("actor"), col("niche"), col("all").as("in_niche"));
    return kept.join(posts, "post")
        .join(niches, new String[] {"author"}, "left")
        .join(ofActors, new String[] {"actor", "niche"}, "left")
        .groupBy("post")
        .agg(
            max("author").as("author"),
            max("niche").as("niche"),
            sum(col("d").cast("long")).as("weight"),
            sum(coalesce(col("in_niche"), lit(0L))).as("niche_weight"),
            max(col("n").cast("long")).as("n"))
        .withColumnRenamed("post", "object")
        .join(outside, "object")
        .join(
            ofNiches.select(col("niche"), col("all").as("niche_events")),
            new String[] {"niche"},
            "left")
        .withColumn("niche", coalesce(col("niche").cast("long"), lit(-1L)))
        .withColumn("niche_events", coalesce(col("niche_events"), lit(0L)));
  }
}
