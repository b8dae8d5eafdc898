package io.assay.coordination.coaction;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who takes part often enough. */
final class Participation {
  private static final String[] ACCOUNT = {"platform", "account_id"};

  private Participation() {}

  /**
   * The shares of accounts that have enough of them. Cost: one count by account, and a join on it.
   *
   * @param shares with {@code platform, account_id}
   * @param least shares that an account needs
   * @return those of the given rows that are such an account's
   */
  static Dataset<Row> atLeast(Dataset<Row> shares, int least) {
    if (least <= 1) {
      return shares;
    }
    Dataset<Row> active =
        shares
            .groupBy(ACCOUNT[0], ACCOUNT[1])
            .agg(count(lit(1)).as("shares"))
            .where(col("shares").geq(least))
            .drop("shares");
    return shares.join(active, ACCOUNT, "left_semi");
  }
}
