package io.assay.signals;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.GrowthTables;
import io.assay.contracts.Signal;
import io.assay.contracts.SignalTables;
import io.assay.contracts.SilverTables;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every signal has a case whose answer a person can check. All are measured at once, a row each.
 */
class SignalCasesTest {

  /**
   * One row of the inputs.
   *
   * @param says what is special about it
   * @param given values of the inputs' columns, by qualified name; all others are null
   * @param expected what the signal is then
   */
  record Case(String says, String signal, Map<String, Object> given, Object expected) {
    @Override
    public String toString() {
      return signal + ": " + says;
    }
  }

  /** Begins the name of a column of which a case gives the values in several posts, in order. */
  private static final String POSTS = "posts.";

  private static final List<Case> CASES = new ArrayList<>();
  private static final Map<Case, Row> MEASURED = new HashMap<>();
  private static final Case NOTHING = new Case("nothing known", null, Map.of(), null);

  /** The inputs, each a column of its own that holds its columns. */
  private static final StructType INPUTS =
      new StructType()
          .add("profile", with(SilverTables.ACCOUNT.schema(), "handle_surprise DOUBLE"))
          .add(
              "engagement", with(EngagementTables.ACCOUNT_ENGAGEMENT.schema(), "day_end TIMESTAMP"))
          .add("growth", GrowthTables.ACCOUNT_GROWTH.schema())
          .add(
              "followers",
              StructType.fromDDL(
                  "sampled BIGINT, picture_known BIGINT, no_picture BIGINT, posts_known BIGINT,"
                      + " no_posts BIGINT, following_ratio DOUBLE, first_digits DOUBLE"))
          .add("posting", shares())
          .add("activity", ActivityRow.SCHEMA);

  static {
    of("following_ratio", 8.0, "profile.followers", 100L, "profile.followings", 800L);
    of("followings", 800.0, "profile.followings", 800L);
    of("follower_count", 100.0, "profile.followers", 100L);
    of("no_picture", true, "profile.has_picture", false);
    of("bio_length", 0.0, "profile.bio_length", 0);
    of("handle_digit_share", 0.4, "profile.handle_length", 10, "profile.handle_digits", 4);
    of("handle_randomness", 6.5, "profile.handle_surprise", 6.5);
    of("display_name_words", 1.0, "profile.display_name_words", 1);
    of("display_name_digit_share", 0.5, "profile.display_name_digit_share", 0.5);
    of("posts_count", 3.0, "profile.posts_count", 3L);
    of(
        "account_age_days",
        30.0,
        "profile.created_at",
        time("2026-10-01T20:00:00Z"),
        "profile.crawled_at",
        time("2026-10-31T01:00:00Z"));
    of("followings_per_day", -3.5, "growth.followings_per_day", -3.5);
    of("followings_churn", 1.5, "growth.followings_churn", 1.5);
    of("rate_below_expected", 0.25, "engagement.rate_vs_expected", 0.25);
    of("followers_no_picture", 0.75, "followers.no_picture", 30L, "followers.picture_known", 40L);
    of("followers_following_ratio", 20.0, "followers.following_ratio", 20.0);
    of("followers_without_posts", 0.5, "followers.no_posts", 20L, "followers.posts_known", 40L);
    of("followers_first_digits", 0.3, "followers.first_digits", 0.3);
    of("jump_followers_share", 0.4, "growth.jump_followers_share", 0.4);
    of(
        "jump_unanswered",
        0.3,
        "growth.jump_count",
        1,
        "growth.largest_gain_share",
        0.4,
        "growth.engagement_change",
        0.1);
    // Four times the followers at the end, twice from half to half, and engagement as it was.
    of("growth_unanswered", 2.0, "growth.growth_share", 3.0, "growth.engagement_trend", 0.0);
    of("gain_dispersion", 0.1, "growth.gain_dispersion", 0.1);
    of("even_run_days", 21.0, "growth.even_run_days", 21.0);
    of("gain_lost_again", 0.6, "growth.jump_count", 1, "growth.largest_gain_lost_again", 0.6);
    of("rate_above_expected", 4.0, "engagement.rate_vs_expected", 4.0);
    of(
        "rate_spread",
        0.5,
        "engagement.rate_public",
        0.02,
        "engagement.rate_public_p25",
        0.015,
        "engagement.rate_public_p75",
        0.025);
    of("comments_per_100_likes", 3.0, "engagement.comments_per_100_likes", 3.0);
    of("likes_per_view", 0.3, "engagement.likes_per_view", 0.3);
    of("likes_p10", 0.9, "engagement.likes_p10", 0.9);
    of("likes_elasticity", -0.1, "engagement.likes_elasticity", -0.1);
    of("comments_generic", 0.5, "activity.got", 20L, "activity.got_generic", 10L);
    of("comments_emoji_only", 0.25, "activity.got", 20L, "activity.got_emoji", 5L);
    of("comments_one_word", 0.1, "activity.got", 20L, "activity.got_one_word", 2L);
    of("comments_copied", 0.9, "activity.got", 20L, "activity.got_copied", 18L);
    of("commenters_per_comment", 0.2, "activity.got_comments", 20L, "activity.got_from", 4L);
    of("engagement_per_view", 0.5, "engagement.rate_view", 0.5);
    ofPosts("sponsored_share", 0.75, "is_sponsored", true, true, true, false, null);
    // Of reposts the labels are another's: one in two own posts is paid.
    extra(
        "reposts are left out",
        "sponsored_share",
        0.5,
        POSTS + "is_sponsored",
        Arrays.asList(true, false, true, true, true),
        POSTS + "repost_of",
        Arrays.asList(null, "", "7", "8", "9"));
    // Ten days after the last post, with a day from post to post.
    of(
        "silence",
        10.0,
        "engagement.day_end",
        time("2026-11-01T00:00:00Z"),
        "engagement.last_posted_at",
        time("2026-10-22T00:00:00Z"),
        "engagement.median_gap_hours",
        24.0);
    of("posts_per_day", 12.0, "profile.posts_per_day", 12.0);
    of("interval_spread", 1.5, "activity.interval_spread", 1.5);
    of("quiet_hours", 0.0, "activity.quiet_hours", 0.0);
    of("reaction_seconds", 5.0, "activity.delay_median", 5.0);
    of("reactions_within_minute", 0.5, "activity.fast", 10L, "activity.delays", 20L);
    of("actions_per_day", 300.0, "activity.per_day", 300.0);
    of("writes_generic", 0.5, "activity.wrote", 20L, "activity.wrote_generic", 10L);
    of("writes_emoji_only", 0.5, "activity.wrote", 20L, "activity.wrote_emoji", 10L);
    of("writes_one_word", 0.5, "activity.wrote", 20L, "activity.wrote_one_word", 10L);
    of("writes_mentions_only", 0.5, "activity.wrote", 20L, "activity.wrote_mentions", 10L);
    of("writes_words", 7.0, "activity.wrote", 20L, "activity.wrote_words", 140L);
    of("writes_repeats", 0.95, "activity.wrote", 20L, "activity.wrote_repeats", 19L);
    of("writes_copies", 0.5, "activity.wrote", 20L, "activity.wrote_copied", 10L);
    of("writes_links", 0.5, "activity.wrote", 20L, "activity.wrote_links", 10L);
    of("writes_promotion", 0.5, "activity.wrote", 20L, "activity.wrote_promotion", 10L);
    extra(
        "zero of nothing",
        "comments_generic",
        null,
        "activity.got",
        0L,
        "activity.got_generic",
        0L);
    extra(
        "zero of nothing", "writes_links", null, "activity.wrote", 0L, "activity.wrote_links", 0L);
    extra(
        "engagement grows as much from half to half",
        "growth_unanswered",
        1.0,
        "growth.growth_share",
        3.0,
        "growth.engagement_trend",
        1.0);
    extra(
        "engagement that vanishes counts as a hundredth",
        "growth_unanswered",
        100.0,
        "growth.growth_share",
        0.0,
        "growth.engagement_trend",
        -1.0);
    extra("engagement unknown", "growth_unanswered", null, "growth.growth_share", 1.0);
    extra("infinite", "posts_per_day", null, "profile.posts_per_day", Double.POSITIVE_INFINITY);
    extra("no number", "posts_per_day", null, "profile.posts_per_day", Double.NaN);
    extra("very large", "posts_per_day", 1e300, "profile.posts_per_day", 1e300);
    String ratio = "profile.follower_following_ratio";
    extra("a ratio stands in for counts", "following_ratio", 4.0, ratio, 0.25);
    extra("a ratio of zero", "following_ratio", 1e9, ratio, 0.0);
    extra("followers hidden", "following_ratio", null, "profile.followings", 7L);
    extra("no follower", "following_ratio", 7.0, "profile.followers", 0L, "profile.followings", 7L);
    extra(
        "a share stands in for digits",
        "handle_digit_share",
        0.3,
        "profile.handle_digit_share",
        0.3);
    extra(
        "without a jump nothing was gained in one", "jump_unanswered", 0.0, "growth.jump_count", 0);
    extra("without a jump nothing was lost of one", "gain_lost_again", 0.0, "growth.jump_count", 0);
    extra(
        "a jump beside unknown engagement",
        "jump_unanswered",
        null,
        "growth.jump_count",
        1,
        "growth.largest_gain_share",
        0.4);
    extra(
        "a fall of engagement adds nothing to a jump",
        "jump_unanswered",
        0.4,
        "growth.jump_count",
        1,
        "growth.largest_gain_share",
        0.4,
        "growth.engagement_change",
        -0.5);
  }

  /** Of posts that differ in one column the signal is what is expected. */
  private static void ofPosts(String signal, double expected, String column, Object... values) {
    CASES.add(new Case("known", signal, Map.of(POSTS + column, Arrays.asList(values)), expected));
  }

  private static void of(String signal, Object expected, Object... given) {
    extra("known", signal, expected, given);
  }

  private static void extra(String says, String signal, Object expected, Object... given) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (int i = 0; i < given.length; i += 2) {
      columns.put((String) given[i], given[i + 1]);
    }
    CASES.add(new Case(says, signal, columns, expected));
  }

  static List<Case> cases() {
    return CASES;
  }

  @BeforeAll
  static void measure() {
    List<Case> all = new ArrayList<>(CASES);
    all.add(NOTHING);
    Column[] signals =
        SignalTables.measured().stream().map(AccountSignals::raw).toArray(Column[]::new);
    Map<String, Row> shares = sharesOfPosts(all);
    List<Row> measured =
        spark()
            .createDataFrame(
                all.stream().map(known -> inputs(known, shares.get(known.toString()))).toList(),
                loose(INPUTS))
            .select(signals)
            .collectAsList();
    for (int i = 0; i < all.size(); i++) {
      MEASURED.put(all.get(i), measured.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWhatItSays(Case known) {
    Object value = MEASURED.get(known).getAs(known.signal());
    if (known.expected() instanceof Double number) {
      assertThat((Double) value).isCloseTo(number, within(1e-12 * Math.max(1, number)));
    } else {
      assertThat(value).isEqualTo(known.expected());
    }
  }

  @Test
  void everySignalHasACaseWhereItIsKnown() {
    assertThat(CASES.stream().filter(known -> known.says().equals("known")).map(Case::signal))
        .containsExactlyElementsOf(SignalTables.measured().stream().map(Signal::name).toList());
  }

  @Test
  void ofNothingNothingIsKnown() {
    for (Signal signal : SignalTables.measured()) {
      assertThat(MEASURED.get(NOTHING).<Object>getAs(signal.name())).as(signal.name()).isNull();
    }
  }

  private static StructType shares() {
    StructType shares = new StructType();
    for (Signal signal : SignalTables.measured()) {
      shares = signal.isShareOfPosts() ? shares.add(signal.name(), signal.type()) : shares;
    }
    return shares;
  }

  /** What is made of the posts that cases give, by case. */
  private static Map<String, Row> sharesOfPosts(List<Case> cases) {
    StructType schema = loose(SilverTables.POST.schema());
    List<Row> posts = new ArrayList<>();
    for (Case known : cases) {
      Map<String, List<?>> columns = new HashMap<>();
      known
          .given()
          .forEach(
              (column, values) -> {
                if (column.startsWith(POSTS)) {
                  columns.put(column.substring(POSTS.length()), (List<?>) values);
                }
              });
      int of = columns.values().stream().mapToInt(List::size).max().orElse(0);
      for (int i = 0; i < of; i++) {
        Object[] post = new Object[schema.length()];
        post[schema.fieldIndex("platform")] = "x";
        post[schema.fieldIndex("account_id")] = known.toString();
        for (Map.Entry<String, List<?>> column : columns.entrySet()) {
          post[schema.fieldIndex(column.getKey())] = column.getValue().get(i);
        }
        posts.add(RowFactory.create(post));
      }
    }
    return SharesOfPosts.of(spark().createDataFrame(posts, schema)).collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getAs("account_id"), row -> row));
  }

  /** Every given column is one of the inputs': a case with a slip of the pen would be empty. */
  private static Row inputs(Case known, Row shares) {
    Map<String, Object> left = new HashMap<>();
    known
        .given()
        .forEach(
            (column, value) -> {
              if (!column.startsWith(POSTS)) {
                left.put(column, value);
              }
            });
    if (shares != null) {
      for (String share : shares().fieldNames()) {
        left.put("posting." + share, shares.getAs(share));
      }
    }
    Object[] inputs =
        Arrays.stream(INPUTS.fields())
            .map(
                input ->
                    RowFactory.create(
                        Arrays.stream(((StructType) input.dataType()).fieldNames())
                            .map(field -> left.remove(input.name() + "." + field))
                            .toArray()))
            .toArray();
    assertThat(left).as("unknown columns").isEmpty();
    return RowFactory.create(inputs);
  }

  private static Timestamp time(String at) {
    return Timestamp.from(Instant.parse(at));
  }

  private static StructType with(StructType schema, String more) {
    return new StructType(
        Stream.of(schema.fields(), StructType.fromDDL(more).fields())
            .flatMap(Arrays::stream)
            .toArray(StructField[]::new));
  }

  /** The same columns, each of which may be null. */
  private static StructType loose(StructType schema) {
    StructType loose = new StructType();
    for (StructField field : schema.fields()) {
      loose =
          loose.add(
              field.name(),
              field.dataType() instanceof StructType nested ? loose(nested) : field.dataType());
    }
    return loose;
  }
}
