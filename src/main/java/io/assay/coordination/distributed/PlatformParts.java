package io.assay.coordination.distributed;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the search needs to know of a crawl, each as {@link
 * io.assay.coordination.detection.CrawlRow}.
 *
 * @param accounts that act, publish or share
 * @param posts that are their account's own work
 * @param events likes and comments
 * @param shares with the objects that are shared
 * @param follows who follows whom
 * @param before what the newest earlier day called its niches and groups
 */
public record PlatformParts(
    Dataset<Row> accounts,
    Dataset<Row> posts,
    Dataset<Row> events,
    Dataset<Row> shares,
    Dataset<Row> follows,
    Dataset<Row> before) {

  /** The same with each part changed. */
  public PlatformParts each(UnaryOperator<Dataset<Row>> change) {
    return new PlatformParts(
        change.apply(accounts),
        change.apply(posts),
        change.apply(events),
        change.apply(shares),
        change.apply(follows),
        change.apply(before));
  }

  /** All of it. */
  public Dataset<Row> rows() {
    return accounts
        .unionByName(posts)
        .unionByName(events)
        .unionByName(shares)
        .unionByName(follows)
        .unionByName(before);
  }
}
