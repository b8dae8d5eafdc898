package io.assay.synthetic.world;

/**
 * What an account is in a world, exactly one thing, and so how it is labelled. An account has no
 * behaviour of another role, except that fraudsters, too, may hide likes, go viral or be crawled in
 * batches, as often as others do: otherwise such a trait would prove innocence.
 */
enum Role {
  POD_MEMBER(true, "pod", "member", "pod"),
  FARM_CUSTOMER(true, "fake_engagement", "customer", "farm_customer"),
  FARM_VICTIM(true, "genuine", "victim", "farm_victim"),
  LIKES_BUYER(true, "fake_engagement", "customer", "bought_likes"),
  FOLLOWERS_BUYER(true, "fake_followers", "customer", "bought_followers"),
  CLIQUE_MEMBER(true, "genuine", null, "clique"),
  IDOL(true, "genuine", null, "fan_club"),
  CURATOR(true, "genuine", null, "shout_out"),
  SHOUTED_OUT(true, "genuine", null, "shout_out"),
  GIVEAWAY_HOST(true, "genuine", null, "giveaway"),
  NEWS_SOURCE(true, "genuine", null, "breaking_news"),
  VIRAL(true, "genuine", null, "viral"),
  CELEBRITY(true, "genuine", null, "celebrity"),
  BRAND(true, "genuine", null, "brand"),
  HIDDEN_LIKES(true, "genuine", null, "hidden_likes"),
  BATCHED_CRAWL(true, "genuine", null, "batched_crawl"),
  CREATOR(true, "genuine", null, "ordinary"),

  FARM_WORKER(false, "bot", "member", "farm_worker"),
  BOUGHT_FOLLOWER(false, "bot", "member", "bought_follower"),
  MASS_FOLLOWER(false, "bot", null, "mass_follower"),
  FOLLOW_UNFOLLOW(false, "bot", null, "follow_unfollow"),
  COMMENT_TEMPLATE(false, "bot", null, "comment_template"),
  REGULAR_INTERVAL(false, "bot", null, "regular_interval"),
  ROUND_THE_CLOCK(false, "bot", null, "round_the_clock"),
  FAN(false, "genuine", null, "fan_club"),
  SHOUT_OUT_AUDIENCE(false, "genuine", null, "shout_out"),
  GIVEAWAY_HUNTER(false, "genuine", null, "giveaway"),
  EMPLOYEE(false, "genuine", null, "employee"),
  NEW_ACCOUNT(false, "genuine", null, "new_account"),
  PRIVATE_ACCOUNT(false, "genuine", null, "private_account"),
  ORDINARY(false, "genuine", null, "ordinary");

  /** Whether it publishes. */
  final boolean creator;

  /** What the labels feed says of it. */
  final String label;

  /** Its part in a pod, farm or sale; null if it has none. */
  final String part;

  /** What sort of account it is. */
  final String sort;

  Role(boolean creator, String label, String part, String sort) {
    this.creator = creator;
    this.label = label;
    this.part = part;
    this.sort = sort;
  }

  boolean genuine() {
    return label.equals("genuine");
  }
}
