package io.assay.contracts;

import static io.assay.contracts.Feed.Precedence.earliest;
import static io.assay.contracts.Feed.Precedence.largest;

import io.assay.contracts.Feed.Derived;
import io.assay.contracts.Feed.Rule;
import java.util.List;

/** The feeds a crawl may hold. Their columns are the crawl format that Assay reads. */
public final class Feeds {

  public static final Feed ACCOUNTS =
      new Feed(
          "accounts",
          FeedFields.ACCOUNT,
          List.of(),
          List.of(),
          List.of("platform", "account_id", "crawled_at"),
          largest("followers", "followings", "posts_count", "likes_received"),
          List.of("handle"),
          BronzeTables.ACCOUNT_OBSERVATION);

  public static final Feed POSTS =
      new Feed(
          "posts",
          FeedFields.POST,
          List.of(
              new Derived(FeedFields.LIKES, "CASE WHEN likes_hidden THEN NULL ELSE likes END"),
              // Some sources name each post as the original of itself.
              new Derived(FeedFields.REPOST_OF, "nullif(repost_of, post_id)")),
          List.of(),
          List.of("platform", "post_id", "crawled_at"),
          largest("likes", "comments", "shares", "saves", "views"),
          List.of("account_id", "caption"),
          BronzeTables.POST_OBSERVATION);

  /**
   * An actor likes, shares or saves a post once, but may comment on it often: comments are told
   * apart by their id or, without one, by their time and text.
   */
  public static final Feed INTERACTIONS =
      new Feed(
          "interactions",
          FeedFields.INTERACTION,
          List.of(
              new Derived(
                  FeedFields.EVENT_KEY,
                  "CASE WHEN kind <> 'comment' THEN '' WHEN interaction_id <> '' THEN"
                      + " interaction_id ELSE md5(concat(coalesce(cast(unix_micros(occurred_at) AS"
                      + " STRING), ''), '|', coalesce(text, ''))) END")),
          List.of(),
          List.of("platform", "post_id", "actor_id", "kind", "event_key"),
          earliest("crawled_at"),
          List.of("text"),
          BronzeTables.INTERACTION_OBSERVATION);

  public static final Feed FOLLOWS =
      new Feed(
          "follows",
          FeedFields.FOLLOW,
          List.of(),
          List.of(new Rule("follower_id", "follower_id = account_id", "follows itself")),
          List.of("platform", "follower_id", "account_id"),
          earliest("crawled_at"),
          List.of(),
          BronzeTables.FOLLOW_OBSERVATION);

  public static final Feed SHARES =
      new Feed(
          "shares",
          FeedFields.SHARE,
          List.of(),
          List.of(),
          List.of("platform", "object_id", "account_id", "content_id", "shared_at"),
          List.of(),
          List.of(),
          BronzeTables.SHARE);

  public static final Feed LABELS =
      new Feed(
          "labels",
          FeedFields.LABEL,
          List.of(),
          List.of(),
          List.of("platform", "account_id", "label", "group_id"),
          List.of(),
          List.of(),
          BronzeTables.LABEL);

  public static final Feed CAMPAIGNS =
      new Feed(
          "campaigns",
          BrandFields.CAMPAIGN,
          List.of(),
          List.of(new Rule("ends_on", "ends_on < starts_on", "before starts_on")),
          List.of("campaign_id"),
          List.of(),
          List.of(),
          BronzeTables.CAMPAIGN);

  public static final Feed PLACEMENTS =
      new Feed(
          "placements",
          BrandFields.PLACEMENT,
          List.of(),
          List.of(new Rule("cost", "cost < 0", "negative")),
          List.of("campaign_id", "platform", "account_id", "kind", "post_id"),
          largest("reach", "impressions"),
          List.of(),
          BronzeTables.PLACEMENT);

  /** Two visits of one minute may be two visits: nothing identifies a conversion. */
  public static final Feed CONVERSIONS =
      new Feed(
          "conversions",
          BrandFields.CONVERSION,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          BronzeTables.CONVERSION);

  /** Every feed, in the order of ingest. */
  public static final List<Feed> ALL =
      List.of(
          ACCOUNTS,
          POSTS,
          INTERACTIONS,
          FOLLOWS,
          SHARES,
          LABELS,
          CAMPAIGNS,
          PLACEMENTS,
          CONVERSIONS);

  private Feeds() {}
}
