package io.assay.contracts;

import static io.assay.contracts.BronzeTables.notNegative;
import static io.assay.contracts.Constraint.fail;
import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.assay.contracts.Table.Layer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** What was concluded about how accounts grow: results, replaced whole for a day. */
public final class GrowthTables {

  private static final String SHARE = "share, 0.1 = 10 %";
  private static final String PER_DAY = "accounts/day";

  /** Element of {@code jumps} and {@code drops}. */
  public static final DataType MOVES =
      createArrayType(
          new StructType()
              .add("from", TimestampType)
              .add("to", TimestampType)
              .add("followers_before", LongType)
              .add("followers_after", LongType)
              .add("change", LongType)
              .add("change_share", DoubleType)
              .add("change_per_day", DoubleType)
              .add("score", DoubleType));

  /** Element of {@code sights_set_aside}. */
  public static final DataType SIGHTS =
      createArrayType(
          new StructType()
              .add("seen_at", TimestampType)
              .add("followers", LongType)
              .add("reason", StringType));

  private static final List<Field> OBSERVED =
      List.of(
          required("platform", StringType, "platform in lower case"),
          required("account_id", StringType, "the platform's stable id of the account")
              .identifiesPerson(),
          optional("handle", StringType, "name in the account's address, as shown")
              .identifiesPerson(),
          required("observations", IntegerType, "observations of followers that are used")
              .in("observations"),
          required(
                  "observations_left_out",
                  IntegerType,
                  "others that show followers: less than growth.min_step_hours before one used; of"
                      + " several at one time the largest count is used")
              .in("observations"),
          optional(
              "sights_set_aside",
              SIGHTS,
              "observations not believed, oldest first: followers off by what would be a jump or"
                  + " a drop from the sights beside, as no other sight shows them, and why each is here;"
                  + " neither used nor among those left out. A broken page, or followers that were"
                  + " bought and removed between two crawls"),
          optional("first_observed_at", TimestampType, "first observation used").in("UTC"),
          optional("last_observed_at", TimestampType, "last observation used").in("UTC"),
          optional("days_observed", DoubleType, "from the first to the last").in("days"),
          optional("longest_gap_days", DoubleType, "longest time without an observation")
              .in("days"),
          optional("followers_first", LongType, "followers at the first").in("accounts"),
          optional("followers_last", LongType, "followers at the last").in("accounts"),
          optional(
                  "rounded_to",
                  LongType,
                  "coarsest unit to which a count used seems rounded, 1 where all are exact. Each has"
                      + " its own: 1000 as 996K, 100000 as 1.1M; a change that does not exceed the"
                      + " coarser of its two is neither jump nor drop")
              .in("accounts"),
          optional(
              "not_assessable_reason",
              StringType,
              "why growth cannot be stated; null where it is. Everything below is then null"));

  private static final List<Field> GROWTH =
      List.of(
          optional("growth", LongType, "followers_last - followers_first").in("accounts"),
          optional("growth_share", DoubleType, "growth / followers_first; null from 0 followers")
              .in(SHARE),
          optional("growth_per_day", DoubleType, "growth / days_observed").in(PER_DAY),
          optional(
                  "growth_per_day_median",
                  DoubleType,
                  "median over steps (from one observation to the next) of the change per day")
              .in(PER_DAY),
          optional(
                  "growth_per_day_mad",
                  DoubleType,
                  "median absolute deviation of these from that median")
              .in(PER_DAY),
          optional(
                  "growth_rate_median",
                  DoubleType,
                  "median over steps of the compound daily growth, 0 followers taken as 1")
              .in("share/day"));

  private static final List<Field> EVENNESS =
      List.of(
          optional("gain_steps_share", DoubleType, "steps that gained followers / steps")
              .in("share 0-1"),
          optional(
              "gain_cv",
              DoubleType,
              "coefficient of variation of the gain per day over time, steps weighted by their"
                  + " length; near 0 = as even as a drip"),
          optional(
              "gain_dispersion",
              DoubleType,
              "index of dispersion of the gains: 1 = as independent arrivals at a constant rate"
                  + " would be, below = more even than chance, above = bursty"),
          optional(
                  "even_run_steps",
                  IntegerType,
                  "longest run of gains that differ by at most growth.even_tolerance")
              .in("steps"),
          optional("even_run_days", DoubleType, "how long that run lasted").in("days"),
          optional("even_run_per_day", DoubleType, "followers gained per day in it").in(PER_DAY),
          optional(
              "evenness_reason",
              StringType,
              "why gain_cv to even_run_per_day cannot be stated; null where they are"));

  private static final List<Field> BESIDE =
      List.of(
          optional(
                  "posts_before",
                  IntegerType,
                  "counted posts that show likes and comments, published in the growth.compare_days"
                      + " days before the largest gain")
              .in("posts"),
          optional("posts_after", IntegerType, "the same in the days after it").in("posts"),
          optional(
                  "engagement_before",
                  DoubleType,
                  "median of likes + comments of the posts before; a count, not per follower")
              .in("engagements/post"),
          optional("engagement_after", DoubleType, "the same of the posts after")
              .in("engagements/post"),
          optional(
                  "engagement_change",
                  DoubleType,
                  "engagement_after / engagement_before - 1, to be read beside largest_gain_share:"
                      + " followers up, engagement flat; null from 0")
              .in(SHARE),
          optional(
                  "engagement_per_follower_change",
                  DoubleType,
                  "the same per follower before and after the gain: 0 = new followers engage as the"
                      + " old ones, -0.3 = 30 % of the rate went")
              .in(SHARE),
          optional(
              "engagement_reason",
              StringType,
              "why engagement_before and engagement_after cannot be stated; null where they are"),
          optional(
                  "posts_first_half",
                  IntegerType,
                  "such posts published in the first half of the time observed")
              .in("posts"),
          optional("posts_second_half", IntegerType, "in the second half").in("posts"),
          optional(
                  "engagement_first_half",
                  DoubleType,
                  "median of likes + comments of the first half's posts; null below"
                      + " growth.min_posts_per_side posts")
              .in("engagements/post"),
          optional("engagement_second_half", DoubleType, "the same of the second half's")
              .in("engagements/post"),
          optional(
                  "engagement_trend",
                  DoubleType,
                  "second half / first half - 1, to be read beside growth_share; null from 0")
              .in(SHARE));

  private static final List<Field> FOLLOWINGS =
      List.of(
          optional(
                  "followings_observations",
                  IntegerType,
                  "observations of how many accounts it follows that are used: of those closer than"
                      + " growth.min_step_hours the later, and no 0 between counts that are not")
              .in("observations"),
          optional(
                  "followings_per_day",
                  DoubleType,
                  "median over the steps between them of the accounts followed more, a day;"
                      + " negative where it follows fewer; null: see followings_reason")
              .in(PER_DAY),
          optional(
                  "followings_churn",
                  DoubleType,
                  "(sum of the steps' changes, up and down, - what remains of them from the first to"
                      + " the last) / the most it followed: 0 = only up or only down, 2 = all left"
                      + " and followed again; null: see followings_reason")
              .in("followings/followings"),
          optional(
              "followings_reason",
              StringType,
              "why nothing is said of followings; null where something is"));

  public static final Table ACCOUNT_GROWTH =
      new Table(
          Layer.GOLD,
          "account_growth",
          "One row per account: how its followers changed while it was observed, where growth jumps,"
              + " drops or drips, and what engagement did beside it; and how its followings changed.",
          SilverTables.asOf(
              Stream.of(
                      OBSERVED.stream(),
                      GROWTH.stream(),
                      largest("gain", "jump"),
                      Stream.of(
                          optional(
                                  "largest_gain_lost_again",
                                  DoubleType,
                                  "what was lost of it by the lowest count after it / gain; null"
                                      + " where it ends the time observed")
                              .in("share 0-1"),
                          optional(
                                  "jump_followers_share",
                                  DoubleType,
                                  "followers gained in jumps / followers_last; null at 0 followers")
                              .in(SHARE)),
                      largest("loss", "drop"),
                      EVENNESS.stream(),
                      BESIDE.stream(),
                      FOLLOWINGS.stream())
                  .flatMap(f -> f)
                  .toList()),
          List.of("as_of", "platform", "account_id"),
          List.of("as_of"),
          List.of(
              notNegative("gain_cv"),
              notNegative("gain_dispersion"),
              notNegative("followings_churn"),
              fail(
                  "followings_or_reason",
                  "(followings_churn IS NULL) = (followings_reason IS NOT NULL) AND"
                      + " (followings_per_day IS NULL) = (followings_reason IS NOT NULL)",
                  "how followings change is stated, or there is a reason"),
              fail(
                  "growth_or_reason",
                  "(growth IS NULL) = (not_assessable_reason IS NOT NULL)",
                  "growth is stated, or there is a reason"),
              fail(
                  "growth_adds_up",
                  "growth = followers_last - followers_first",
                  "growth is from the first observation to the last"),
              fail(
                  "jumps_counted",
                  "jump_count = size(jumps) AND drop_count = size(drops)",
                  "every jump and drop is listed"),
              fail(
                  "gains_and_losses",
                  "coalesce(largest_gain, 1) > 0 AND coalesce(largest_loss, 1) > 0",
                  "a gain and a loss are at least one follower"),
              fail(
                  "evenness_or_reason",
                  "growth IS NULL OR (gain_cv IS NULL) = (evenness_reason IS NOT NULL)",
                  "evenness is stated, or there is a reason"),
              fail(
                  "engagement_or_reason",
                  "growth IS NULL OR (engagement_before IS NULL) = (engagement_reason IS NOT"
                      + " NULL)",
                  "engagement is compared, or there is a reason")));

  private GrowthTables() {}

  private static Stream<Field> largest(String kind, String standsOut) {
    String it = "largest_" + kind;
    return Stream.of(
        optional(
                it,
                LongType,
                "followers in the largest " + standsOut + "; without one, in the largest step")
            .in("accounts"),
        optional(it + "_share", DoubleType, it + " / followers before it; null from 0").in(SHARE),
        optional(it + "_from", TimestampType, "observation before it").in("UTC"),
        optional(it + "_to", TimestampType, "observation after it").in("UTC"),
        optional(it + "_per_day", DoubleType, it + " / days it took").in(PER_DAY),
        optional(
            it + "_times_typical",
            DoubleType,
            it + "_per_day / absolute growth_per_day_median; null where that is 0"),
        optional(
            it + "_score",
            DoubleType,
            "robust deviations of its fastest step from the account's usual daily growth: (log"
                + " growth per day - median) / max(1.4826 MAD, growth.noise_per_day)"),
        optional(
                standsOut + "_count",
                IntegerType,
                "fast steps in a row, see growth.jump_min_score, that amount to"
                    + " growth.jump_min_share and growth.jump_min_followers")
            .in(standsOut + "s"),
        optional(
            standsOut + "s",
            MOVES,
            "these, oldest first; change and change_share are "
                + (kind.equals("gain") ? "positive" : "negative")));
  }
}
