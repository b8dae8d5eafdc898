package io.assay.contracts;

import static io.assay.contracts.BronzeTables.notNegative;
import static io.assay.contracts.Constraint.fail;
import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.assay.contracts.Table.Layer;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** What was concluded about engagement: results, replaced whole for a day. */
public final class EngagementTables {

  /** Unit of a rate. */
  private static final String SHARE = "share, 0.02 = 2 %";

  /** Element of {@code gold.account_engagement.media}. */
  public static final DataType MEDIA_RATES =
      createArrayType(
          new StructType()
              .add("media_type", StringType)
              .add("posts", LongType)
              .add("rate_public", DoubleType)
              .add("rate_total", DoubleType)
              .add("rate_view", DoubleType));

  private static final Field PLATFORM = required("platform", StringType, "platform in lower case");
  private static final Field MEDIA_TYPE =
      required("media_type", StringType, "kind of post; all = every kind");

  public static final Table ACCOUNT_ENGAGEMENT =
      new Table(
          Layer.GOLD,
          "account_engagement",
          "One row per account: how its audience engages with its posts, or why that cannot be"
              + " said.",
          SilverTables.asOf(
              List.of(
                  PLATFORM,
                  required("account_id", StringType, "the platform's stable id of the account")
                      .identifiesPerson(),
                  optional("handle", StringType, "name in the account's address, as shown")
                      .identifiesPerson(),
                  optional(
                          "followers",
                          LongType,
                          "latest followers shown that are believed; a sight that the sights beside"
                              + " it do not bear out (growth's sights_set_aside) is not")
                      .in("accounts"),
                  optional("band", StringType, "band of these followers in bands.default_scheme"),
                  required("posts_seen", LongType, "posts published in the window").in("posts"),
                  required(
                          "posts_counted",
                          LongType,
                          "of these the account's own that are settled; all rates are of them")
                      .in("posts"),
                  required("posts_unsettled", LongType, "of these its own that are too fresh")
                      .in("posts"),
                  required(
                          "posts_reposts",
                          LongType,
                          "of these the ones that pass on another post (repost_of), settled or not:"
                              + " what they show is not this account's work")
                      .in("posts"),
                  required(
                          "posts_sampled_away",
                          LongType,
                          "counted posts beyond engagement.max_posts_per_account; every figure from"
                              + " posts_hidden_likes on, cadence excepted, is of the others")
                      .in("posts"),
                  required("posts_hidden_likes", LongType, "counted posts without likes shown")
                      .in("posts"),
                  required(
                      "hidden_counters",
                      createArrayType(StringType),
                      "counters that none of the counted posts shows"),
                  required(
                      "total_counters",
                      createArrayType(StringType),
                      "counters summed in rate_total and rate_view: likes, comments, and those of"
                          + " shares and saves that the platform shows"),
                  optional(
                          "rate_public",
                          DoubleType,
                          "median over posts of (likes + comments) / followers nearest in time;"
                              + " null below engagement.min_posts posts that have it")
                      .in(SHARE),
                  optional("rate_public_p25", DoubleType, "its lower quartile over posts")
                      .in(SHARE),
                  optional("rate_public_p75", DoubleType, "its upper quartile over posts")
                      .in(SHARE),
                  optional(
                          "rate_public_low",
                          DoubleType,
                          "lower end of the median's 95 % confidence interval; null below 6 posts")
                      .in(SHARE),
                  optional("rate_public_high", DoubleType, "upper end of that interval").in(SHARE),
                  optional(
                          "rate_total",
                          DoubleType,
                          "median over posts of the sum of total_counters / followers")
                      .in(SHARE),
                  optional("rate_total_p25", DoubleType, "its lower quartile over posts").in(SHARE),
                  optional("rate_total_p75", DoubleType, "its upper quartile over posts").in(SHARE),
                  optional(
                          "rate_view",
                          DoubleType,
                          "median over posts of the sum of total_counters / views")
                      .in(SHARE),
                  optional("rate_view_p25", DoubleType, "its lower quartile over posts").in(SHARE),
                  optional("rate_view_p75", DoubleType, "its upper quartile over posts").in(SHARE),
                  optional(
                          "comments_per_100_likes",
                          DoubleType,
                          "over the posts that show both, no like counting as one; null without either")
                      .in("comments per 100 likes"),
                  optional(
                          "likes_per_view",
                          DoubleType,
                          "median over posts of likes / views; null below"
                              + " engagement.min_posts_with_views posts that show both")
                      .in("likes/view"),
                  optional(
                          "likes_p10",
                          DoubleType,
                          "10 % quantile of a post's likes / their median; null below"
                              + " engagement.min_posts posts that show likes, and where the median"
                              + " is 0")
                      .in("likes/likes"),
                  optional(
                      "likes_elasticity",
                      DoubleType,
                      "by how many percent likes rise from post to post where comments rise by one"
                          + " percent: slope of ln(1 + likes) over ln(1 + comments) by Theil and Sen, of 30"
                          + " posts at most; null below engagement.min_posts posts that show both,"
                          + " and where all have equally many comments"),
                  optional(
                          "posts_per_week",
                          DoubleType,
                          "counted posts after the first, per week from the first to the last, a"
                              + " shorter span taken as a week; null below 2 posts; settled reposts"
                              + " too with engagement.reposts_count_for_cadence")
                      .in("posts/week"),
                  optional(
                          "median_gap_hours",
                          DoubleType,
                          "median time from one post of posts_per_week to the next; null below 2"
                              + " posts or where posts were sampled away")
                      .in("h"),
                  optional("last_posted_at", TimestampType, "latest post of posts_per_week")
                      .in("UTC"),
                  required(
                      "media",
                      MEDIA_RATES,
                      "counted posts and the three median rates by kind of post, in alphabetical"
                          + " order; a rate is null below engagement.min_posts posts that have it"),
                  optional(
                      "not_assessable_reason",
                      StringType,
                      "why rate_public cannot be given; null where it is"),
                  optional(
                          "stated_rate_public",
                          DoubleType,
                          "(average_likes + average_comments) / followers, the averages as a list"
                              + " states them: nothing of it was measured")
                      .in(SHARE),
                  optional(
                          "stated_rate_likes",
                          DoubleType,
                          "average_likes / followers, of likes alone and as stated; not comparable"
                              + " with the rates that hold comments")
                      .in(SHARE),
                  optional(
                          "stated_rate_view",
                          DoubleType,
                          "(average_likes + average_comments) / average_views, as stated; rate_view"
                              + " may also hold shares and saves")
                      .in(SHARE),
                  optional(
                      "stated_missing",
                      StringType,
                      "what stated_rate_public lacks; null where it is there or nothing is stated"),
                  optional(
                      "rate_basis",
                      StringType,
                      "measured where there is a rate_public, stated where there is a"
                          + " stated_rate_public alone; null where there is neither"),
                  optional(
                          "expected_rate",
                          DoubleType,
                          "rate_public to be expected at this size, see expected_engagement")
                      .in(SHARE),
                  optional(
                      "rate_vs_expected",
                      DoubleType,
                      "rate_public / expected_rate; with engagement.include_stated"
                          + " stated_rate_public where that is the rate_basis"),
                  optional(
                      "peer_group",
                      StringType,
                      "platform and follower range that this rate is compared within"),
                  optional("peer_n", LongType, "accounts in that group that have one")
                      .in("accounts"),
                  optional(
                          "peer_percentile",
                          DoubleType,
                          "mid-rank of this rate among these, exact to a bin of"
                              + " engagement.bins_per_decade")
                      .in("0-100"))),
          List.of("as_of", "platform", "account_id"),
          List.of("as_of"),
          List.of(
              notNegative("rate_public"),
              notNegative("rate_total"),
              notNegative("rate_view"),
              notNegative("likes_per_view"),
              notNegative("likes_p10"),
              fail(
                  "posts_add_up",
                  "posts_seen = posts_counted + posts_unsettled + posts_reposts",
                  "every post in the window counts, is too fresh, or passes on another one"),
              fail(
                  "rate_or_reason",
                  "(rate_public IS NULL) = (not_assessable_reason IS NOT NULL)",
                  "an account is assessed, or there is a reason"),
              fail(
                  "quartiles_enclose",
                  "rate_public BETWEEN rate_public_p25 AND rate_public_p75",
                  "a median lies between its quartiles")));

  private static final List<Field> BAND_KEY =
      List.of(
          PLATFORM,
          required("scheme", StringType, "follower band scheme, see bands in the settings"),
          required("band", StringType, "band of the latest followers"),
          required("band_order", IntegerType, "position of the band in its scheme, from 1"),
          required("lower", LongType, "least followers of the band").in("accounts"),
          optional("upper", LongType, "followers from which the next band starts; null = no end")
              .in("accounts"),
          MEDIA_TYPE,
          required("metric", StringType, "rate_public, rate_total or rate_view"));

  private static final List<String> BAND_ID =
      List.of("as_of", "platform", "scheme", "band", "media_type", "metric");

  public static final Table BAND_DISTRIBUTION =
      new Table(
          Layer.GOLD,
          "band_distribution",
          "How a rate is distributed over the accounts of a follower band; an account's value is"
              + " its median over posts. Quantiles are exact, interpolated linearly.",
          SilverTables.asOf(
              FeedFields.concat(
                  BAND_KEY,
                  required("n", LongType, "accounts that have the rate").in("accounts"),
                  required(
                      "suppressed",
                      BooleanType,
                      "fewer than engagement.suppress_below accounts: only n is shown"),
                  optional("mean", DoubleType, "mean over accounts").in(SHARE),
                  optional("p05", DoubleType, "5 % of the accounts lie below").in(SHARE),
                  optional("p10", DoubleType, "10 % lie below").in(SHARE),
                  optional("p25", DoubleType, "25 % lie below").in(SHARE),
                  optional("median", DoubleType, "half of the accounts lie below").in(SHARE),
                  optional("p75", DoubleType, "75 % lie below").in(SHARE),
                  optional("p90", DoubleType, "90 % lie below").in(SHARE),
                  optional("p95", DoubleType, "95 % lie below").in(SHARE),
                  optional(
                          "median_low",
                          DoubleType,
                          "lower end of the median's 95 % confidence interval, an order statistic;"
                              + " null below 6 accounts")
                      .in(SHARE),
                  optional("median_high", DoubleType, "upper end of that interval").in(SHARE))),
          BAND_ID,
          List.of("as_of"),
          List.of(
              fail(
                  "quantiles_rise",
                  "p05 <= p10 AND p10 <= p25 AND p25 <= median AND median <= p75 AND p75 <= p90"
                      + " AND p90 <= p95",
                  "a higher quantile cannot be smaller"),
              fail(
                  "interval_encloses",
                  "median BETWEEN median_low AND median_high",
                  "a median lies in its confidence interval"),
              fail("suppressed_or_shown", "suppressed = (median IS NULL)", "either or")));

  public static final Table BAND_HISTOGRAM =
      new Table(
          Layer.GOLD,
          "band_histogram",
          "The shape of the distributions in band_distribution: accounts by logarithmic bin of the"
              + " rate. Suppressed groups and empty bins are left out.",
          SilverTables.asOf(
              FeedFields.concat(
                  BAND_KEY,
                  required("bin", IntegerType, "number of the bin; -1000000 = exactly 0"),
                  required("bin_lower", DoubleType, "least rate in the bin").in(SHARE),
                  required(
                          "bin_upper",
                          DoubleType,
                          "rate at which the next bin starts; 0 for the bin of zero")
                      .in(SHARE),
                  required("n", LongType, "accounts in the bin").in("accounts"))),
          List.of("as_of", "platform", "scheme", "band", "media_type", "metric", "bin"),
          List.of("as_of"),
          List.of(fail("some_account", "n > 0", "empty bins are left out")));

  public static final Table EXPECTED_ENGAGEMENT =
      new Table(
          Layer.GOLD,
          "expected_engagement",
          "The curve of how engagement falls with size: the median rate_public in bins of"
              + " followers, neighbours merged until they hold engagement.curve_min_accounts.",
          SilverTables.asOf(
              List.of(
                  PLATFORM,
                  MEDIA_TYPE,
                  required("bin", IntegerType, "position of the bin on the curve, from 1"),
                  required("followers_low", LongType, "least followers in the bin").in("accounts"),
                  required("followers_high", LongType, "most followers in the bin").in("accounts"),
                  required("n", LongType, "assessed accounts in the bin").in("accounts"),
                  optional("followers_median", DoubleType, "their median followers").in("accounts"),
                  optional("rate_median", DoubleType, "their median rate_public").in(SHARE),
                  optional(
                      "reason", StringType, "why there is no expectation; null where there is"))),
          List.of("as_of", "platform", "media_type", "bin"),
          List.of("as_of"),
          List.of(
              fail(
                  "rate_or_reason",
                  "(rate_median IS NULL) = (reason IS NOT NULL)",
                  "an expectation, or a reason")));

  public static final Table BENCHMARK =
      new Table(
          Layer.GOLD,
          "benchmark",
          "What others claim about engagement beside what is measured, over the accounts that lie"
              + " both in the band and in the followers the claim speaks of.",
          SilverTables.asOf(
              List.of(
                  required("claim", StringType, "short name of the claim, see benchmarks"),
                  required("statement", StringType, "the claim in words"),
                  required("source", StringType, "who says so"),
                  PLATFORM,
                  required("scheme", StringType, "follower band scheme"),
                  required("band", StringType, "band that the claim's followers overlap"),
                  required("band_order", IntegerType, "position of the band, from 1"),
                  required("metric", StringType, "rate the claim speaks of"),
                  required("claim_low", DoubleType, "lower end of the claimed rate").in(SHARE),
                  optional("claim_high", DoubleType, "upper end; null = no end").in(SHARE),
                  required("followers_from", LongType, "least followers compared").in("accounts"),
                  optional("followers_below", LongType, "followers no longer compared; null = none")
                      .in("accounts"),
                  required("n", LongType, "accounts compared").in("accounts"),
                  required(
                      "suppressed",
                      BooleanType,
                      "fewer than engagement.suppress_below accounts: only n is shown"),
                  optional("p25", DoubleType, "a quarter of them lie below").in(SHARE),
                  optional("median", DoubleType, "half of them lie below").in(SHARE),
                  optional("p75", DoubleType, "three quarters lie below").in(SHARE),
                  optional("share_below", DoubleType, "of them below claim_low").in("share 0-1"),
                  optional("share_within", DoubleType, "from claim_low to claim_high")
                      .in("share 0-1"),
                  optional("share_above", DoubleType, "above claim_high").in("share 0-1"))),
          List.of("as_of", "claim", "platform", "scheme", "band"),
          List.of("as_of"),
          List.of(
              fail(
                  "shares_add_up",
                  "abs(share_below + share_within + share_above - 1) < 1e-9",
                  "an account is below, within or above")));

  private EngagementTables() {}
}
