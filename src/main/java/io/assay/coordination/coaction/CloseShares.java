package io.assay.coordination.coaction;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Shares of one object close in time. Two shares make a pair if they lie at most a window apart,
 * their accounts differ, their contents differ, and neither content is the object itself: a message
 * that is passed on is no share of itself.
 */
final class CloseShares {
  /** Of the share that came first, or, of two at once, whose account sorts first. */
  static final String FIRST = "first_";

  /** Of the other. */
  static final String LATER = "later_";

  /** Time from the one to the other, microseconds. */
  static final String DELAY = "delay";

  private static final String OBJECT = "object_id";

  /**
   * Whoever looks for one partner stops at the first and seldom sees a full bucket: wide ones cost
   * less, since fewer shares lie at their ends and visit others.
   */
  private static final int WINDOWS_A_BUCKET = 4;

  private CloseShares() {}

  /**
   * The contents of all pairs. Cost: the shares go over the network one and a half times besides
   * themselves, by object and time; of pairs none is made.
   *
   * @param shares as {@link ChosenShares} makes them
   * @param window microseconds
   * @return {@code platform, content_id}, each once
   */
  static Dataset<Row> contentsOfPairs(Dataset<Row> shares, long window) {
    TimeBuckets buckets = new TimeBuckets(WINDOWS_A_BUCKET * window, window);
    Dataset<Row> sharing = ofOthers(shares);
    Dataset<Row> first = named(buckets.home(sharing), FIRST);
    Dataset<Row> other = named(buckets.withAll(sharing), LATER);
    Column close = abs(later("at").minus(first("at"))).leq(window);
    return first
        .join(other, meet().and(close).and(differ("account_id")).and(differ("content_id")), "semi")
        .select(first("platform").as("platform"), first("content_id").as("content_id"))
        .distinct();
  }

  /**
   * Every pair once. Cost: the shares go over the network twice besides themselves; of those in two
   * neighbouring windows each is compared with each, and what is no pair goes no further.
   *
   * @param shares as {@link ChosenShares} makes them; further columns are kept
   * @param window microseconds
   * @return {@code object_id, delay}, and all other columns of both shares, {@code first_platform,
   *     later_platform} and so on
   */
  static Dataset<Row> pairs(Dataset<Row> shares, long window) {
    TimeBuckets buckets = new TimeBuckets(window, window);
    Dataset<Row> sharing = ofOthers(shares);
    Dataset<Row> first = named(buckets.home(sharing), FIRST);
    Dataset<Row> other = named(buckets.withLater(sharing), LATER);
    Column delay = later("at").minus(first("at"));
    Column inOrder =
        delay
            .gt(0)
            .or(delay.equalTo(0).and(account(FIRST).lt(account(LATER))))
            .and(delay.leq(window));
    return first
        .join(other, meet().and(inOrder).and(differ("account_id")).and(differ("content_id")))
        .withColumn(OBJECT, first(OBJECT))
        .withColumn(DELAY, delay)
        .drop(
            FIRST + OBJECT, LATER + OBJECT, FIRST + TimeBuckets.BUCKET, LATER + TimeBuckets.BUCKET);
  }

  private static Dataset<Row> ofOthers(Dataset<Row> shares) {
    return shares.where(not(col("content_id").equalTo(col(OBJECT))));
  }

  private static Column meet() {
    return first(OBJECT)
        .equalTo(later(OBJECT))
        .and(first(TimeBuckets.BUCKET).equalTo(later(TimeBuckets.BUCKET)));
  }

  /** An id is one's own within its platform. */
  private static Column differ(String id) {
    return not(first("platform").equalTo(later("platform")).and(first(id).equalTo(later(id))));
  }

  /** By platform, then by id, as UTF-8 sorts. */
  static Column account(String which) {
    return struct(col(which + "platform"), col(which + "account_id"));
  }

  private static Column first(String name) {
    return col(FIRST + name);
  }

  private static Column later(String name) {
    return col(LATER + name);
  }

  private static Dataset<Row> named(Dataset<Row> shares, String which) {
    return shares.select(
        Arrays.stream(shares.columns())
            .map(name -> col(name).as(which + name))
            .toArray(Column[]::new));
  }
}
