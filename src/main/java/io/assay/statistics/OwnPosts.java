package io.assay.statistics;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;

import org.apache.spark.sql.Column;

/**
 * Which posts are their account's own work. A repost shows under the reposter's name what somebody
 * else wrote and earned: X gives it the text and the counters of the original. A post that quotes
 * another one has a text and counters of its own, and is own work.
 */
public final class OwnPosts {

  private OwnPosts() {}

  /** True for posts that pass on another one (boolean, never null). In: repost_of (string). */
  public static Column isRepost() {
    // Crawls write an empty text where there is nothing to name.
    return coalesce(trim(col("repost_of")).notEqual(""), lit(false));
  }

  /** True for all others (boolean, never null). In: repost_of (string). */
  public static Column isOwn() {
    return not(isRepost());
  }
}
