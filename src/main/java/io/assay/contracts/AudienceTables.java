package io.assay.contracts;

import static io.assay.contracts.Constraint.fail;
import static io.assay.contracts.Field.SHARE;
import static io.assay.contracts.Field.optional;
import static io.assay.contracts.Field.required;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.assay.contracts.Table.Layer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Who a creator's audience is, and how much of it is to be doubted. */
public final class AudienceTables {

  /** Element of {@code audience_quality.audience_countries}. */
  public static final DataType COUNTRIES = placesOf("country");

  /** Element of {@code audience_quality.audience_languages}. */
  public static final DataType LANGUAGES = placesOf("language");

  public static final Table AUDIENCE_QUALITY =
      new Table(
          Layer.GOLD,
          "audience_quality",
          "One row per creator, an account of which own posts are known: which share of its"
              + " engagement and of its sampled followers comes from doubtful accounts, who its"
              + " audience is, and what is left of its rate and its reach. Doubtful is an account"
              + " with a p_bot of doubtful_at_least or more (before it is known who engages whom, which"
              + " may shift the published one a little), and a member of an accepted pod or farm.",
          SilverTables.asOf(
              Stream.of(
                      Stream.of(
                          AccountKey.PLATFORM,
                          AccountKey.ACCOUNT_ID,
                          optional("handle", StringType, "name in the account's address, as shown")
                              .identifiesPerson(),
                          optional(
                                  "followers",
                                  LongType,
                                  "latest followers shown that are believed, see"
                                      + " account_engagement; null = hidden")
                              .in("accounts"),
                          required("own_posts", LongType, "its own posts that are known")
                              .in("posts")),
                      DoubtedColumns.ALL.stream().flatMap(columns -> columns.fields().stream()),
                      comments(),
                      places(),
                      left(),
                      Stream.of(
                          required(
                                  "doubtful_at_least",
                                  DoubleType,
                                  "p_bot from which an account is doubtful, see"
                                      + " assessment.doubtful_at_least")
                              .in("probability 0-1")))
                  .flatMap(fields -> fields)
                  .toList()),
          List.of("as_of", "platform", "account_id"),
          List.of("as_of"),
          Stream.concat(
                  DoubtedColumns.ALL.stream().flatMap(columns -> columns.constraints().stream()),
                  rules())
              .toList());

  private AudienceTables() {}

  private static Stream<Field> comments() {
    return Stream.of(
        required("comments", LongType, "crawled comments of others under its own posts")
            .in("comments"),
        required("commenters", LongType, "different accounts of these comments").in("accounts"),
        required(
                "repeat_commenters",
                LongType,
                "of these those who commented on three posts or more")
            .in("accounts"),
        optional(
                "repeat_comments_share",
                DoubleType,
                "of the comments those of repeat commenters; null: see repeat_comments_reason")
            .in(SHARE),
        optional(
            "repeat_comments_reason", StringType, "why the share is not given; null where it is"));
  }

  private static Stream<Field> places() {
    return Stream.of(
        required(
                "audience",
                LongType,
                "different accounts that engage or follow, as far as crawled: what countries and"
                    + " languages are counted of")
            .in("accounts"),
        required(
            "audience_countries",
            COUNTRIES,
            "the ten most frequent countries that profiles of the audience show: accounts, and"
                + " their share of those whose country is known; empty where none is"),
        optional("country_known_share", DoubleType, "of the audience those whose country is known")
            .in(SHARE),
        required("audience_languages", LANGUAGES, "the same of languages"),
        optional(
                "language_known_share", DoubleType, "of the audience those whose language is known")
            .in(SHARE));
  }

  private static Stream<Field> left() {
    return Stream.of(
        optional("rate_public", DoubleType, "engagement rate by followers, see account_engagement")
            .in(SHARE),
        optional(
                "effective_rate",
                DoubleType,
                "rate_public x (1 - doubtful_engagements_share); null: see effective_rate_reason")
            .in(SHARE),
        optional(
                "effective_rate_low",
                DoubleType,
                "the same with the upper end of the share's interval")
            .in(SHARE),
        optional("effective_rate_high", DoubleType, "the same with its lower end").in(SHARE),
        optional("effective_rate_reason", StringType, "why it is not given; null where it is"),
        optional(
                "real_reach",
                LongType,
                "followers x (1 - doubtful_sampled_followers_share), rounded; null: see"
                    + " real_reach_reason")
            .in("accounts"),
        optional("real_reach_low", LongType, "the same with the upper end of the share's interval")
            .in("accounts"),
        optional("real_reach_high", LongType, "the same with its lower end").in("accounts"),
        optional("real_reach_reason", StringType, "why it is not given; null where it is"));
  }

  private static Stream<Constraint> rules() {
    return Stream.of(
        fail(
            "comments_nested",
            "repeat_commenters BETWEEN 0 AND commenters AND commenters <= comments"
                + " AND coalesce(repeat_comments_share BETWEEN 0 AND 1, true)",
            "those who return are among all commenters"),
        orReason("repeat_comments_share", "repeat_comments_reason"),
        orReason("effective_rate", "effective_rate_reason"),
        orReason("real_reach", "real_reach_reason"),
        fail(
            "left_in_interval",
            "coalesce(effective_rate BETWEEN effective_rate_low AND effective_rate_high, true)"
                + " AND coalesce(real_reach BETWEEN real_reach_low AND real_reach_high, true)",
            "what is left lies in its interval"));
  }

  private static Constraint orReason(String value, String reason) {
    return fail(
        value + "_or_reason",
        "(%s IS NULL) = (%s IS NOT NULL)".formatted(value, reason),
        "a value, or there is a reason");
  }

  private static DataType placesOf(String place) {
    return createArrayType(
        new StructType().add(place, StringType).add("accounts", LongType).add("share", DoubleType));
  }
}
