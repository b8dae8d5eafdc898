package io.assay.coordination;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.SilverTables;
import io.assay.coordination.detection.CrawlRow;
import io.assay.coordination.distributed.PlatformParts;
import io.assay.job.JobContext;
import io.assay.job.RunsSpark;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Platforms of which one process cannot hold all that is known. Cost: none where all platforms
 * together have few enough rows, as files say; else one scan of a column.
 */
@RunsSpark
final class LargePlatforms {

  private LargePlatforms() {}

  /**
   * @param windowDays of interactions and shares
   * @param followDays of follows
   * @param most interactions, follows and shares of a platform that one process holds
   * @return platforms that have more, by name
   */
  static List<String> of(
      JobContext context, PlatformParts parts, int windowDays, int followDays, long most) {
    long known =
        context.source().rows(SilverTables.INTERACTION, first(context, windowDays), context.asOf())
            + context.source().rows(SilverTables.SHARE, first(context, windowDays), context.asOf())
            + context
                .source()
                .rows(SilverTables.FOLLOW, first(context, followDays), context.asOf());
    if (known <= most) {
      return List.of();
    }
    return parts
        .events()
        .select("platform")
        .unionAll(parts.follows().select("platform"))
        .unionAll(parts.shares().where(col("sort").equalTo(CrawlRow.SHARE)).select("platform"))
        .groupBy("platform")
        .count()
        .where(col("count").gt(most))
        .orderBy("platform")
        .collectAsList()
        .stream()
        .map((Row row) -> row.getString(0))
        .toList();
  }

  private static LocalDate first(JobContext context, int days) {
    return context.asOf().minusDays(days - 1L);
  }
}
