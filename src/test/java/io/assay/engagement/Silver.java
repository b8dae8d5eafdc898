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
          .add("as_of", DataTypes.DateType);

  private static final StructType ACCOUNT =
      new StructType()
          .add("platform", DataTypes.StringType)
          .add("account_id", DataTypes.StringType)
          .add("handle", DataTypes.StringType)
          .add("followers", DataTypes.LongType)
          .add("follower_history", SilverTables.FOLLOWERS_SEEN)
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
            Date.valueOf(DAY)));
    return this;
  }

  /**
   * A post seen on the last day; counters: likes, comments, shares, saves, views, null = hidden.
   */
  Silver post(String platform, String account, String postedAt, String media, Integer... counters) {
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
    row[11] = Date.valueOf(DAY);
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
