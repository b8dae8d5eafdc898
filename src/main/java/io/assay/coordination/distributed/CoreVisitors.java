package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.udf;

import io.assay.coordination.detection.CoordinationMethod;
import io.assay.coordination.detection.FarmRules;
import io.assay.statistics.PoissonTail;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** Start of step 6 where no process holds all events: who visits cores. */
final class CoreVisitors {
  private static final FarmRules RULES = CoordinationMethod.DEFAULT.farms();

  private static final UserDefinedFunction CHANCE =
      udf(
          (UDF4<Long, Integer, Long, Long, Double>)
              (visits, all, size, events) ->
                  PoissonTail.of(
                      visits.intValue(), (all - visits.intValue() + 1) * ((double) size / events)),
          DataTypes.DoubleType);

  private CoreVisitors() {}

  /**
   * Who comes to the posts of a core beyond chance, on several authors.
   *
   * @param acts as {@link DistinctActs#withSums}
   * @param cores {@code post, core}
   * @param events all of them
   * @return {@code actor, core}
   */
  static Dataset<Row> ofPosts(Dataset<Row> acts, Dataset<Row> cores, long events) {
    Dataset<Row> there = acts.join(cores, "post");
    Dataset<Row> sizes = there.groupBy("core").agg(count(lit(1)).as("size"));
    return there
        .groupBy("core", "actor")
        .agg(count(lit(1)).as("visits"), countDistinct("author").as("authors"), max("d").as("all"))
        .where(col("authors").geq(RULES.leastAuthors()))
        .join(sizes, "core")
        .where(
            CHANCE
                .apply(col("visits"), col("all"), col("size"), lit(events))
                .leq(RULES.visitorChance()))
        .select("actor", "core");
  }

  /**
   * Who visits several authors of a core on excursions.
   *
   * @param visits as {@link AuthorVisits#of}
   * @param cores {@code author, core}
   * @return {@code actor, core}
   */
  static Dataset<Row> ofAuthors(Dataset<Row> visits, Dataset<Row> cores) {
    return visits
        .join(cores, "author")
        .groupBy("core", "actor")
        .agg(count(lit(1)).as("authors"))
        .where(col("authors").geq(RULES.leastAuthors()))
        .select("actor", "core");
  }
}
