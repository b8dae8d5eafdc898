package io.assay.coordination.detection;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Searches the platforms whose rows are in a partition, each by itself: an account id means nothing
 * on another platform. In: {@link CrawlRow}, all rows of a platform in one partition, in any order.
 * Out: {@link FoundRow}.
 */
public final class GroupFinder implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final long day;
  private final SearchLimits limits;

  /**
   * @param leastEngagements that an account's shares of them need
   * @param mostEvents rows of a platform that are taken, without names of the day before
   * @param lockstepSeconds between two shares of one object that are in step
   */
  public record SearchLimits(int leastEngagements, long mostEvents, int lockstepSeconds)
      implements Serializable {}

  /**
   * @param day of the run, by which new groups are named
   */
  public GroupFinder(LocalDate day, SearchLimits limits) {
    this.day = day.toEpochDay();
    this.limits = limits;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Map<String, PlatformRows> platforms = new TreeMap<>();
    while (rows.hasNext()) {
      CrawlRow row = new CrawlRow(rows.next());
      platforms
          .computeIfAbsent(row.platform(), p -> new PlatformRows(p, limits.mostEvents()))
          .add(row);
    }
    return platforms.entrySet().stream()
        .flatMap(
            platform ->
                StreamSupport.stream(
                    Spliterators.spliteratorUnknownSize(
                        search(platform.getKey(), platform.getValue()), 0),
                    false))
        .iterator();
  }

  private Iterator<Row> search(String platform, PlatformRows rows) {
    LockstepRules lockstep = LockstepRules.within(1_000L * limits.lockstepSeconds());
    PlatformCrawl crawl = rows.build(lockstep);
    CoordinationMethod method = CoordinationMethod.DEFAULT;
    Detection found = Detector.detect(crawl.events(), crawl.follows(), method);
    return new PlatformSearch(platform, crawl, found, method, lockstep, day)
        .rows(limits.leastEngagements());
  }
}
