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

  private Reasons() {}

  /** Of every input a reason (string), null where it can be measured. */
  static Map<SignalInput, Column> of(SignalSettings settings) {
    String window = " in " + settings.windowDays() + " days";
    Map<SignalInput, Column> reasons = new EnumMap<>(SignalInput.class);
    Column noProfile = expr("profile.account_id").isNull();
    reasons.put(SignalInput.PROFILE, when(noProfile, NO_PROFILE));
    reasons.put(
        SignalInput.ENGAGEMENT,
        when(expr("engagement.account_id").isNull(), "none of its posts was crawled")
            .otherwise(expr("engagement.not_assessable_reason")));
    reasons.put(
        SignalInput.GROWTH,
        when(expr("growth.account_id").isNull(), NO_PROFILE)
            .otherwise(expr("growth.not_assessable_reason")));
    reasons.put(
        SignalInput.FOLLOWERS,
        atLeast(
            "followers.sampled",
            settings.minFollowersSampled(),
            "no follower with a crawled profile",
            "followers with a crawled profile"));
    reasons.put(
        SignalInput.COMMENTS,
        atLeast(
            "activity.got",
            settings.minComments(),
            "no comment of others was crawled under its posts" + window,
            "comments of others under its posts" + window));
    reasons.put(
        SignalInput.ACTIONS,
        atLeast(
            "activity.acted",
            settings.minActions(),
            "no dated engagement of it was crawled" + window,
            "dated engagements of it" + window));
    reasons.put(
        SignalInput.REACTIONS,
        atLeast(
            "activity.delays",
            settings.minActions(),
            "no dated engagement of it with a crawled post" + window,
            "dated engagements of it with crawled posts" + window));
    reasons.put(
        SignalInput.WRITTEN,
        atLeast(
            "activity.wrote",
            settings.minComments(),
            "no comment of it was crawled" + window,
            "comments of it" + window));
    return reasons;
  }

  private static Column atLeast(String count, int least, String none, String some) {
    Column n = coalesce(expr(count), lit(0L));
    return when(n.equalTo(0), none)
        .when(
            n.lt(least), concat(lit(some + ": "), n.cast("string"), lit(", " + least + " needed")));
  }
}
