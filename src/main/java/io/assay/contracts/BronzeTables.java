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

  public static final Table INTERACTION_OBSERVATION =
      new Table(
          Layer.BRONZE,
          "interaction_observation",
          "One thing that one actor did to one post, as seen by one crawl.",
          withCrawl(FeedFields.concat(FeedFields.INTERACTION, FeedFields.EVENT_KEY)),
          List.of("crawl_id", "crawl_date", "platform", "post_id", "actor_id", "kind", "event_key"),
          CRAWL,
          List.of(NOT_AFTER_CRAWL));

  public static final Table FOLLOW_OBSERVATION =
      new Table(
          Layer.BRONZE,
          "follow_observation",
          "One account that follows another, as seen by one crawl.",
          withCrawl(FeedFields.FOLLOW),
          List.of("crawl_id", "crawl_date", "platform", "follower_id", "account_id"),
          CRAWL,
          List.of(NOT_AFTER_CRAWL));

  public static final Table SHARE =
      new Table(
          Layer.BRONZE,
          "share",
          "An account passed an object on, as delivered by one crawl.",
          withCrawl(FeedFields.SHARE),
          List.of(
              "crawl_id",
              "crawl_date",
              "platform",
              "object_id",
              "account_id",
              "content_id",
              "shared_at"),
          CRAWL,
          List.of());

  public static final Table LABEL =
      new Table(
          Layer.BRONZE,
          "label",
          "What somebody knows about an account, as delivered.",
          withCrawl(FeedFields.LABEL),
          List.of("crawl_id", "crawl_date", "platform", "account_id", "label", "group_id"),
          CRAWL,
          List.of());

  public static final Table CAMPAIGN =
      new Table(
          Layer.BRONZE,
          "campaign",
          "A campaign of the brand, as delivered.",
          withCrawl(BrandFields.CAMPAIGN),
          List.of("crawl_id", "crawl_date", "campaign_id"),
          CRAWL,
          List.of());

  public static final Table PLACEMENT =
      new Table(
          Layer.BRONZE,
          "placement",
          "What was bought from one creator for one campaign, as delivered.",
          withCrawl(BrandFields.PLACEMENT),
          List.of(
              "crawl_id", "crawl_date", "campaign_id", "platform", "account_id", "kind", "post_id"),
          CRAWL,
          List.of(notNegative("reach"), notNegative("impressions")));

  public static final Table CONVERSION =
      new Table(
          Layer.BRONZE,
          "conversion",
          "A visit, a lead or a sale that a campaign brought, as delivered.",
          withCrawl(BrandFields.CONVERSION),
          List.of(),
          CRAWL,
          List.of());

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
