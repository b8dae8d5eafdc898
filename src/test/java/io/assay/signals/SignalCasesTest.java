package io.assay.signals;

import static io.assay.testing.SparkFixture.spark;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.GoldTables;
import io.assay.contracts.GrowthTables;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every signal has a case whose answer a person can check. */
class SignalCasesTest {

  /** Columns of the inputs as SQL, by qualified name, and what the signal is then. */
  record Case(Map<String, String> given, Object expected) {}

  private static final Map<String, Case> CASES = new LinkedHashMap<>();

  static {
    of("following_ratio", 8.0, "profile.followers", "100L", "profile.followings", "800L");
    of("followings", 800.0, "profile.followings", "800L");
    of("follower_count", 100.0, "profile.followers", "100L");
    of("no_picture", true, "profile.has_picture", "false");
    of("bio_length", 0.0, "profile.bio_length", "0");
    of("handle_digit_share", 0.4, "profile.handle_length", "10", "profile.handle_digits", "4");
    of("handle_randomness", 6.5, "profile.handle_surprise", "6.5D");
    of("display_name_words", 1.0, "profile.display_name_words", "1");
    of("display_name_digit_share", 0.5, "profile.display_name_digit_share", "0.5D");
    of("posts_count", 3.0, "profile.posts_count", "3L");
    of(
        "account_age_days",
        30.0,
        "profile.created_at",
        "TIMESTAMP'2026-10-01 20:00:00'",
        "profile.crawled_at",
        "TIMESTAMP'2026-10-31 01:00:00'");
    of("rate_below_expected", 0.25, "engagement.rate_vs_expected", "0.25D");
    of(
        "followers_no_picture",
        0.75,
        "followers.no_picture",
        "30L",
        "followers.picture_known",
        "40L");
    of("followers_following_ratio", 20.0, "followers.following_ratio", "20D");
    of("followers_without_posts", 0.5, "followers.no_posts", "20L", "followers.posts_known", "40L");
    of("followers_first_digits", 0.3, "followers.first_digits", "0.3D");
    of("jump_followers_share", 0.4, "growth.jump_followers_share", "0.4D");
    of(
        "jump_unanswered",
        0.3,
        "growth.jump_count",
        "1",
        "growth.largest_gain_share",
        "0.4D",
        "growth.engagement_change",
        "0.1D");
    // Four times the followers at the end, twice from half to half, and engagement as it was.
    of("growth_unanswered", 2.0, "growth.growth_share", "3D", "growth.engagement_trend", "0D");
    of("gain_dispersion", 0.1, "growth.gain_dispersion", "0.1D");
    of("even_run_days", 21.0, "growth.even_run_days", "21D");
    of("gain_lost_again", 0.6, "growth.jump_count", "1", "growth.largest_gain_lost_again", "0.6D");
    of("rate_above_expected", 4.0, "engagement.rate_vs_expected", "4D");
    of(
        "rate_spread",
        0.5,
        "engagement.rate_public",
        "0.02D",
        "engagement.rate_public_p25",
        "0.015D",
        "engagement.rate_public_p75",
        "0.025D");
    of("comments_per_100_likes", 3.0, "engagement.comments_per_100_likes", "3D");
    of("engagement_per_view", 0.5, "engagement.rate_view", "0.5D");
    of("comments_generic", 0.5, "activity.got", "20L", "activity.got_generic", "10L");
    of("comments_emoji_only", 0.25, "activity.got", "20L", "activity.got_emoji", "5L");
    of("comments_one_word", 0.1, "activity.got", "20L", "activity.got_one_word", "2L");
    of("comments_copied", 0.9, "activity.got", "20L", "activity.got_copied", "18L");
    of("commenters_per_comment", 0.2, "activity.got_comments", "20L", "activity.got_from", "4L");
    of("sponsored_share", 0.3, "posting.sponsored", "3L", "posting.label_known", "10L");
    // Ten days after the last post, with a day from post to post.
    of(
        "silence",
        10.0,
        "engagement.day_end",
        "TIMESTAMP'2026-11-01 00:00:00'",
        "engagement.last_posted_at",
        "TIMESTAMP'2026-10-22 00:00:00'",
        "engagement.median_gap_hours",
        "24D");
    of("posts_per_day", 12.0, "profile.posts_per_day", "12D");
    of("interval_spread", 1.5, "activity.interval_spread", "1.5D");
    of("quiet_hours", 0.0, "activity.quiet_hours", "0D");
    of("reaction_seconds", 5.0, "activity.delay_median", "5D");
    of("reactions_within_minute", 0.5, "activity.fast", "10L", "activity.delays", "20L");
    of("actions_per_day", 300.0, "activity.per_day", "300D");
    of("writes_generic", 0.5, "activity.wrote", "20L", "activity.wrote_generic", "10L");
    of("writes_emoji_only", 0.5, "activity.wrote", "20L", "activity.wrote_emoji", "10L");
    of("writes_one_word", 0.5, "activity.wrote", "20L", "activity.wrote_one_word", "10L");
    of("writes_mentions_only", 0.5, "activity.wrote", "20L", "activity.wrote_mentions", "10L");
    of("writes_words", 7.0, "activity.wrote", "20L", "activity.wrote_words", "140L");
    of("writes_repeats", 0.95, "activity.wrote", "20L", "activity.wrote_repeats", "19L");
    of("writes_copies", 0.5, "activity.wrote", "20L", "activity.wrote_copied", "10L");
    of("writes_links", 0.5, "activity.wrote", "20L", "activity.wrote_links", "10L");
    of("writes_promotion", 0.5, "activity.wrote", "20L", "activity.wrote_promotion", "10L");
  }

  private static void of(String signal, Object expected, String... given) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < given.length; i += 2) {
      columns.put(given[i], given[i + 1]);
    }
    CASES.put(signal, new Case(columns, expected));
  }

  static List<Signal> signals() {
    return Signals.ALL;
  }

  @ParameterizedTest
  @MethodSource("signals")
  void isWhatItSays(Signal signal) {
    Case known = CASES.get(signal.name());
    assertThat(known).as("add a case for " + signal.name()).isNotNull();
    Object value = value(signal, known.given());
    if (known.expected() instanceof Double number) {
      assertThat((Double) value).isCloseTo(number, within(1e-12));
    } else {
      assertThat(value).isEqualTo(known.expected());
    }
    assertThat(value(signal, Map.of())).as("nothing known").isNull();
  }

  @Test
  void zeroOfNothingIsUnknown() {
    assertThat(value("comments_generic", "activity.got", "0L", "activity.got_generic", "0L"))
        .isNull();
    assertThat(value("writes_links", "activity.wrote", "0L", "activity.wrote_links", "0L"))
        .isNull();
  }

  @Test
  void growthIsAnsweredWhereEngagementGrowsAsMuchFromHalfToHalf() {
    assertThat(
            value(
                "growth_unanswered", "growth.growth_share", "3D", "growth.engagement_trend", "1D"))
        .isEqualTo(1.0);
  }

  @Test
  void engagementThatVanishesCountsAsAHundredth() {
    assertThat(
            value(
                "growth_unanswered", "growth.growth_share", "0D", "growth.engagement_trend", "-1D"))
        .isEqualTo(100.0);
    assertThat(value("growth_unanswered", "growth.growth_share", "1D")).isNull();
  }

  @Test
  void infinitiesAndNoNumbersAreUnknown() {
    assertThat(value("posts_per_day", "profile.posts_per_day", "double('Infinity')")).isNull();
    assertThat(value("posts_per_day", "profile.posts_per_day", "double('NaN')")).isNull();
    assertThat(value("posts_per_day", "profile.posts_per_day", "1e300D")).isEqualTo(1e300);
  }

  @Test
  void ratiosThatAreGivenStandInForCounts() {
    assertThat(value("following_ratio", "profile.follower_following_ratio", "0.25D"))
        .isEqualTo(4.0);
    assertThat((Double) value("following_ratio", "profile.follower_following_ratio", "0D"))
        .isCloseTo(1e9, within(1e-3));
    assertThat(value("following_ratio", "profile.followings", "7L")).isNull();
    assertThat(value("following_ratio", "profile.followers", "0L", "profile.followings", "7L"))
        .isEqualTo(7.0);
    assertThat(value("handle_digit_share", "profile.handle_digit_share", "0.3D")).isEqualTo(0.3);
  }

  @Test
  void withoutAJumpNothingWasGainedOrLostInOne() {
    assertThat(value("jump_unanswered", "growth.jump_count", "0")).isEqualTo(0.0);
    assertThat(value("gain_lost_again", "growth.jump_count", "0")).isEqualTo(0.0);
  }

  @Test
  void aJumpBesideUnknownEngagementIsUnknown() {
    assertThat(
            value("jump_unanswered", "growth.jump_count", "1", "growth.largest_gain_share", "0.4D"))
        .isNull();
  }

  @Test
  void aFallOfEngagementAddsNothingToAJump() {
    assertThat(
            value(
                "jump_unanswered",
                "growth.jump_count",
                "1",
                "growth.largest_gain_share",
                "0.4D",
                "growth.engagement_change",
                "-0.5D"))
        .isEqualTo(0.4);
  }

  private static Object value(String name, String... given) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < given.length; i += 2) {
      columns.put(given[i], given[i + 1]);
    }
    Signal signal =
        Signals.ALL.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    return value(signal, columns);
  }

  private static Object value(Signal signal, Map<String, String> given) {
    Dataset<Row> row =
        input("profile", SilverTables.ACCOUNT, "handle_surprise DOUBLE", given)
            .crossJoin(
                input("engagement", GoldTables.ACCOUNT_ENGAGEMENT, "day_end TIMESTAMP", given))
            .crossJoin(input("growth", GrowthTables.ACCOUNT_GROWTH, "", given))
            .crossJoin(
                input(
                    "followers",
                    null,
                    "sampled BIGINT, picture_known BIGINT, no_picture BIGINT, posts_known BIGINT,"
                        + " no_posts BIGINT, following_ratio DOUBLE, first_digits DOUBLE",
                    given))
            .crossJoin(input("posting", null, "label_known BIGINT, sponsored BIGINT", given))
            .crossJoin(input("activity", null, ActivityRow.SCHEMA.toDDL(), given));
    return row.select(AccountSignals.raw(signal)).head().get(0);
  }

  /** One row of an input, all null but what is given. */
  private static Dataset<Row> input(
      String name, Table table, String more, Map<String, String> given) {
    StructType schema = table == null ? new StructType() : table.schema();
    for (StructField field : StructType.fromDDL(more.isEmpty() ? "x INT" : more).fields()) {
      schema = schema.add(field);
    }
    Column[] columns =
        java.util.Arrays.stream(schema.fields())
            .map(
                f ->
                    expr(given.getOrDefault(name + "." + f.name(), "NULL"))
                        .cast(f.dataType())
                        .as(f.name()))
            .toArray(Column[]::new);
    return spark().range(1).select(columns).as(name);
  }
}
