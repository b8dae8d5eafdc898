package io.assay.signals;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.GrowthTables;
import io.assay.contracts.SignalTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Stage;
import io.assay.settings.ConformSettings;
import io.assay.settings.SignalSettings;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Measures every signal of every account.
 *
 * <p>Input: the day's profiles, posts, engagement and growth, the interactions of the window and
 * the known follows. Output: {@code gold.account_signal}. Algorithm: see {@link Activity}, {@link
 * CopiedComments} and {@link AccountSignals}. Cost: interactions are joined with their posts once
 * and exchanged by account once; every input by account once.
 */
public final class SignalsJob {
  private static final List<Table> READS =
      List.of(
          SilverTables.ACCOUNT,
          SilverTables.POST,
          EngagementTables.ACCOUNT_ENGAGEMENT,
          GrowthTables.ACCOUNT_GROWTH);
  private static final List<Table> READS_IF_HELD =
      List.of(SilverTables.INTERACTION, SilverTables.FOLLOW);
  private static final List<Table> WRITES = List.of(SignalTables.ACCOUNT_SIGNAL);

  public static final Job JOB =
      new Job(
          new Stage(
              "signals",
              "Measures every signal of every account.",
              READS,
              READS_IF_HELD,
              WRITES,
              List.of(SignalSettings.class, ConformSettings.class)),
          SignalsJob::run);

  private SignalsJob() {}

  private static void run(JobContext context) {
    SignalSettings settings = context.settings(SignalSettings.class);
    Dataset<Row> accounts = context.today(SilverTables.ACCOUNT);
    Dataset<Row> posts = context.today(SilverTables.POST);
    Dataset<Row> interactions = context.lastDays(SilverTables.INTERACTION, settings.windowDays());
    // A follow is stored under the day it was first seen, and again only after conform's window.
    int conformed = context.settings(ConformSettings.class).windowDays();
    Dataset<Row> follows = context.lastDays(SilverTables.FOLLOW, conformed);
    ProfileCounts counts = new ProfileCounts().addAll(CountProfiles.of(accounts).collectAsList());
    HandleSurprise surprise = HandleSurprise.learnt(counts.letters(), settings.minPeers());
    Dataset<Row> inputs =
        AccountSignals.inputs(
            accounts.withColumn("handle_surprise", surprise.of(col("platform"), col("handle"))),
            context
                .today(EngagementTables.ACCOUNT_ENGAGEMENT)
                .withColumn(
                    "day_end",
                    lit(context.asOf().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())),
            context.today(GrowthTables.ACCOUNT_GROWTH),
            FollowerSample.of(follows, accounts, settings.minFollowersSampled()),
            PaidPosts.of(posts),
            isAbsent(interactions)
                ? context.spark().createDataFrame(List.of(), ActivityRow.SCHEMA)
                : Activity.of(EventRows.of(interactions, posts, settings.maxCommentsPerPost())));
    GroupsBySize groups = GroupsBySize.of(counts.octaves(), settings.minPeers());
    context
        .sink()
        .replace(SignalTables.ACCOUNT_SIGNAL, AccountSignals.of(inputs, groups, settings));
  }

  /** What no lake holds is no rows in memory: then there is nothing to plan for either. */
  private static boolean isAbsent(Dataset<Row> rows) {
    return rows.isLocal() && rows.isEmpty();
  }
}
