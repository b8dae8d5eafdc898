package io.assay.contracts;

import java.util.List;

/** The feeds a crawl may hold. Their columns are the crawl format that Assay reads. */
public final class Feeds {

  public static final Feed ACCOUNTS =
      new Feed(
          "accounts",
          FeedFields.ACCOUNT,
          List.of("platform", "account_id", "crawled_at"),
          List.of("followers", "followings", "posts_count", "likes_received"),
          BronzeTables.ACCOUNT_OBSERVATION);

  public static final Feed POSTS =
      new Feed(
          "posts",
          FeedFields.POST,
          List.of("platform", "post_id", "crawled_at"),
          List.of("likes", "comments", "shares", "saves", "views"),
          BronzeTables.POST_OBSERVATION);

  /** Every feed, in the order of ingest. */
  public static final List<Feed> ALL = List.of(ACCOUNTS, POSTS);

  private Feeds() {}
}
