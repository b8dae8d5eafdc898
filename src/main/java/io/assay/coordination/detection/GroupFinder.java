package io.assay.coordination.detection;

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
  private final int leastEngagements;
  private final long mostEvents;

  /**
   * @param day of the run, by which new groups are named
   * @param leastEngagements that an account's shares of them need
   * @param mostEvents of a platform that are compared
   */
  public GroupFinder(LocalDate day, int leastEngagements, long mostEvents) {
    this.day = day.toEpochDay();
    this.leastEngagements = leastEngagements;
    this.mostEvents = mostEvents;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Map<String, PlatformRows> platforms = new TreeMap<>();
    while (rows.hasNext()) {
      CrawlRow row = new CrawlRow(rows.next());
      platforms.computeIfAbsent(row.platform(), p -> new PlatformRows(p, mostEvents)).add(row);
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
    return new PlatformSearch(platform, rows.build(), CoordinationMethod.DEFAULT, day)
        .rows(leastEngagements);
  }
}
