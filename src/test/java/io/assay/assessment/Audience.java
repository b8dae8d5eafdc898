package io.assay.assessment;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.SilverTables;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Who engages and follows whom, on platform x unless another is named. */
final class Audience {

  /** Who follows 4, as nine in ten thousand do, is a bot; who follows 1, as most do, is none. */
  private static final String BOT =
      "assessment.likelihood.bot={model: m, base_rate: 0.1, intercept: -2,"
          + " signals: {followings: 1}, groups: {}}";

  private final Found found = new Found().ladder("followings");
  private int events;

  Audience people(String prefix, int count) {
    return judged(prefix, count, 1);
  }

  Audience bots(String prefix, int count) {
    return judged(prefix, count, 4);
  }

  private Audience judged(String prefix, int count, double followings) {
    for (int i = 0; i < count; i++) {
      found.account(prefix + i, "followings", followings);
    }
    return this;
  }

  /** Accounts of which nothing can be said. */
  Audience strangers(String prefix, int count) {
    for (int i = 0; i < count; i++) {
      found.account(prefix + i);
    }
    return this;
  }

  Audience profile(String id, String country, String language) {
    found.row(
        SilverTables.ACCOUNT,
        "platform",
        "x",
        "account_id",
        id,
        "country",
        country,
        "language",
        language);
    return this;
  }

  Audience engagement(String id, Long followers, Double rate, String reason) {
    found.row(
        EngagementTables.ACCOUNT_ENGAGEMENT,
        "platform",
        "x",
        "account_id",
        id,
        "handle",
        "the " + id,
        "followers",
        followers,
        "rate_public",
        rate,
        "not_assessable_reason",
        reason);
    return this;
  }

  Audience post(String id, String author) {
    return post("x", id, author, null);
  }

  Audience post(String platform, String id, String author, String repostOf) {
    found.row(
        SilverTables.POST,
        "platform",
        platform,
        "post_id",
        id,
        "account_id",
        author,
        "repost_of",
        repostOf);
    return this;
  }

  /** Each of so many accounts does something to a post once. */
  Audience each(String prefix, int count, String kind, String post) {
    for (int i = 0; i < count; i++) {
      did("x", prefix + i, kind, post);
    }
    return this;
  }

  Audience did(String platform, String actor, String kind, String post) {
    found.row(
        SilverTables.INTERACTION,
        "platform",
        platform,
        "post_id",
        post,
        "actor_id",
        actor,
        "kind",
        kind,
        "event_key",
        "" + events++);
    return this;
  }

  Audience follows(String prefix, int count, String author) {
    for (int i = 0; i < count; i++) {
      found.row(
          SilverTables.FOLLOW, "platform", "x", "follower_id", prefix + i, "account_id", author);
    }
    return this;
  }

  Audience member(String id, String kind, boolean accepted, String role) {
    found.member(id, kind, accepted, role);
    return this;
  }

  /** What is published, by platform and account. */
  Map<String, Row> quality(String... assignments) {
    String[] all = new String[assignments.length + 1];
    all[0] = BOT;
    System.arraycopy(assignments, 0, all, 1, assignments.length);
    return found.audiences(all);
  }
}
