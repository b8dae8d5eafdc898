package io.assay.coordination;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.coordination.coaction.SharesOfDay;
import io.assay.coordination.detection.CrawlRow;
import io.assay.coordination.detection.FoundRow;
import io.assay.coordination.detection.GroupFinder;
import io.assay.coordination.distributed.DistributedSearch;
import io.assay.coordination.distributed.PlatformParts;
import io.assay.coordination.distributed.SearchBounds;
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
 * rows, which are packed into primitive arrays there and searched, see {@link GroupFinder}; a
 * platform of more than {@code coordination.max_events} is counted by many tasks, and what may
 * matter of it is searched in the same way, see {@link DistributedSearch}; what is found is kept
 * while its tables are written. Cost: one exchange of some 25 bytes an interaction, of which the
 * process holds each in some 100 bytes.
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
    // A follow is stored under the day it was first seen, and again only after conform's window.
    int conformed = context.settings(ConformSettings.class).windowDays();
    PlatformParts parts = parts(context, settings, conformed);
    List<String> large =
        LargePlatforms.of(context, parts, settings.windowDays(), conformed, settings.maxEvents());
    List<DistributedSearch> searches =
        large.stream().map(platform -> search(platform, parts, context, settings)).toList();
    try {
      Dataset<Row> found = inOneProcess(context, settings, parts, large);
      for (DistributedSearch search : searches) {
        found = found.unionByName(search.found());
      }
      publish(context, found.persist(StorageLevel.MEMORY_AND_DISK()));
    } finally {
      searches.forEach(DistributedSearch::close);
    }
  }

  private static void publish(JobContext context, Dataset<Row> found) {
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

  private static Dataset<Row> inOneProcess(
      JobContext context, CoordinationSettings settings, PlatformParts parts, List<String> large) {
    Dataset<Row> rows = parts.rows();
    if (!large.isEmpty()) {
      rows = rows.where(not(col("platform").isin(large.toArray())));
    }
    return rows.repartition(col("platform"))
        .mapPartitions(
            new GroupFinder(
                context.asOf(),
                new GroupFinder.SearchLimits(
                    settings.minEngagements(), settings.maxEvents(), settings.lockstepSeconds())),
            Encoders.row(FoundRow.SCHEMA));
  }

  private static DistributedSearch search(
      String platform, PlatformParts parts, JobContext context, CoordinationSettings settings) {
    return new DistributedSearch(
        platform,
        parts.each(rows -> rows.where(col("platform").equalTo(platform))),
        context.asOf(),
        new SearchBounds(
            settings.minEngagements(), settings.maxHeld(), settings.lockstepSeconds()));
  }

  static PlatformParts parts(JobContext context, CoordinationSettings settings, int conformed) {
    Dataset<Row> posts = context.today(SilverTables.POST);
    Dataset<Row> interactions = context.lastDays(SilverTables.INTERACTION, settings.windowDays());
    Dataset<Row> shares =
        SharesOfDay.readIfHeld(context.source(), context.asOf(), settings.windowDays(), conformed);
    return new PlatformParts(
        CrawlRows.accounts(interactions, posts, shares, context.today(SilverTables.ACCOUNT)),
        CrawlRows.posts(posts),
        CrawlRows.events(interactions),
        CrawlRows.shares(shares),
        CrawlRows.follows(context.lastDays(SilverTables.FOLLOW, conformed)),
        namesBefore(context));
  }

  private static Dataset<Row> namesBefore(JobContext context) {
    LocalDate before = context.dayBefore(CoordinationTables.NICHE);
    if (before == null) {
      return context.spark().createDataFrame(List.of(), CrawlRow.SCHEMA);
    }
    return CrawlRows.niches(context.source().read(CoordinationTables.NICHE, before, before))
        .unionByName(
            CrawlRows.members(
                context.source().read(CoordinationTables.COORDINATED_MEMBER, before, before)));
  }
}
