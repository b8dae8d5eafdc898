package io.assay.contracts;

import static io.assay.contracts.Constraint.fail;
import static io.assay.contracts.Constraint.warn;
import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import io.assay.contracts.Table.Layer;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** One row per key as of a date: the state that every measurement reads. */
public final class SilverTables {

  /** Element of {@code silver.account.follower_history}. */
  public static final DataType FOLLOWERS_SEEN =
      createArrayType(new StructType().add("crawled_at", TimestampType).add("followers", LongType));

  /** Element of {@code silver.account.following_history}. */
  public static final DataType FOLLOWINGS_SEEN =
      createArrayType(
          new StructType().add("crawled_at", TimestampType).add("followings", LongType));

  /** Name of the column that holds when older values were last shown. */
  public static final String KNOWN_AT = "known_at";

  /** Its type. */
  public static final DataType TIMES_BY_COLUMN = createMapType(StringType, TimestampType);

  /** Name of the column that holds whom observations of a post name as its authors. */
  public static final String AUTHORS = "authors";

  /** Its type. */
  public static final DataType AUTHORS_SEEN =
      createArrayType(
          new StructType()
              .add("account_id", StringType)
              .add("author_at", TimestampType)
              .add("co_author_at", TimestampType));

  private static final String OLDER =
      "when each value that the latest observation does not show was last shown, by its column; a"
          + " value is kept for conform.keep_known_days. What is computed from other columns is as"
          + " old as the oldest of these, and not listed. Null: nothing is older than crawled_at";

  private static final Constraint NOT_AFTER_AS_OF =
      fail(
          "seen_by_as_of",
          "cast(crawled_at AS DATE) <= as_of",
          "a state may not hold what was seen later");

  public static final Table ACCOUNT =
      new Table(
          Layer.SILVER,
          "account",
          "One row per account: the last known value of each column, of its observations at or"
              + " before as_of within the window.",
          asOf(
              FeedFields.concat(
                  FeedFields.ACCOUNT,
                  required("crawl_id", StringType, "delivery of the latest observation"),
                  required("crawl_date", DateType, "day of that delivery").in("UTC day"),
                  required(
                          "observations",
                          LongType,
                          "observations in the window, at most conform.max_history")
                      .in("observations"),
                  optional(
                      "follower_history",
                      FOLLOWERS_SEEN,
                      "followers at each observation that shows them, oldest first; the newest"
                          + " conform.max_history of them"),
                  optional(
                          "observed_at",
                          createArrayType(TimestampType),
                          "times of the observations in the window, oldest first; the newest"
                              + " conform.max_history of them")
                      .in("UTC"),
                  optional(KNOWN_AT, TIMES_BY_COLUMN, OLDER).in("UTC"),
                  optional(
                      "following_history",
                      FOLLOWINGS_SEEN,
                      "how many accounts it followed at each observation that shows it, oldest"
                          + " first; the newest conform.max_history of them"))),
          List.of("as_of", "platform", "account_id"),
          List.of("as_of"),
          List.of(NOT_AFTER_AS_OF));

  public static final Table POST =
      new Table(
          Layer.SILVER,
          "post",
          "One row per post: the last known value of each column, of its observations at or before"
              + " as_of within the window, and its owner. Likes are hidden from the observation on that says so"
              + " until one that shows them.",
          asOf(
              FeedFields.concat(
                  FeedFields.POST,
                  required("crawl_id", StringType, "delivery of the latest observation"),
                  required("crawl_date", DateType, "day of that delivery").in("UTC day"),
                  optional(
                          KNOWN_AT,
                          TIMES_BY_COLUMN,
                          OLDER
                              + ". For likes that are null: since when they are known to be"
                              + " hidden, where likes_hidden does not say so any more")
                      .in("UTC"),
                  optional(
                          AUTHORS,
                          AUTHORS_SEEN,
                          "where observations do not agree: whom they name as the author or as a"
                              + " co-author, and when they last did; account_id is the author seen"
                              + " last whom none names as a co-author, else the author seen last."
                              + " Null: all name one author, and no other co-authors than shown")
                      .identifiesPerson())),
          List.of("as_of", "platform", "post_id"),
          List.of("as_of"),
          List.of(
              NOT_AFTER_AS_OF,
              warn(
                  "seen_after_posted",
                  "crawled_at >= posted_at",
                  "the crawler's clock or the platform's time zone may be off")));

  public static final Table INTERACTION =
      new Table(
              Layer.SILVER,
              "interaction",
              "One row per thing that an actor did to a post, under the day on which a crawl first"
                  + " delivered it.",
              firstSeen(FeedFields.concat(FeedFields.INTERACTION, FeedFields.EVENT_KEY)),
              List.of("first_seen_on", "platform", "post_id", "actor_id", "kind", "event_key"),
              List.of("first_seen_on"),
              List.of())
          .boundedBy("post_id");

  public static final Table FOLLOW =
      new Table(
              Layer.SILVER,
              "follow",
              "One row per account that follows another, under the day on which a crawl first delivered"
                  + " it.",
              firstSeen(FeedFields.FOLLOW),
              List.of("first_seen_on", "platform", "follower_id", "account_id"),
              List.of("first_seen_on"),
              List.of())
          .boundedBy("account_id");

  public static final Table SHARE =
      new Table(
              Layer.SILVER,
              "share",
              "One row per object that an account passed on in a message, under the day on which a crawl"
                  + " first delivered it.",
              firstSeen(FeedFields.SHARE),
              List.of(
                  "first_seen_on",
                  "platform",
                  "object_id",
                  "account_id",
                  "content_id",
                  "shared_at"),
              List.of("first_seen_on"),
              List.of())
          .boundedBy("object_id");

  public static final Table LABEL =
      new Table(
          Layer.SILVER,
          "label",
          "What is known about accounts as of a day: of each label the delivery that came last.",
          asOf(delivered(FeedFields.LABEL)),
          List.of("as_of", "platform", "account_id", "label", "group_id"),
          List.of("as_of"),
          List.of());

  public static final Table CAMPAIGN =
      new Table(
          Layer.SILVER,
          "campaign",
          "The brand's campaigns as of a day: of each the delivery that came last.",
          asOf(delivered(BrandFields.CAMPAIGN)),
          List.of("as_of", "campaign_id"),
          List.of("as_of"),
          List.of());

  public static final Table PLACEMENT =
      new Table(
          Layer.SILVER,
          "placement",
          "What the brand bought as of a day: of each placement the delivery that came last.",
          asOf(delivered(BrandFields.PLACEMENT)),
          List.of("as_of", "campaign_id", "platform", "account_id", "kind", "post_id"),
          List.of("as_of"),
          List.of());

  public static final Table CONVERSION =
      new Table(
          Layer.SILVER,
          "conversion",
          "Visits, leads and sales as delivered, under the day of their delivery; nothing identifies"
              + " one, so a second delivery of it counts again.",
          firstSeen(BrandFields.CONVERSION),
          List.of(),
          List.of("first_seen_on"),
          List.of());

  private SilverTables() {}

  private static List<Field> delivered(List<Field> fields) {
    return FeedFields.concat(
        fields,
        required("crawl_id", StringType, "the delivery"),
        required("crawl_date", DateType, "day of the delivery").in("UTC day"));
  }

  /** These fields and, last, the delivery, the day and the run of a publication. */
  private static List<Field> firstSeen(List<Field> fields) {
    return FeedFields.concat(
        fields,
        required("crawl_id", StringType, "the delivery"),
        required("first_seen_on", DateType, "day of the first delivery that holds it")
            .in("UTC day"),
        required("run_id", StringType, "run that published the row; see ops.run"));
  }

  /** These fields and, last, the day and the run of a publication. */
  static List<Field> asOf(List<Field> fields) {
    return FeedFields.concat(
        fields,
        required("as_of", DateType, "the whole UTC day up to which observations count")
            .in("UTC day"),
        required("run_id", StringType, "run that published the row; see ops.run"));
  }
}
