package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
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
 * Scores every actor by its partners: the index is built on the driver and broadcast, and each task
 * counts the partners of its actors. No pair is ever written. Cost: the engagements of an object,
 * at most the cap, for each engagement of an actor.
 */
@RunsSpark
final class PairScores {
  /** 40 bytes each on the driver, and once more where tasks run. */
  static final long MAX_ENGAGEMENTS = 20_000_000;

  private static final int CAP = 1000;
  private static final int TASKS_PER_CORE = 8;
  private static final StructType SCORED =
      new StructType()
          .add("actor", DataTypes.LongType, false)
          .add("score", DataTypes.DoubleType, false);

  private PairScores() {}

  /**
   * @param engagements object, actor, value (long)
   * @return platform, account_id, score (double) of every actor
   * @throws UserError if there are more engagements than an index holds
   */
  static Dataset<Row> of(Crawled crawled, Dataset<Row> engagements, PairScore score) {
    SparkSession spark = engagements.sparkSession();
    long n = engagements.count();
    if (n > MAX_ENGAGEMENTS) {
      throw new UserError(
          "the crawl holds "
              + n
              + " engagements; a baseline of pairs takes at most "
              + MAX_ENGAGEMENTS,
          "Baselines are yardsticks: measure them on a smaller crawl.");
    }
    long[][] found =
        LongColumns.collect(
            engagements.orderBy("object", "value", "actor").select("object", "actor", "value"));
    EngagementIndex index = new EngagementIndex(found[0], found[1], found[2], CAP);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<EngagementIndex> shared = context.broadcast(index);
    int tasks = TASKS_PER_CORE * context.defaultParallelism();
    Dataset<Row> scored =
        spark
            .range(0, index.actors(), 1, tasks)
            .mapPartitions(
                (MapPartitionsFunction<Long, Row>)
                    actors -> new Scored(shared.value(), score, actors),
                Encoders.row(SCORED));
    return EngagementValues.actors(crawled)
        .join(scored, "actor")
        .select(col("platform"), col("account_id"), col("score"));
  }

  /** Scores of some actors. */
  private static final class Scored implements Iterator<Row> {
    private final EngagementIndex index;
    private final PairScore score;
    private final Iterator<Long> actors;
    private final Partners partners;

    Scored(EngagementIndex index, PairScore score, Iterator<Long> actors) {
      this.index = index;
      this.score = score;
      this.actors = actors;
      this.partners = new Partners(index.actors());
    }

    @Override
    public boolean hasNext() {
      return actors.hasNext();
    }

    @Override
    public Row next() {
      int actor = Math.toIntExact(actors.next());
      double value = score.of(index, actor, partners);
      partners.clear();
      return RowFactory.create(index.actor(actor), value);
    }
  }
}
