package io.assay.contracts;

import static io.assay.contracts.Constraint.fail;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.assay.contracts.Table.Layer;
import java.util.List;

/** What crawls delivered, as they delivered it. A rerun replaces exactly one crawl. */
public final class BronzeTables {

  private static final List<String> CRAWL = List.of("crawl_id", "crawl_date");

  private static final Constraint NOT_AFTER_CRAWL =
      fail(
          "seen_by_crawl_date",
          "cast(crawled_at AS DATE) <= crawl_date",
          "nothing can be seen after the day of the delivery");

  public static final Table ACCOUNT_OBSERVATION =
      new Table(
          Layer.BRONZE,
          "account_observation",
          "One account as seen at one moment by one crawl.",
          withCrawl(FeedFields.ACCOUNT),
          List.of("crawl_id", "crawl_date", "platform", "account_id", "crawled_at"),
          CRAWL,
          List.of(
              notNegative("followers"),
              notNegative("followings"),
              notNegative("posts_count"),
              notNegative("likes_received"),
              NOT_AFTER_CRAWL));

  public static final Table POST_OBSERVATION =
      new Table(
          Layer.BRONZE,
          "post_observation",
          "One post as seen at one moment by one crawl.",
          withCrawl(FeedFields.POST),
          List.of("crawl_id", "crawl_date", "platform", "post_id", "crawled_at"),
          CRAWL,
          List.of(
              notNegative("likes"),
              notNegative("comments"),
              notNegative("shares"),
              notNegative("saves"),
              notNegative("views"),
              NOT_AFTER_CRAWL));

  private BronzeTables() {}

  private static List<Field> withCrawl(List<Field> fields) {
    return FeedFields.concat(
        fields,
        required("source_file", StringType, "file the record came from, within the delivery"),
        required("crawl_id", StringType, "the delivery: its source and name"),
        required("crawl_date", DateType, "day of the delivery").in("UTC day"));
  }

  static Constraint notNegative(String field) {
    return fail(field + "_not_negative", field + " >= 0", "counts cannot be negative");
  }
}
