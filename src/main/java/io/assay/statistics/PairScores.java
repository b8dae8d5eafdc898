package io.assay.statistics;

import java.util.Iterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Scores every actor by its partners: the index is broadcast, and each task counts the partners of
 * its actors. No pair is ever written. Cost: the engagements of an object, at most the index's cap,
 * for each engagement of an actor.
 *
 * @param index who engaged what
 * @param score made of an actor's partners
 */
public record PairScores(Broadcast<EngagementIndex> index, PairScore score)
    implements MapPartitionsFunction<Long, Row> {
  /** actor (long, its hash), score (double). */
  public static final StructType SCHEMA =
      new StructType()
          .add("actor", DataTypes.LongType, false)
          .add("score", DataTypes.DoubleType, false);

  private static final int TASKS_PER_CORE = 8;

  /** {@link #SCHEMA}, a row an actor of the index. */
  public static Dataset<Row> of(SparkSession spark, EngagementIndex index, PairScore score) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int tasks = TASKS_PER_CORE * context.defaultParallelism();
    return spark
        .range(0, index.actors(), 1, tasks)
        .mapPartitions(new PairScores(context.broadcast(index), score), Encoders.row(SCHEMA));
  }

  @Override
  public Iterator<Row> call(Iterator<Long> actors) {
    EngagementIndex shared = index.value();
    Partners partners = new Partners(shared.actors());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return actors.hasNext();
      }

      @Override
      public Row next() {
        int actor = Math.toIntExact(actors.next());
        double value = score.of(shared, actor, partners);
        partners.clear();
        return RowFactory.create(shared.actor(actor), value);
      }
    };
  }
}
