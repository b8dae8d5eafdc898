package io.assay.growth;

import io.assay.contracts.GrowthTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Stage;
import io.assay.settings.EngagementSettings;
import io.assay.settings.GrowthSettings;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Measures how accounts grow.
 *
 * <p>Input: the day's {@code silver.account} with the followers and followings seen over time, and
 * {@code silver.post}. Output: {@code gold.account_growth}. Algorithm: likes and comments of the
 * counted posts are gathered by account and joined to it, then one account after the other is
 * measured. Cost: one exchange of the posts' two numbers and keys; memory for one account's history
 * and posts.
 */
public final class GrowthJob {
  private static final List<Table> READS = List.of(SilverTables.ACCOUNT, SilverTables.POST);
  private static final List<Table> WRITES = List.of(GrowthTables.ACCOUNT_GROWTH);

  public static final Job JOB =
      new Job(
          new Stage(
              "growth",
              "Measures how accounts grow: jumps, drops, evenness, and engagement beside them.",
              READS,
              List.of(),
              WRITES,
              List.of(GrowthSettings.class, EngagementSettings.class)),
          GrowthJob::run);

  private GrowthJob() {}

  private static void run(JobContext context) {
    Dataset<Row> posts =
        AccountGrowth.engagement(
            context.today(SilverTables.POST),
            context.asOf(),
            context.settings(EngagementSettings.class));
    context
        .sink()
        .replace(
            GrowthTables.ACCOUNT_GROWTH,
            AccountGrowth.of(
                context.today(SilverTables.ACCOUNT),
                posts,
                context.settings(GrowthSettings.class)));
  }
}
