package io.assay.conform;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;

import io.assay.contracts.Feeds;
import io.assay.contracts.SilverTables;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The state of accounts. */
public final class AccountState {
  private AccountState() {}

  /**
   * One row per account: of each column the value seen last, as with posts, when it was seen, and
   * the followers and followings it had at each observation that shows them. Lengths and ratios
   * that were not delivered are computed.
   *
   * @param seen rows of {@link ObservedRows}: observations, or rows of an earlier state
   * @param keptFrom first day of which a value is kept that later sights do not show
   * @param maxHistory observations remembered, the newest
   * @return the columns of {@code silver.account} without as_of and run_id
   */
  public static Dataset<Row> latestAccounts(Dataset<Row> seen, LocalDate keptFrom, int maxHistory) {
    Column[] counters =
        ObservedRows.HISTORIES.keySet().stream()
            .map(history -> newest(history, maxHistory).as(history))
            .toArray(Column[]::new);
    Dataset<Row> histories =
        seen.groupBy(Latest.identity(Feeds.ACCOUNTS))
            .agg(newest(ObservedRows.SEEN, maxHistory).as(ObservedRows.SEEN), counters)
            .withColumn("observations", size(col(ObservedRows.SEEN)).cast("long"));
    Dataset<Row> latest = LastKnown.of(seen, SilverTables.ACCOUNT, Feeds.ACCOUNTS, keptFrom);
    return TextMeasures.withAccountMeasures(
        latest.join(histories, Latest.identityNames(Feeds.ACCOUNTS)));
  }

  private static Column newest(String lists, int most) {
    Column ascending = array_sort(flatten(collect_list(col(lists))));
    Column first = greatest(size(ascending).minus(most).plus(1), lit(1));
    return slice(ascending, first, lit(most));
  }
}
