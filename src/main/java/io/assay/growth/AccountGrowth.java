package io.assay.growth;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_micros;

import io.assay.settings.EngagementSettings;
import io.assay.settings.GrowthSettings;
import io.assay.statistics.Keys;
import io.assay.statistics.OwnPosts;
import io.assay.statistics.PostWindow;
import io.assay.statistics.RowFunction;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Growth by account, with the engagement of its posts beside it. */
final class AccountGrowth {
  private static final String[] ACCOUNT = {"platform", "account_id"};

  /** The hash comes first because rows are sorted by their first eight bytes. */
  private static final String[] KEY = {Keys.HASH, "platform", "account_id"};

  private AccountGrowth() {}

  /**
   * In: {@code silver.account}; posts of {@link #engagement}. Out: {@code gold.account_growth}, one
   * row an account. They are merged whatever their size: where they are small, to send posts to
   * everybody would be a Spark job of its own. Authors whose profile was never crawled have no
   * followers to speak of, and no row.
   */
  static Dataset<Row> of(Dataset<Row> accounts, Dataset<Row> posts, GrowthSettings settings) {
    Column followers = col("follower_history");
    Column followings = col("following_history");
    return accounts
        .select(
            Keys.hash(List.of(ACCOUNT)).as(Keys.HASH),
            col("platform"),
            col("account_id"),
            col("handle"),
            times(followers).as("seen_at"),
            transform(followers, seen -> seen.getField("followers")).as("seen_followers"),
            times(followings).as("seen_following_at"),
            transform(followings, seen -> seen.getField("followings")).as("seen_followings"))
        .join(posts.hint("merge"), KEY, "left")
        .select(
            RowFunction.column(
                    new MeasureGrowth(settings),
                    struct(MeasureGrowth.INPUT.stream().map(n -> col(n)).toArray(Column[]::new)),
                    GrowthRow.SCHEMA)
                .as("growth"))
        .select("growth.*");
  }

  private static Column times(Column history) {
    return transform(history, seen -> unix_micros(seen.getField("crawled_at")));
  }

  /**
   * What each account's posts earned. A post counts as in {@code gold.account_engagement}: its own,
   * published in the window, and settled; here it also shows likes and comments.
   *
   * <p>In: {@code silver.post}. Out: key_hash ({@link Keys}), platform, account_id, posted_at
   * (array of microseconds), engaged (array of long, likes + comments), in one order.
   */
  static Dataset<Row> engagement(Dataset<Row> posts, LocalDate asOf, EngagementSettings settings) {
    PostWindow window = new PostWindow(asOf, settings.windowDays(), settings.settleHours());
    // A struct keeps time and count of a post together in whatever order they are collected.
    return posts
        .where(window.isInside().and(window.isSettled()).and(OwnPosts.isOwn()))
        .select(
            Keys.hash(List.of(ACCOUNT)).as(Keys.HASH),
            col("platform"),
            col("account_id"),
            unix_micros(col("posted_at")).as("posted"),
            window.settled("likes").plus(window.settled("comments")).as("engaged"))
        .where(col("engaged").isNotNull())
        .groupBy(Keys.HASH, ACCOUNT)
        .agg(collect_list(struct("posted", "engaged")).as("posts"))
        .select(
            col(Keys.HASH),
            col("platform"),
            col("account_id"),
            col("posts.posted").as("posted_at"),
            col("posts.engaged").as("engaged"));
  }
}
