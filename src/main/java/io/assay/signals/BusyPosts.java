package io.assay.signals;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Posts with so many comments that a share of the commenters has to do. What was crawled decides,
 * not the counter that the platform shows: a crawl often holds thirty comments of a million.
 */
final class BusyPosts {

  private BusyPosts() {}

  /**
   * Cost: one exchange of partial counts; at most (comments / {@code most}) rows come out, few
   * enough to broadcast.
   *
   * @param comments rows of {@code silver.interaction} that are comments
   * @param most comments that a post may have without being busy
   * @return post (long, see {@link EventRows#post}), crawled (long, comments, more than {@code
   *     most})
   */
  static Dataset<Row> of(Dataset<Row> comments, int most) {
    return comments
        .groupBy(EventRows.post())
        .agg(count(lit(1)).as("crawled"))
        .where(col("crawled").gt(most));
  }

  /**
   * Whether a commenter (actor_id) is among those drawn of a post: of one that is not busy (crawled
   * is null) everybody, else a share of about {@code most} / crawled, drawn by a hash.
   */
  static Column drawn(int most) {
    Column crawled = coalesce(col("crawled"), lit((long) most));
    return pmod(xxhash64(col("actor_id"), col("post")), crawled).lt(most);
  }
}
