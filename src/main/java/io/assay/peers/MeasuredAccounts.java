package io.assay.peers;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.SignalTables;
import io.assay.contracts.Table;
import io.assay.job.JobContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Accounts with all their signals, whichever tables these stand in. */
public final class MeasuredAccounts {
  private static final List<String> KEY = List.of("platform", "account_id");

  private MeasuredAccounts() {}

  /**
   * Some of an account's signals.
   *
   * @param rows a row an account, with platform and account_id
   * @param columns which of its columns are wanted
   */
  public record SignalColumns(Dataset<Row> rows, List<String> columns) {
    private Dataset<Row> narrow() {
      return rows.select(named(Stream.concat(KEY.stream(), columns.stream())));
    }
  }

  /**
   * Cost: nothing for one part; for each further one an exchange of it and of the first by account.
   *
   * @param parts the first has a row for every account; what others do not hold of one is null
   * @param names the columns that are wanted of the whole
   */
  public static Dataset<Row> of(List<SignalColumns> parts, List<String> names) {
    Dataset<Row> all = parts.get(0).narrow();
    for (SignalColumns part : parts.subList(1, parts.size())) {
      all = all.join(part.narrow(), KEY.toArray(String[]::new), "left");
    }
    return all.select(named(names.stream()));
  }

  /**
   * Accounts of the day as {@link AccountRow} reads them, of the tables that hold signals as they
   * are now; every account seen is one row.
   */
  public static Dataset<Row> today(JobContext context) {
    return of(context::today);
  }

  /**
   * As {@link #today}.
   *
   * @param today rows of a table of the day
   */
  public static Dataset<Row> of(Function<Table, Dataset<Row>> today) {
    List<SignalColumns> parts = new ArrayList<>();
    for (Table table : SignalTables.HOLDING) {
      List<String> columns = new ArrayList<>(SignalTables.columns(table));
      if (parts.isEmpty()) {
        columns.addAll(List.of("handle", "peer_group"));
      }
      parts.add(new SignalColumns(today.apply(table), columns));
    }
    return of(parts, AccountRow.NAMES);
  }

  private static Column[] named(Stream<String> names) {
    return names.map(name -> col(name)).toArray(Column[]::new);
  }
}
