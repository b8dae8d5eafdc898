package io.assay.signals;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.assay.contracts.SignalInput;
import io.assay.settings.SignalSettings;
import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.Column;

/** Why nothing can be measured from an input: it is missing, or too little. */
final class Reasons {
  private static final String NO_PROFILE = "its profile was never crawled";
  private static final String NO_COMMENT = "no comment of others was crawled under its posts";

  private Reasons() {}

  /** Of every input a reason (string), null where it can be measured. */
  static Map<SignalInput, Column> of(SignalSettings settings) {
    Map<SignalInput, Column> reasons = new EnumMap<>(SignalInput.class);
    String window = " in " + settings.windowDays() + " days";
    reasons.put(SignalInput.PROFILE, when(expr("profile.account_id").isNull(), NO_PROFILE));
    reasons.put(
        SignalInput.ENGAGEMENT,
        when(expr("engagement.account_id").isNull(), "none of its posts was crawled")
            .otherwise(expr("engagement.not_assessable_reason")));
    reasons.put(
        SignalInput.GROWTH,
        when(expr("growth.account_id").isNull(), NO_PROFILE)
            .otherwise(expr("growth.not_assessable_reason")));
    reasons.put(
        SignalInput.FOLLOWINGS,
        when(expr("growth.account_id").isNull(), NO_PROFILE)
            .otherwise(expr("growth.followings_reason")));
    reasons.put(
        SignalInput.FOLLOWERS,
        atLeast(
            "followers.sampled",
            settings.minFollowersSampled(),
            "no follower with a crawled profile",
            "followers with a crawled profile"));
    addComments(reasons, settings.minComments(), window);
    addTimes(reasons, settings, window);
    return reasons;
  }

  private static void addComments(Map<SignalInput, Column> reasons, int least, String window) {
    reasons.put(
        SignalInput.COMMENTERS,
        atLeast(
            "activity.got_comments",
            least,
            NO_COMMENT + window,
            "comments of others under its posts" + window));
    reasons.put(
        SignalInput.COMMENTS,
        when(number("activity.got_comments").equalTo(0), NO_COMMENT + window)
            .otherwise(
                atLeast(
                    "activity.got",
                    least,
                    "the comments of others under its posts were crawled without their text",
                    "comments of others with a text under its posts" + window)));
    reasons.put(
        SignalInput.WRITTEN,
        when(number("activity.wrote_comments").equalTo(0), "no comment of it was crawled" + window)
            .otherwise(
                atLeast(
                    "activity.wrote",
                    least,
                    "its comments were crawled without their text",
                    "comments of it with a text" + window)));
  }

  private static void addTimes(
      Map<SignalInput, Column> reasons, SignalSettings settings, String window) {
    Column actions =
        atLeast(
            "activity.acted",
            settings.minActions(),
            "no dated engagement of it (with a time of day) was crawled" + window,
            "dated engagements of it (with a time of day)" + window);
    reasons.put(SignalInput.ACTIONS, actions);
    reasons.put(
        SignalInput.ACTIVE_DAYS,
        coalesce(
            actions,
            atLeast(
                "activity.active_days",
                settings.minActiveDays(),
                "no day on which it acts is known",
                "days on which it acts" + window)));
    reasons.put(
        SignalInput.REACTIONS,
        atLeast(
            "activity.delays",
            settings.minActions(),
            "no engagement of it dated after the publication of a crawled post" + window,
            "engagements of it dated after the publication of crawled posts" + window));
  }

  private static Column atLeast(String count, int least, String none, String some) {
    Column n = number(count);
    return when(n.equalTo(0), none)
        .when(
            n.lt(least), concat(lit(some + ": "), n.cast("string"), lit(", " + least + " needed")));
  }

  private static Column number(String count) {
    return coalesce(expr(count), lit(0L));
  }
}
