package io.assay.growth;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.GrowthTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.lake.StageContext;
import io.assay.settings.Settings;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Measures how accounts grow.
 *
 * <p>Input: the day's {@code silver.account} with the followers seen over time, and {@code
 * silver.post}. Output: {@code gold.account_growth}. Algorithm: likes and comments of the counted
 * posts are gathered by account and joined to it, then one account after the other is measured.
 * Cost: one exchange of the posts' two numbers and keys; memory for one account's history and
 * posts.
 */
public final class GrowthJob {
  public static final List<Table> READS = List.of(SilverTables.ACCOUNT, SilverTables.POST);
  public static final List<Table> WRITES = List.of(GrowthTables.ACCOUNT_GROWTH);

  private GrowthJob() {}

  public static void run(StageContext context) {
    Settings settings = context.settings();
    Dataset<Row> posts =
        AccountGrowth.engagement(
            ofTheDay(context, SilverTables.POST), context.asOf(), settings.engagement());
    context
        .sink()
        .replace(
            GrowthTables.ACCOUNT_GROWTH,
            AccountGrowth.of(ofTheDay(context, SilverTables.ACCOUNT), posts, settings.growth()));
  }

  private static Dataset<Row> ofTheDay(StageContext context, Table table) {
    return context.source().read(table, col("as_of").equalTo(lit(context.asOf())));
  }
}
