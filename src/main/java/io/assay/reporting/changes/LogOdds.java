package io.assay.reporting.changes;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The logarithm of the odds of accounts, on which contributions add up. It is intercept + shift +
 * the sum of the contributions; where that does not give the likelihood that the lake states, what
 * lies between is kept as a remainder instead of being passed over.
 */
final class LogOdds {

  /** A likelihood that is off by more is not what the tables say. */
  private static final double EXACT = 1e-9;

  /** Beyond this a likelihood in double precision does not say what its odds are. */
  private static final double LEAST = 1e-15;

  private static final String[] KEY = {"platform", "account_id", "kind"};

  private LogOdds() {}

  /**
   * @param kinds platform, account_id, kind and a likelihood
   * @param likelihood name of its column, 0-1
   * @param evidence {@code gold.assessment_evidence} of the day
   * @param level {@code gold.assessment_level} of the day
   * @return platform, account_id, kind; log_odds (nats, remainder included), intercept, shift,
   *     remainder (0 where the tables account for the likelihood)
   */
  static Dataset<Row> of(
      Dataset<Row> kinds, String likelihood, Dataset<Row> evidence, Dataset<Row> level) {
    Dataset<Row> sums =
        evidence
            .join(kinds.select("platform", "account_id", "kind"), KEY, "left_semi")
            .groupBy("platform", "account_id", "kind")
            .agg(sum("contribution").as("contributions"));
    Column told = col("told");
    Column stated = col("stated");
    Column within = least(greatest(stated, lit(LEAST)), lit(1 - LEAST));
    Column odds = log(within).minus(log1p(within.multiply(-1)));
    Column probability = lit(1.0).divide(exp(told.multiply(-1)).plus(1));
    return kinds
        .select(col("platform"), col("account_id"), col("kind"), col(likelihood).as("stated"))
        .join(sums, KEY, "left")
        .join(
            broadcast(level.select("platform", "kind", "intercept", "shift")),
            new String[] {"platform", "kind"},
            "left")
        .withColumn("intercept", coalesce(col("intercept"), lit(0.0)))
        .withColumn("shift", coalesce(col("shift"), lit(0.0)))
        .withColumn(
            "told",
            col("intercept").plus(col("shift")).plus(coalesce(col("contributions"), lit(0.0))))
        .withColumn(
            "remainder",
            when(abs(probability.minus(stated)).gt(EXACT), odds.minus(told)).otherwise(lit(0.0)))
        .select(
            col("platform"),
            col("account_id"),
            col("kind"),
            told.plus(col("remainder")).as("log_odds"),
            col("intercept"),
            col("shift"),
            col("remainder"));
  }
}
