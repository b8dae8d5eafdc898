package io.assay.coordination;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.coordination.coaction.SharesOfDay;
import io.assay.coordination.detection.FoundRow;
import io.assay.coordination.detection.GroupFinder;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Stage;
import io.assay.settings.ConformSettings;
import io.assay.settings.CoordinationSettings;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Finds pods, farms and accounts in lockstep.
 *
 * <p>Input: the day's posts and profiles, the interactions and shares of the window, the known
 * follows, and the names that the newest earlier day gave to groups and niches. Output: the six
 * tables of coordination. Algorithm: what is known of a platform comes to one process as narrow
 * rows, which are packed into primitive arrays there and searched, see {@link GroupFinder}; what is
 * found is kept while its tables are written. Cost: one exchange of some 25 bytes an interaction;
 * that process holds each in some 100 bytes, see {@code coordination.max_events}.
 */
public final class CoordinationJob {
  private static final List<Table> READS = List.of(SilverTables.POST, SilverTables.ACCOUNT);
  private static final List<Table> READS_IF_HELD =
      List.of(SilverTables.INTERACTION, SilverTables.FOLLOW, SilverTables.SHARE);

  public static final Job JOB =
      new Job(
          new Stage(
              "coordination",
              "Finds pods, farms and lockstep: who acts together more than chance explains.",
              READS,
              READS_IF_HELD,
              FoundRow.TABLES,
              List.of(CoordinationSettings.class, ConformSettings.class),
              true),
          CoordinationJob::run);

  private CoordinationJob() {}

  private static void run(JobContext context) {
    CoordinationSettings settings = context.settings(CoordinationSettings.class);
    Dataset<Row> found =
        rows(context, settings)
            .repartition(col("platform"))
            .mapPartitions(
                new GroupFinder(
                    context.asOf(),
                    new GroupFinder.SearchLimits(
                        settings.minEngagements(),
                        settings.maxEvents(),
                        settings.lockstepSeconds())),
                Encoders.row(FoundRow.SCHEMA))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      for (Table table : FoundRow.TABLES) {
        context
            .sink()
            .replace(table, found.where(col(table.name()).isNotNull()).select(table.name() + ".*"));
      }
    } finally {
      found.unpersist();
    }
  }

  private static Dataset<Row> rows(JobContext context, CoordinationSettings settings) {
    Dataset<Row> posts = context.today(SilverTables.POST);
    Dataset<Row> interactions = context.lastDays(SilverTables.INTERACTION, settings.windowDays());
    // A follow is stored under the day it was first seen, and again only after conform's window.
    int conformed = context.settings(ConformSettings.class).windowDays();
    Dataset<Row> shares =
        SharesOfDay.readIfHeld(context.source(), context.asOf(), settings.windowDays(), conformed);
    Dataset<Row> rows =
        CrawlRows.accounts(interactions, posts, shares, context.today(SilverTables.ACCOUNT))
            .unionByName(CrawlRows.posts(posts))
            .unionByName(CrawlRows.events(interactions))
            .unionByName(CrawlRows.shares(shares))
            .unionByName(CrawlRows.follows(context.lastDays(SilverTables.FOLLOW, conformed)));
    LocalDate before = before(context);
    if (before == null) {
      return rows;
    }
    return rows.unionByName(
            CrawlRows.niches(context.source().read(CoordinationTables.NICHE, before, before)))
        .unionByName(
            CrawlRows.members(
                context.source().read(CoordinationTables.COORDINATED_MEMBER, before, before)));
  }

  /** The newest earlier day whose groups and niches are named. */
  private static LocalDate before(JobContext context) {
    return context.source().lineage(CoordinationTables.NICHE).contents().keySet().stream()
        .filter(day -> day.isBefore(context.asOf()))
        .max(LocalDate::compareTo)
        .orElse(null);
  }
}
