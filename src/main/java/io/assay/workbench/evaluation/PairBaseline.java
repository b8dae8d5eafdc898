package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import io.assay.statistics.EngagementIndex;
import io.assay.statistics.PairScore;
import io.assay.statistics.PairScores;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A yardstick: actors scored by their partners, with an index that is built on the driver. */
@RunsSpark
final class PairBaseline {
  /** 40 bytes each on the driver, and once more where tasks run. */
  static final long MAX_ENGAGEMENTS = 20_000_000;

  private static final int CAP = 1000;

  private PairBaseline() {}

  /**
   * @param engagements object, actor, value (long)
   * @return platform, account_id, score (double) of every actor
   * @throws UserError if there are more engagements than an index holds
   */
  static Dataset<Row> of(Crawled crawled, Dataset<Row> engagements, PairScore score) {
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
    return EngagementValues.actors(crawled)
        .join(PairScores.of(engagements.sparkSession(), index, score), "actor")
        .select(col("platform"), col("account_id"), col("score"));
  }
}
