package io.assay.coordination.coaction;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which accounts share the same objects at the same time, as the R package CooRTweet finds them
 * (Righetti and Balluff 2023, {@code detect_groups} and {@code generate_coordinated_network}).
 *
 * <p>Algorithm: accounts with too few shares are dropped; pairs of shares are found ({@link
 * CloseShares}), at first only whose contents occur in one; of the accounts of these, those with
 * enough shares qualify; a pair counts if one of its contents is a qualifying account's. Cost: no
 * pair is ever stored, sums by two accounts leave the task in which its pairs are found.
 */
final class CoActionEdges {
  private static final String[] CONTENT = {"platform", "content_id"};
  private static final String COUNTS = "counts";

  private CoActionEdges() {}

  /**
   * The shares whose contents occur in a pair, with whatever else these contents share.
   *
   * @param shares as {@link ChosenShares} makes them
   * @return those of them
   */
  static Dataset<Row> inPairs(Dataset<Row> shares, CoActionRule rule) {
    Dataset<Row> active = Participation.atLeast(shares, rule.minParticipation());
    return active.join(
        CloseShares.contentsOfPairs(active, rule.windowMicros()), CONTENT, "left_semi");
  }

  /**
   * @param shares as {@link #inPairs} makes them, for the same rule
   * @return {@code platform_a, account_a, platform_b, account_b}, of which the first sorts before
   *     the second; {@code weight}, their pairs; {@code mean_delay_seconds}, of these
   */
  static Dataset<Row> of(Dataset<Row> shares, CoActionRule rule) {
    Dataset<Row> qualifying =
        Participation.atLeast(shares, rule.minParticipation())
            .select(CONTENT[0], CONTENT[1])
            .distinct()
            .withColumn(COUNTS, lit(true));
    Dataset<Row> marked =
        shares
            .join(qualifying, CONTENT, "left")
            .withColumn(COUNTS, coalesce(col(COUNTS), lit(false)));
    Dataset<Row> pairs =
        CloseShares.pairs(marked, rule.windowMicros())
            .where(col(CloseShares.FIRST + COUNTS).or(col(CloseShares.LATER + COUNTS)));
    return byAccounts(pairs);
  }

  /** Sums the pairs of every two accounts, whoever of them came first. */
  private static Dataset<Row> byAccounts(Dataset<Row> pairs) {
    Column swapped =
        CloseShares.account(CloseShares.FIRST).gt(CloseShares.account(CloseShares.LATER));
    return pairs
        .groupBy(
            either(swapped, CloseShares.LATER, CloseShares.FIRST, "platform").as("platform_a"),
            either(swapped, CloseShares.LATER, CloseShares.FIRST, "account_id").as("account_a"),
            either(swapped, CloseShares.FIRST, CloseShares.LATER, "platform").as("platform_b"),
            either(swapped, CloseShares.FIRST, CloseShares.LATER, "account_id").as("account_b"))
        .agg(count(lit(1)).as("weight"), sum(CloseShares.DELAY).as(CloseShares.DELAY))
        .withColumn(
            "mean_delay_seconds",
            // Whole seconds stay whole until the last division.
            col(CloseShares.DELAY).divide(1e6).divide(col("weight")))
        .drop(CloseShares.DELAY);
  }

  private static Column either(Column condition, String then, String otherwise, String name) {
    return when(condition, col(then + name)).otherwise(col(otherwise + name));
  }
}
