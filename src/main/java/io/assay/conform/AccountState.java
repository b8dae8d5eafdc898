package io.assay.conform;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.Feeds;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The state of accounts. */
public final class AccountState {
  private AccountState() {}

  /**
   * One row per account: the observation seen last, as with posts, and the followers it had at each
   * observation that shows them. Lengths and ratios that were not delivered are computed.
   *
   * @param observations {@code bronze.account_observation}
   * @param maxHistory follower observations kept, the newest
   * @return the columns of {@code silver.account} without as_of and run_id
   */
  public static Dataset<Row> latestAccounts(Dataset<Row> observations, int maxHistory) {
    Column seen = when(col("followers").isNotNull(), struct(col("crawled_at"), col("followers")));
    Dataset<Row> histories =
        observations
            .groupBy(Latest.identity(Feeds.ACCOUNTS))
            .agg(
                count(lit(1)).as("observations"),
                newest(array_sort(collect_list(seen)), maxHistory).as("follower_history"));
    Dataset<Row> latest = Latest.of(observations, Feeds.ACCOUNTS);
    return TextMeasures.withAccountMeasures(
        latest.join(histories, Latest.identityNames(Feeds.ACCOUNTS)));
  }

  private static Column newest(Column ascending, int most) {
    Column first = greatest(size(ascending).minus(most).plus(1), lit(1));
    return slice(ascending, first, lit(most));
  }
}
