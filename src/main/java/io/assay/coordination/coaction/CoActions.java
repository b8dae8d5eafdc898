package io.assay.coordination.coaction;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import io.assay.contracts.UserError;
import io.assay.job.RunsSpark;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Answers one question: which accounts share the chosen objects together. What the steps read more
 * than once is kept, on disk where memory is short, until it is closed.
 */
@RunsSpark
public final class CoActions implements AutoCloseable {
  private final CoActionRule rule;
  private final Dataset<Row> shares;
  private final Dataset<Row> chosen;
  private final Question question;
  private Dataset<Row> inPairs;

  /**
   * What is asked.
   *
   * @param objects SQL LIKE pattern of the objects' ids
   * @param platform of the accounts; null for all together
   * @param rule when they act together
   */
  public record Question(String objects, String platform, CoActionRule rule) {}

  /**
   * What there is to compare.
   *
   * @param shares of the chosen objects
   * @param pairs of them about so many lie within the window of each other
   */
  public record Comparisons(long shares, double pairs) {}

  /**
   * @param shares {@code silver.share}
   */
  public CoActions(Dataset<Row> shares, Question question) {
    this.shares = shares;
    this.question = question;
    this.rule = question.rule();
    this.chosen =
        ChosenShares.of(shares, question.objects(), question.platform())
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * Counts what there is, before anything is compared.
   *
   * @throws UserError if there is nothing, or more than {@code coordination.max_pairs}
   */
  public Comparisons size(long maxPairs) {
    // Shares that come evenly have one pair for each two of a bucket as wide as the window.
    Row found =
        new TimeBuckets(rule.windowMicros(), rule.windowMicros())
            .home(chosen)
            .groupBy("object_id", TimeBuckets.BUCKET)
            .agg(count(lit(1)).as("shares"))
            .withColumn("pairs", col("shares").multiply(col("shares").minus(1).cast("double")))
            .agg(
                sum("shares").as("shares"),
                sum("pairs").as("pairs"),
                max_by(col("object_id"), col("pairs")).as("object"),
                max("pairs").as("most"))
            .first();
    if (found.isNullAt(0)) {
      throw nothing();
    }
    Comparisons size = new Comparisons(found.getLong(0), found.getDouble(1));
    if (size.pairs() > maxPairs) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "about %,.0f pairs of shares of these objects lie within %d s of each other, more than"
                  + " coordination.max_pairs, %,d; of '%s' alone in one such time %,.0f",
              size.pairs(),
              rule.windowSeconds(),
              maxPairs,
              found.getString(2),
              found.getDouble(3)),
          "Shorten --window, choose fewer objects with --object, or raise the setting with --set"
              + " coordination.max_pairs=N.");
    }
    return size;
  }

  /**
   * The accounts that act together.
   *
   * @return what {@link CoActionEdges#of} returns, sorted by the two accounts
   */
  public Dataset<Row> edges() {
    inPairs = CoActionEdges.inPairs(chosen, rule).persist(StorageLevel.MEMORY_AND_DISK());
    return CoActionEdges.of(inPairs, rule)
        .orderBy("platform_a", "account_a", "platform_b", "account_b");
  }

  private UserError nothing() {
    Row there =
        shares
            .agg(count(lit(1)), min("object_id"), max("object_id"), collect_set("platform"))
            .first();
    List<String> platforms = there.getList(3);
    if (question.platform() != null && !platforms.contains(question.platform())) {
      return new UserError(
          "no share is of the platform '" + question.platform() + "'",
          "Give --platform one of "
              + platforms.stream().sorted().collect(Collectors.joining(", "))
              + ", or leave it out.");
    }
    return new UserError(
        String.format(
            Locale.ROOT,
            "no object is like '%s'%s: the objects of %,d shares sort from '%s' to '%s'",
            question.objects(),
            question.platform() == null ? "" : " on " + question.platform(),
            there.getLong(0),
            there.getString(1),
            there.getString(2)),
        "Correct --object: % stands for any signs, _ for any one, and all else for itself.");
  }

  @Override
  public void close() {
    chosen.unpersist();
    if (inPairs != null) {
      inPairs.unpersist();
    }
  }
}
