package io.assay.engagement;

import static io.assay.testing.SparkFixture.spark;

import io.assay.contracts.SilverTables;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Small silver tables, written down post by post. */
final class Silver {
  static final LocalDate DAY = LocalDate.parse("2026-10-31");

  private static final StructType POST =
      new StructType()
          .add("platform", DataTypes.StringType)
          .add("post_id", DataTypes.StringType)
          .add("account_id", DataTypes.StringType)
          .add("posted_at", DataTypes.TimestampType)
          .add("crawled_at", DataTypes.TimestampType)
          .add("media_type", DataTypes.StringType)
          .add("likes", DataTypes.LongType)
          .add("comments", DataTypes.LongType)
          .add("shares", DataTypes.LongType)
          .add("saves", DataTypes.LongType)
          .add("views", DataTypes.LongType)
          .add("repost_of", DataTypes.StringType)
          .add("known_at", SilverTables.TIMES_BY_COLUMN)
          .add("as_of", DataTypes.DateType);

  private static final StructType ACCOUNT =
      new StructType()
          .add("platform", DataTypes.StringType)
          .add("account_id", DataTypes.StringType)
          .add("handle", DataTypes.StringType)
          .add("followers", DataTypes.LongType)
          .add("follower_history", SilverTables.FOLLOWERS_SEEN)
          .add("average_likes", DataTypes.DoubleType)
          .add("average_comments", DataTypes.DoubleType)
          .add("average_views", DataTypes.DoubleType)
          .add("as_of", DataTypes.DateType);

  private final List<Row> posts = new ArrayList<>();
  private final List<Row> accounts = new ArrayList<>();

  /** An account; the history is pairs of a time and the followers seen then. */
  Silver account(String platform, String id, Long followers, Object... history) {
    List<Row> seen = new ArrayList<>();
    for (int i = 0; i < history.length; i += 2) {
      seen.add(RowFactory.create(time((String) history[i]), ((Number) history[i + 1]).longValue()));
    }
    accounts.add(
        RowFactory.create(
            platform,
            id,
            "@" + id,
            followers,
            CollectionConverters.asScala(seen).toSeq(),
            null,
            null,
            null,
            Date.valueOf(DAY)));
    return this;
  }

  /** An account of a list that states averages: likes, comments, views, null = not stated. */
  Silver listed(String platform, String id, Long followers, Double... averages) {
    accounts.add(
        RowFactory.create(
            platform,
            id,
            "@" + id,
            followers,
            CollectionConverters.asScala(List.<Row>of()).toSeq(),
            averages[0],
            averages[1],
            averages[2],
            Date.valueOf(DAY)));
    return this;
  }

  /**
   * A post seen on the last day; counters: likes, comments, shares, saves, views, null = hidden.
   */
  Silver post(String platform, String account, String postedAt, String media, Integer... counters) {
    return repost(null, platform, account, postedAt, media, counters);
  }

  /**
   * The same of a post that passes on another one.
   *
   * @param of id of the other
   */
  Silver repost(
      String of,
      String platform,
      String account,
      String postedAt,
      String media,
      Integer... counters) {
    Object[] row = new Object[POST.size()];
    row[0] = platform;
    row[1] = "p" + posts.size();
    row[2] = account;
    row[3] = time(postedAt);
    row[4] = time("2026-10-31T12:00:00Z");
    row[5] = media;
    for (int i = 0; i < counters.length; i++) {
      row[6 + i] = counters[i] == null ? null : Long.valueOf(counters[i]);
    }
    row[11] = of;
    row[13] = Date.valueOf(DAY);
    posts.add(RowFactory.create(row));
    return this;
  }

  /** Says of the last post that one of its counters was last shown at another time. */
  Silver lastShown(String counter, String time) {
    Row last = posts.remove(posts.size() - 1);
    Object[] row = new Object[POST.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = last.get(i);
    }
    row[POST.fieldIndex("known_at")] = CollectionConverters.asScala(Map.of(counter, time(time)));
    posts.add(RowFactory.create(row));
    return this;
  }

  /** The same rows in another order. */
  Silver shuffled(long seed) {
    Silver other = new Silver();
    other.posts.addAll(posts);
    other.accounts.addAll(accounts);
    Collections.shuffle(other.posts, new Random(seed));
    Collections.shuffle(other.accounts, new Random(seed));
    return other;
  }

  Dataset<Row> posts() {
    return spark().createDataFrame(posts, POST);
  }

  Dataset<Row> accounts() {
    return spark().createDataFrame(accounts, ACCOUNT);
  }

  private static Timestamp time(String text) {
    return Timestamp.from(Instant.parse(text.contains("T") ? text : text + "T12:00:00Z"));
  }
}
