package io.assay.conform;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.Feed;
import io.assay.contracts.Table;
import org.apache.spark.sql.Column;

/**
 * A feed of events: things that happen once and may be delivered often.
 *
 * @param feed the feed; without a key its records are stored as they are
 * @param stored the silver table, partitioned by the day of the first delivery
 * @param subject column of the key that most narrows the search for an earlier delivery: the post,
 *     the followed account, the shared object
 * @param occurredAt column with the time of the event
 * @param spread column of the key by which the events of one subject are spread over tasks
 */
record EventKind(Feed feed, Table stored, String subject, String occurredAt, String spread) {

  Column time() {
    return col(occurredAt);
  }

  /** Whether one record can be told from another. */
  boolean identified() {
    return !feed.key().isEmpty();
  }
}
