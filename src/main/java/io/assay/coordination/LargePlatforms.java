package io.assay.coordination;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.assay.contracts.SilverTables;
import io.assay.coordination.detection.CrawlRow;
import io.assay.coordination.distributed.PlatformParts;
import io.assay.job.JobContext;
import io.assay.job.RunsSpark;
import io.assay.job.TableSource;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Platforms of which one process cannot hold all that is known. Cost: none where all platforms
 * together have few enough rows whatever they are, as files say; else one exchange of the distinct
 * accounts and objects, and one scan of a column of the rest.
 */
@RunsSpark
final class LargePlatforms {

  private LargePlatforms() {}

  /**
   * @param windowDays of interactions and shares
   * @param followDays of follows
   * @param most rows of a platform that one process holds, without names of the day before
   * @return platforms that have more, by name
   */
  static List<String> of(
      JobContext context, PlatformParts parts, int windowDays, int followDays, long most) {
    if (mostKnown(context, windowDays, followDays) <= most) {
      return List.of();
    }
    return parts
        .rows()
        .where(not(col("sort").isin(CrawlRow.NICHE_BEFORE, CrawlRow.MEMBER_BEFORE)))
        .groupBy("platform")
        .count()
        .where(col("count").gt(most))
        .orderBy("platform")
        .collectAsList()
        .stream()
        .map((Row row) -> row.getString(0))
        .toList();
  }

  /** Each interaction and post may be by an account of its own, each share of an object, too. */
  private static long mostKnown(JobContext context, int windowDays, int followDays) {
    TableSource source = context.source();
    return 2 * source.rows(SilverTables.INTERACTION, first(context, windowDays), context.asOf())
        + 3 * source.rows(SilverTables.SHARE, first(context, windowDays), context.asOf())
        + 2 * source.rows(SilverTables.POST, context.asOf(), context.asOf())
        + source.rows(SilverTables.FOLLOW, first(context, followDays), context.asOf());
  }

  private static LocalDate first(JobContext context, int days) {
    return context.asOf().minusDays(days - 1L);
  }
}
