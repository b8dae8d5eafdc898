package io.assay.coordination;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.CoordinationTables;
import io.assay.coordination.detection.CrawlRow;
import io.assay.statistics.Keys;
import io.assay.statistics.Moments;
import io.assay.statistics.OwnPosts;
import io.assay.text.TextUdfs;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the search needs to know of a crawl, in one narrow form: accounts, posts, engagements,
 * follows, and what the day before called its groups and niches. Accounts and posts are known by 64
 * bits of a hash of their keys. Columns: see {@link CrawlRow}.
 */
final class CrawlRows {
  private static final Column COMMENT = col("kind").equalTo("comment");
  private static final Column NO_TEXT = lit(null).cast("string");
  private static final Column NO_NUMBER = lit(null).cast("long");
  private static final long SECOND = TimeUnit.SECONDS.toMicros(1);

  private CrawlRows() {}

  /**
   * Accounts that act, publish or share, each with the handle of its profile; where no profile
   * shows one, with one that its interactions show. Cost: one exchange of their distinct keys and
   * names.
   *
   * @param interactions {@code silver.interaction} of the window
   * @param posts {@code silver.post} of the day
   * @param shares {@code silver.share} of the window
   * @param accounts {@code silver.account} of the day
   */
  static Dataset<Row> accounts(
      Dataset<Row> interactions, Dataset<Row> posts, Dataset<Row> shares, Dataset<Row> accounts) {
    return named(interactions, "actor_id", col("actor_handle"), NO_TEXT, true)
        .unionByName(named(own(posts), "account_id", NO_TEXT, NO_TEXT, true))
        .unionByName(named(shares, "account_id", NO_TEXT, NO_TEXT, true))
        .unionByName(named(accounts, "account_id", NO_TEXT, col("handle"), false))
        // The largest text is found by sorting: of an account's rows only those that differ.
        .groupBy("platform", "key", "text", "more", "profile")
        .agg(max("seen").as("seen"))
        .groupBy("platform", "key")
        .agg(
            max("text").as("text"),
            coalesce(max("profile"), max("more")).as("more"),
            max("seen").as("seen"))
        .where("seen")
        .select(
            row(lit(CrawlRow.ACCOUNT), col("key"), lit(0L), NO_NUMBER, col("text"), col("more")));
  }

  private static Dataset<Row> named(
      Dataset<Row> rows, String id, Column handle, Column profile, boolean seen) {
    return rows.select(
        col("platform"),
        Keys.account(col(id)).as("key"),
        col(id).as("text"),
        handle.as("more"),
        profile.as("profile"),
        lit(seen).as("seen"));
  }

  /**
   * Posts that are their account's own work; one dated to the day alone was published at an unknown
   * time. In: {@code silver.post} of the day.
   */
  static Dataset<Row> posts(Dataset<Row> posts) {
    return own(posts)
        .select(
            row(
                lit(CrawlRow.POST),
                Keys.post(),
                Keys.account(col("account_id")),
                second("posted_at"),
                col("post_id"),
                NO_TEXT));
  }

  private static Dataset<Row> own(Dataset<Row> posts) {
    return posts.where(OwnPosts.isOwn());
  }

  /** Engagements. In: {@code silver.interaction} of the window. */
  static Dataset<Row> events(Dataset<Row> interactions) {
    Column phrase = when(COMMENT, TextUdfs.STOCK_PHRASE.apply(col("text")));
    return interactions.select(
        row(
            when(COMMENT, CrawlRow.COMMENT).otherwise(CrawlRow.EVENT),
            Keys.account(col("actor_id")),
            Keys.post(),
            second("occurred_at"),
            phrase,
            NO_TEXT));
  }

  /** Who follows whom. In: {@code silver.follow}. */
  static Dataset<Row> follows(Dataset<Row> follows) {
    return follows
        .select("platform", "follower_id", "account_id")
        .distinct()
        .select(
            row(
                lit(CrawlRow.FOLLOW),
                Keys.account(col("follower_id")),
                Keys.account(col("account_id")),
                NO_NUMBER,
                NO_TEXT,
                NO_TEXT));
  }

  /** What another day called the niche of each author. In: {@code gold.niche} of that day. */
  static Dataset<Row> niches(Dataset<Row> niches) {
    return niches.select(
        row(
            lit(CrawlRow.NICHE_BEFORE),
            Keys.account(col("account_id")),
            lit(0L),
            NO_NUMBER,
            col("niche_id"),
            NO_TEXT));
  }

  /** Who was in which group. In: {@code gold.coordinated_member} of another day. */
  static Dataset<Row> members(Dataset<Row> members) {
    return members
        .where(col("role").equalTo(CoordinationTables.MEMBER))
        .select(
            row(
                lit(CrawlRow.MEMBER_BEFORE),
                Keys.account(col("account_id")),
                lit(0L),
                daysSince(col("known_since")),
                col("group_id"),
                NO_TEXT));
  }

  /**
   * Who shared what, and the objects' ids. Cost: one exchange of distinct objects.
   *
   * @param shares {@code silver.share} of the window, each share once
   */
  static Dataset<Row> shares(Dataset<Row> shares) {
    Column millis = floor(unix_micros(col("shared_at")).divide(lit(1_000))).cast("long");
    Column content = Keys.hash(List.of("platform", "content_id"));
    Dataset<Row> objects =
        shares
            .select("platform", "object_id")
            .distinct()
            .select(
                row(lit(CrawlRow.OBJECT), object(), lit(0L), NO_NUMBER, col("object_id"), NO_TEXT));
    return shares
        .select(
            row(
                lit(CrawlRow.SHARE),
                Keys.account(col("account_id")),
                object(),
                millis,
                NO_TEXT,
                NO_TEXT,
                content))
        .unionByName(objects);
  }

  private static Column object() {
    return Keys.hash(List.of("platform", "object_id"));
  }

  private static Column daysSince(Column date) {
    return datediff(date, lit(LocalDate.EPOCH)).cast("long");
  }

  private static Column[] row(
      Column sort, Column key, Column other, Column at, Column text, Column more) {
    return row(sort, key, other, at, text, more, NO_NUMBER);
  }

  private static Column[] row(
      Column sort, Column key, Column other, Column at, Column text, Column more, Column third) {
    return new Column[] {
      col("platform"),
      sort.as("sort"),
      key.as("key"),
      other.as("other"),
      at.as("at"),
      text.as("text"),
      more.as("more"),
      third.as("third")
    };
  }

  /** Second since 1970; null where the time of day is unknown. */
  private static Column second(String time) {
    return floor(Moments.micros(time).divide(SECOND)).cast("long");
  }
}
