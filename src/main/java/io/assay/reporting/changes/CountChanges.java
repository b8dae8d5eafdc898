package io.assay.reporting.changes;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.assay.contracts.Kind;
import io.assay.reporting.changes.ChangesReport.ChangeTotals;
import io.assay.reporting.changes.ChangesReport.KindTotals;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many accounts changed: all counts in one pass. */
final class CountChanges {
  private static final int OF_ALL = 9;
  private static final int OF_A_KIND = 5;

  private CountChanges() {}

  /**
   * @param accounts of {@link AccountChanges#of}
   * @param kinds for which these were made
   * @return one row: the counts of {@link ChangeTotals} in their order, then those of each kind
   */
  static Dataset<Row> of(Dataset<Row> accounts, List<Kind> kinds, double minChange) {
    Column both = col("seen").equalTo(AccountChanges.BOTH);
    Column before = coalesce(col("flagged_from"), lit(false));
    Column after = coalesce(col("flagged_to"), lit(false));
    Column news = both.and(before.notEqual(after));
    Column decided = not(col("decision_from").eqNullSafe(col("decision_to")));
    List<Column> counts =
        new ArrayList<>(
            List.of(
                count_if(both),
                count_if(col("seen").equalTo(AccountChanges.APPEARED)),
                count_if(col("seen").equalTo(AccountChanges.GONE)),
                count_if(before),
                count_if(after),
                count_if(news.and(after)),
                count_if(news.and(before)),
                count_if(news.and(decided)),
                count_if(col("moved"))));
    for (int i = 0; i < kinds.size(); i++) {
      Column kind = col("kinds").getItem(i);
      Column from = kind.getField("from");
      Column to = kind.getField("to");
      Column change = kind.getField("change");
      counts.add(count_if(both.and(change.isNotNull())));
      counts.add(count_if(both.and(change.geq(minChange)).and(change.gt(0))));
      counts.add(count_if(both.and(change.leq(-minChange)).and(change.lt(0))));
      counts.add(count_if(both.and(from.isNull()).and(to.isNotNull())));
      counts.add(count_if(both.and(from.isNotNull()).and(to.isNull())));
    }
    return accounts.agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new));
  }

  /** The counts as {@link #of} gives them. */
  static ChangeTotals read(Row row, List<Kind> kinds) {
    List<KindTotals> byKind = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      int at = OF_ALL + i * OF_A_KIND;
      byKind.add(
          new KindTotals(
              kinds.get(i).title(),
              row.getLong(at),
              row.getLong(at + 1),
              row.getLong(at + 2),
              row.getLong(at + 3),
              row.getLong(at + 4)));
    }
    return new ChangeTotals(
        row.getLong(0),
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        byKind);
  }
}
