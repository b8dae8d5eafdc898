package io.assay.assessment;

import io.assay.contracts.CoordinationTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.SilverTables;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Who engages and follows whom, on platform x unless another is named. */
final class Audience {

  /** -2 + 1 x profile + 2 x .434 of behaviour: a profile of 1e-6 is a bot, one of 1 is none. */
  private static final String BOT =
      "assessment.likelihood.bot={model: m, base_rate: 0.1, intercept: -2,"
          + " weights: {profile: 1, following: 0, publishing: 0, behaviour: 2, promotion: 0, low_effort: 0}}";

  private final Found found = new Found();
  private int events;

  Audience people(String prefix, int count) {
    return judged(prefix, count, 1.0);
  }

  Audience bots(String prefix, int count) {
    return judged(prefix, count, 1e-6);
  }

  private Audience judged(String prefix, int count, double profile) {
    for (int i = 0; i < count; i++) {
      found.account(prefix + i, "profile_fisher_p", profile);
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
    found.row(
        CoordinationTables.COORDINATED_MEMBER,
        "platform",
        "x",
        "group_id",
        kind + "-1",
        "account_id",
        id,
        "kind",
        kind,
        "accepted",
        accepted,
        "role",
        role);
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
