package io.assay.workbench.worlds;

/**
 * What an account is in a world, exactly one thing, and so how it is labelled. An account has no
 * behaviour of another role, except that fraudsters, too, may hide likes, go viral or be crawled in
 * batches, as often as others do: otherwise such a trait would prove innocence.
 */
enum PlayedRole {
  POD_MEMBER(true, "pod", "member", "pod", "pod"),
  FARM_CUSTOMER(true, "fake_engagement", "customer", "farm_customer", "farm"),
  FARM_VICTIM(true, "genuine", "victim", "farm_victim", "farm"),
  LIKES_BUYER(true, "fake_engagement", "customer", "bought_likes", null),
  FOLLOWERS_BUYER(true, "fake_followers", "customer", "bought_followers", "sale"),
  CLIQUE_MEMBER(true, "genuine", null, "clique", "clique"),
  IDOL(true, "genuine", null, "fan_club", "fan_club"),
  CURATOR(true, "genuine", null, "shout_out", "shout_out"),
  SHOUTED_OUT(true, "genuine", null, "shout_out", "shout_out"),
  GIVEAWAY_HOST(true, "genuine", null, "giveaway", null),
  NEWS_SOURCE(true, "genuine", null, "breaking_news", null),
  VIRAL(true, "genuine", null, "viral", null),
  CELEBRITY(true, "genuine", null, "celebrity", null),
  BRAND(true, "genuine", null, "brand", "brand"),
  RISING(true, "genuine", null, "rising", null),
  NETWORKER(true, "genuine", null, "networker", null),
  HIDDEN_LIKES(true, "genuine", null, "hidden_likes", null),
  BATCHED_CRAWL(true, "genuine", null, "batched_crawl", null),
  CREATOR(true, "genuine", null, "ordinary", null),

  FARM_WORKER(false, "bot", "member", "farm_worker", "farm"),
  BOUGHT_FOLLOWER(false, "bot", "member", "bought_follower", "sale"),
  MASS_FOLLOWER(false, "bot", null, "mass_follower", null),
  FOLLOW_UNFOLLOW(false, "bot", null, "follow_unfollow", null),
  COMMENT_TEMPLATE(false, "bot", null, "comment_template", null),
  REGULAR_INTERVAL(false, "bot", null, "regular_interval", null),
  ROUND_THE_CLOCK(false, "bot", null, "round_the_clock", null),
  FAN(false, "genuine", null, "fan_club", "fan_club"),
  SHOUT_OUT_AUDIENCE(false, "genuine", null, "shout_out", "shout_out"),
  GIVEAWAY_HUNTER(false, "genuine", null, "giveaway", null),
  EMPLOYEE(false, "genuine", null, "employee", "brand"),
  NEW_ACCOUNT(false, "genuine", null, "new_account", null),
  PRIVATE_ACCOUNT(false, "genuine", null, "private_account", null),
  ORDINARY(false, "genuine", null, "ordinary", null);

  /** Whether it publishes. */
  final boolean creator;

  /** What the labels feed says of it. */
  final String label;

  /** Its part in a pod, farm or sale; null if it has none. */
  final String part;

  /** What sort of account it is. */
  final String sort;

  /** What its groups are called; null if it has none. */
  final String group;

  PlayedRole(boolean creator, String label, String part, String sort, String group) {
    this.creator = creator;
    this.label = label;
    this.part = part;
    this.sort = sort;
    this.group = group;
  }

  boolean genuine() {
    return label.equals("genuine");
  }
}
