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

import io.assay.contracts.Table.Layer;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** One row per key as of a date: the state that every measurement reads. */
public final class SilverTables {

  /** Element of {@code silver.account.follower_history}. */
  public static final DataType FOLLOWERS_SEEN =
      createArrayType(new StructType().add("crawled_at", TimestampType).add("followers", LongType));

  private static final Constraint NOT_AFTER_AS_OF =
      fail(
          "seen_by_as_of",
          "cast(crawled_at AS DATE) <= as_of",
          "a state may not hold what was seen later");

  public static final Table ACCOUNT =
      new Table(
          Layer.SILVER,
          "account",
          "One row per account: its latest observation at or before as_of within the window.",
          asOf(
              FeedFields.concat(
                  FeedFields.ACCOUNT,
                  required("crawl_id", StringType, "delivery of the latest observation"),
                  required("crawl_date", DateType, "day of that delivery").in("UTC day"),
                  required("observations", LongType, "observations in the window")
                      .in("observations"),
                  optional(
                      "follower_history",
                      FOLLOWERS_SEEN,
                      "followers at each observation that shows them, oldest first; the newest"
                          + " conform.max_history of them"))),
          List.of("as_of", "platform", "account_id"),
          List.of("as_of"),
          List.of(NOT_AFTER_AS_OF));

  public static final Table POST =
      new Table(
          Layer.SILVER,
          "post",
          "One row per post: its latest observation at or before as_of within the window.",
          asOf(
              FeedFields.concat(
                  FeedFields.POST,
                  required("crawl_id", StringType, "delivery of the latest observation"),
                  required("crawl_date", DateType, "day of that delivery").in("UTC day"))),
          List.of("as_of", "platform", "post_id"),
          List.of("as_of"),
          List.of(
              NOT_AFTER_AS_OF,
              warn(
                  "seen_after_posted",
                  "crawled_at >= posted_at",
                  "the crawler's clock or the platform's time zone may be off")));

  private SilverTables() {}

  /** These fields and, last, the day and the run of a publication. */
  static List<Field> asOf(List<Field> fields) {
    return FeedFields.concat(
        fields,
        required("as_of", DateType, "the whole UTC day up to which observations count")
            .in("UTC day"),
        required("run_id", StringType, "run that published the row; see ops.run"));
  }
}
