package io.assay.workbench.evaluation;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.assay.job.RunsSpark;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How table and labels meet, in accounts.
 *
 * @param inTable in the table
 * @param unlabelled of these without a label: left out
 * @param positive labelled with a kind that counts
 * @param genuine labelled genuine alone
 * @param unknown of both the ones that the table does not hold: not assessed
 * @param contradictory labelled genuine and something else: left out
 * @param other labelled with kinds alone that do not count as positive: left out
 */
@RunsSpark
public record LabelCounts(
    long inTable,
    long unlabelled,
    long positive,
    long genuine,
    long unknown,
    long contradictory,
    long other) {

  /**
   * @param accounts of {@link LabelledAccounts#of}
   * @param rows of the table; several an account count once
   */
  static LabelCounts of(Dataset<Row> accounts, Dataset<Row> rows) {
    Dataset<Row> keys =
        rows.select("platform", "account_id").distinct().withColumn("in_table", lit(true));
    Map<String, Long> held = new HashMap<>();
    Map<String, Long> all = new HashMap<>();
    accounts
        .join(keys, new String[] {"platform", "account_id"}, "full")
        .groupBy(coalesce(col("outcome"), lit("unlabelled")), coalesce(col("in_table"), lit(false)))
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(
            row -> {
              all.merge(row.getString(0), row.getLong(2), Long::sum);
              if (row.getBoolean(1)) {
                held.merge(row.getString(0), row.getLong(2), Long::sum);
              }
            });
    long positive = all.getOrDefault(LabelledAccounts.POSITIVE_OUTCOME, 0L);
    long genuine = all.getOrDefault(LabelledAccounts.GENUINE_OUTCOME, 0L);
    return new LabelCounts(
        held.values().stream().mapToLong(n -> n).sum(),
        all.getOrDefault("unlabelled", 0L),
        positive,
        genuine,
        positive
            + genuine
            - held.getOrDefault(LabelledAccounts.POSITIVE_OUTCOME, 0L)
            - held.getOrDefault(LabelledAccounts.GENUINE_OUTCOME, 0L),
        all.getOrDefault(LabelledAccounts.CONTRADICTORY, 0L),
        all.getOrDefault(LabelledAccounts.OTHER, 0L));
  }

  long evaluated() {
    return positive + genuine;
  }
}
