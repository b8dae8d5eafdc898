package io.assay.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.lake.StageContext;
import io.assay.settings.ConformSettings;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes the states of a day: reads the deliveries of the window, writes {@code silver.account} and
 * {@code silver.post}. Cost: one shuffle of the window's observations.
 */
public final class ConformJob {
  public static final List<Table> READS =
      List.of(BronzeTables.ACCOUNT_OBSERVATION, BronzeTables.POST_OBSERVATION);
  public static final List<Table> WRITES = List.of(SilverTables.ACCOUNT, SilverTables.POST);

  private ConformJob() {}

  public static void run(StageContext context) {
    ConformSettings settings = context.settings().conform();
    Dataset<Row> accounts = window(context, BronzeTables.ACCOUNT_OBSERVATION);
    Dataset<Row> posts = window(context, BronzeTables.POST_OBSERVATION);
    if (accounts.isEmpty() && posts.isEmpty()) {
      throw new UserError(
          "no delivery of the "
              + settings.windowDays()
              + " days up to "
              + context.asOf()
              + " is in the lake",
          "Check --as-of, ingest a delivery of that time, or raise conform.window_days.");
    }
    context
        .sink()
        .replace(
            SilverTables.ACCOUNT, AccountState.latestAccounts(accounts, settings.maxHistory()));
    context.sink().replace(SilverTables.POST, PostState.latestPosts(posts));
  }

  /** Deliveries are dated, and nothing in one was seen after its day. */
  private static Dataset<Row> window(StageContext context, Table table) {
    LocalDate first = context.asOf().minusDays(context.settings().conform().windowDays() - 1L);
    return context.source().read(table, col("crawl_date").between(lit(first), lit(context.asOf())));
  }
}
