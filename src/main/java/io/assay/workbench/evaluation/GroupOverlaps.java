package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How groups that were found overlap with those that are labelled. Groups are named by 64-bit
 * hashes, 0 for none; only accounts that are evaluated count, so a found group without one does not
 * occur.
 */
final class GroupOverlaps {
  private GroupOverlaps() {}

  /**
   * Who belongs to which labelled group: positive accounts that a label of theirs puts there as a
   * member. A farm's customers and victims share its group_id and are not in it.
   *
   * @param labels columns of the feed {@code labels}
   * @param evaluated columns platform and account_id of the accounts that are evaluated
   * @param positives which labels count
   * @param classes every class that occurs
   * @return platform, account_id, truth (long), kinds (long), classes (long), strength (long);
   *     distinct by the first three
   */
  static Dataset<Row> truth(
      Dataset<Row> labels, Dataset<Row> evaluated, Positives positives, List<String> classes) {
    return labels
        .where(positives.counts())
        .where(length(col("group_id")).gt(0))
        .where(coalesce(col("role"), lit("member")).equalTo("member"))
        .join(evaluated, new String[] {"platform", "account_id"}, "left_semi")
        .groupBy(
            col("platform"),
            col("account_id"),
            xxhash64(lit("group"), col("platform"), col("group_id")).as("truth"))
        .agg(
            bit_or(LabelledAccounts.kindBit()).as("kinds"),
            bit_or(LabelledAccounts.classBit(classes)).as("classes"),
            max(LabelledAccounts.strengthBin(col("strength"))).as("strength"));
  }

  /**
   * @param table platform, account_id and the column, several rows an account where it is in
   *     several groups
   * @return platform, account_id, found (long); distinct
   */
  static Dataset<Row> found(Dataset<Row> table, Dataset<Row> evaluated, String column) {
    Column group = EvaluatedTable.quoted(column).cast("string");
    return table
        .where(length(group).gt(0))
        .join(evaluated, new String[] {"platform", "account_id"}, "left_semi")
        .select(
            col("platform"),
            col("account_id"),
            xxhash64(lit("found"), col("platform"), group).as("found"))
        .distinct();
  }

  /** truth; size, kinds, classes, strength (long): labelled groups, by their hash. */
  static Dataset<Row> truthSizes(Dataset<Row> truth) {
    return truth
        .groupBy("truth")
        .agg(
            count(lit(1)).as("size"),
            bit_or(col("kinds")).as("kinds"),
            bit_or(col("classes")).as("classes"),
            max("strength").as("strength"))
        .orderBy("truth");
  }

  /** found, size (long): found groups, by their hash. */
  static Dataset<Row> foundSizes(Dataset<Row> found) {
    return found.groupBy("found").agg(count(lit(1)).as("size")).orderBy("found");
  }

  /** truth, found, shared (long): pairs of groups that share accounts. */
  static Dataset<Row> shared(Dataset<Row> truth, Dataset<Row> found) {
    return truth
        .join(found, new String[] {"platform", "account_id"})
        .groupBy("truth", "found")
        .agg(count(lit(1)).as("shared"))
        .orderBy("truth", "found");
  }

  /**
   * Both partitions at once, for accounts in either: truth and found (0 for none), n (long). An
   * account in several groups of a side is taken to be in the one whose hash is smallest.
   */
  static Dataset<Row> cells(Dataset<Row> truth, Dataset<Row> found) {
    String[] account = {"platform", "account_id"};
    return truth
        .groupBy("platform", "account_id")
        .agg(min("truth").as("truth"))
        .join(
            found.groupBy("platform", "account_id").agg(min("found").as("found")), account, "full")
        .groupBy(
            coalesce(col("truth"), lit(0L)).as("truth"),
            coalesce(col("found"), lit(0L)).as("found"))
        .agg(count(lit(1)).as("n"))
        .orderBy("truth", "found");
  }

  /** Memberships and groups of both sides, to be bounded before anything is collected. */
  static Dataset<Row> extent(Dataset<Row> truth, Dataset<Row> found) {
    return truth
        .select(col("truth").as("g"), lit(0).as("side"))
        .unionByName(found.select(col("found").as("g"), lit(1).as("side")))
        .agg(
            countDistinct(when(col("side").equalTo(0), col("g"))).as("truths"),
            countDistinct(when(col("side").equalTo(1), col("g"))).as("founds"),
            count(lit(1)).as("memberships"));
  }
}
