package io.assay.growth;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.GrowthTables;
import io.assay.contracts.SilverTables;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import io.assay.testing.OneDay;
import io.assay.testing.Rules;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** The whole stage on a few accounts, written down observation by observation. */
class GrowthJobTest {
  private static final LocalDate DAY = LocalDate.parse("2026-10-31");

  private static final Settings SETTINGS =
      SettingsLoader.load(
          List.of(), List.of("growth.min_posts_per_side=2", "engagement.window_days=31"));

  private static final StructType ACCOUNT =
      new StructType()
          .add("platform", DataTypes.StringType)
          .add("account_id", DataTypes.StringType)
          .add("handle", DataTypes.StringType)
          .add("follower_history", SilverTables.FOLLOWERS_SEEN)
          .add("following_history", SilverTables.FOLLOWINGS_SEEN)
          .add("as_of", DataTypes.DateType);

  private static final StructType POST =
      new StructType()
          .add("platform", DataTypes.StringType)
          .add("account_id", DataTypes.StringType)
          .add("posted_at", DataTypes.TimestampType)
          .add("crawled_at", DataTypes.TimestampType)
          .add("likes", DataTypes.LongType)
          .add("comments", DataTypes.LongType)
          .add("repost_of", DataTypes.StringType)
          .add("known_at", SilverTables.TIMES_BY_COLUMN)
          .add("as_of", DataTypes.DateType);

  private static final List<Row> ACCOUNTS = new ArrayList<>();
  private static final List<Row> POSTS = new ArrayList<>();
  private static Map<String, Row> grown;

  @BeforeAll
  static void write() {
    account("buys", 1, 1000, 6, 1000, 11, 1000, 16, 1400, 21, 1400, 26, 1300, 31, 1300);
    post("buys", "2026-10-09T12:00:00Z", 50L, 5L);
    post("buys", "2026-10-10T12:00:00Z", 70L, 5L);
    post("buys", "2026-10-18T12:00:00Z", 40L, 5L);
    post("buys", "2026-10-19T12:00:00Z", 80L, 5L);
    // Likes hidden, comments hidden, too fresh, before the window: none of them counts.
    post("buys", "2026-10-17T12:00:00Z", null, 900L);
    post("buys", "2026-10-17T12:00:00Z", 900L, null);
    post("buys", "2026-10-30T12:00:01Z", 900L, 0L);
    post("buys", "2026-09-30T23:59:59Z", 900L, 0L);
    // Nor what another one's post earned, before the gain or after it.
    repost("star", "buys", "2026-10-08T12:00:00Z", 90_000L);
    repost("star", "buys", "2026-10-18T12:00:00Z", 90_000L);
    repost("star", "buys", "2026-10-18T13:00:00Z", 90_000L);
    // Last shown before it settled: what a later sight hides is not what the post came to.
    post("buys", "2026-10-17T12:00:00Z", 900L, 0L, null, "2026-10-18T11:59:59Z");
    account("shrinks", 1, 1000, 11, 990, 21, 980, 31, 970);
    account("drips", 1, 500, 3, 510, 5, 520, 7, 530, 9, 540, 11, 550, 13, 560, 15, 570);
    account("starts", 1, 0, 8, 0, 15, 0, 22, 600, 29, 600);
    account("once", 31, 77);
    account("hidden");
    account("nulls", 1, null, 2, 5, 3, null, 4, 6);
    account("brief", 26, 10, 28, 11, 30, 12, 31, 13);
    account("broken", 1, 629000, 5, 629120, 9, 629240, 13, 63000, 17, 629480, 21, 629600, 31, 0);
    // Known as an author only: nothing was seen of its followers.
    post("author", "2026-10-18T12:00:00Z", 40L, 5L);
    grown =
        run(1).stream().collect(Collectors.toMap(r -> r.getAs("account_id"), Function.identity()));
  }

  private static void account(String id, Object... dayAndFollowers) {
    List<Row> seen = new ArrayList<>();
    for (int i = 0; i < dayAndFollowers.length; i += 2) {
      Integer count = (Integer) dayAndFollowers[i + 1];
      Instant day =
          DAY.withDayOfMonth((int) dayAndFollowers[i]).atTime(12, 0).toInstant(ZoneOffset.UTC);
      seen.add(RowFactory.create(Timestamp.from(day), count == null ? null : count.longValue()));
    }
    // Accounts follow as many as follow them, but for one that shows no history and one nothing.
    Object history = id.equals("hidden") ? null : CollectionConverters.asScala(seen).toSeq();
    ACCOUNTS.add(
        RowFactory.create(
            "ig", id, "@" + id, history, id.equals("once") ? null : history, Date.valueOf(DAY)));
  }

  private static void post(String account, String postedAt, Long likes, Long comments) {
    // An empty text names no other post.
    post(account, postedAt, likes, comments, account.equals("buys") ? "" : null, null);
  }

  private static void repost(String of, String account, String postedAt, Long likes) {
    post(account, postedAt, likes, 0L, of, null);
  }

  private static void post(
      String account,
      String postedAt,
      Long likes,
      Long comments,
      String repostOf,
      String likesShown) {
    Map<String, Timestamp> shown =
        likesShown == null ? null : Map.of("likes", Timestamp.from(Instant.parse(likesShown)));
    POSTS.add(
        RowFactory.create(
            "ig",
            account,
            Timestamp.from(Instant.parse(postedAt)),
            Timestamp.from(Instant.parse("2026-10-31T12:00:00Z")),
            likes,
            comments,
            repostOf,
            shown == null ? null : CollectionConverters.asScala(shown),
            Date.valueOf(DAY)));
  }

  /** What is published, in the types of the table; its rules hold. */
  private static List<Row> run(int partitions) {
    List<Row> published = new ArrayList<>();
    new OneDay(
            table ->
                spark()
                    .createDataFrame(
                        table.name().equals("post") ? POSTS : ACCOUNTS,
                        table.name().equals("post") ? POST : ACCOUNT)
                    .repartition(partitions),
            (table, rows) -> {
              assertThat(table).isEqualTo(GrowthTables.ACCOUNT_GROWTH);
              published.addAll(Rules.obeyed(table, rows));
              published.sort(Comparator.comparing(row -> row.<String>getAs("account_id")));
            })
        .run(GrowthJob.JOB, SETTINGS, DAY);
    return published;
  }

  private static Object of(String account, String column) {
    return grown.get(account).getAs(column);
  }

  @AfterEach
  void restore() {
    spark().conf().set("spark.sql.adaptive.enabled", false);
    spark().conf().set("spark.sql.shuffle.partitions", 2);
    spark().conf().set("spark.sql.datetime.java8API.enabled", false);
  }

  @Test
  void everyAccountHasOneRow() {
    assertThat(grown)
        .containsOnlyKeys(
            "buys", "shrinks", "drips", "starts", "once", "hidden", "nulls", "brief", "broken");
  }

  @Test
  void aPurchaseShowsAsAJumpWithoutEngagementThatIsPartlyLostAgain() {
    assertThat(of("buys", "growth")).isEqualTo(300L);
    assertThat(of("buys", "growth_share")).isEqualTo(0.3);
    assertThat(of("buys", "growth_per_day")).isEqualTo(10.0);
    assertThat(of("buys", "growth_per_day_median")).isEqualTo(0.0);
    assertThat(of("buys", "jump_count")).isEqualTo(1);
    Row jump = grown.get("buys").<Row>getList(grown.get("buys").fieldIndex("jumps")).get(0);
    assertThat(instant(jump.getAs("from"))).isEqualTo("2026-10-11T12:00:00Z");
    assertThat(instant(jump.getAs("to"))).isEqualTo("2026-10-16T12:00:00Z");
    assertThat(jump.<Long>getAs("followers_before")).isEqualTo(1000);
    assertThat(jump.<Long>getAs("followers_after")).isEqualTo(1400);
    assertThat(jump.<Long>getAs("change")).isEqualTo(400);
    assertThat(jump.<Double>getAs("change_share")).isEqualTo(0.4);
    assertThat(jump.<Double>getAs("change_per_day")).isEqualTo(80);
    // The scale is the noise of 0.2 % a day, since the account usually stays as it is.
    assertThat(jump.<Double>getAs("score")).isCloseTo(Math.log(1.4) / 5 / 0.002, within(1e-9));
    assertThat(of("buys", "largest_gain")).isEqualTo(400L);
    assertThat(of("buys", "largest_gain_share")).isEqualTo(0.4);
    assertThat(instant(of("buys", "largest_gain_from"))).isEqualTo("2026-10-11T12:00:00Z");
    assertThat(of("buys", "largest_gain_times_typical")).isNull();
    assertThat(of("buys", "largest_gain_lost_again")).isEqualTo(0.25);
    assertThat(of("buys", "drop_count")).isEqualTo(1);
    assertThat(of("buys", "largest_loss")).isEqualTo(100L);
    assertThat(of("buys", "largest_loss_per_day")).isEqualTo(20.0);
    assertThat(of("buys", "posts_before")).isEqualTo(2);
    assertThat(of("buys", "posts_after")).isEqualTo(2);
    assertThat(of("buys", "engagement_before")).isEqualTo(65.0);
    assertThat(of("buys", "engagement_after")).isEqualTo(65.0);
    assertThat(of("buys", "engagement_change")).isEqualTo(0.0);
    assertThat(of("buys", "engagement_per_follower_change")).isEqualTo(1000.0 / 1400 - 1);
  }

  @Test
  void aShrinkingAccountHasNoGainToSpeakOf() {
    assertThat(of("shrinks", "growth_share")).isEqualTo(-0.03);
    assertThat(of("shrinks", "largest_gain")).isNull();
    assertThat(of("shrinks", "largest_gain_lost_again")).isNull();
    assertThat(of("shrinks", "jump_count")).isEqualTo(0);
    assertThat(of("shrinks", "largest_loss")).isEqualTo(10L);
    assertThat(of("shrinks", "largest_loss_times_typical")).isEqualTo(1.0);
    assertThat(of("shrinks", "drop_count")).isEqualTo(0);
    assertThat(of("shrinks", "engagement_reason")).isEqualTo("no gain");
    assertThat(of("shrinks", "posts_before")).isNull();
    assertThat(of("shrinks", "evenness_reason")).isEqualTo("3 steps, 7 needed");
  }

  @Test
  void aDripIsEven() {
    assertThat(of("drips", "gain_steps_share")).isEqualTo(1.0);
    assertThat(of("drips", "gain_cv")).isEqualTo(0.0);
    assertThat(of("drips", "gain_dispersion")).isEqualTo(0.0);
    assertThat(of("drips", "even_run_steps")).isEqualTo(7);
    assertThat(of("drips", "even_run_days")).isEqualTo(14.0);
    assertThat(of("drips", "even_run_per_day")).isEqualTo(5.0);
    assertThat(of("drips", "jump_count")).isEqualTo(0);
    assertThat(of("drips", "largest_gain_times_typical")).isEqualTo(1.0);
    assertThat(of("drips", "engagement_reason"))
        .isEqualTo("0 posts before the largest gain, 2 needed");
  }

  @Test
  void sightsThatNoOtherBearsOutAreListedAndNotUsed() {
    List<Row> aside =
        grown.get("broken").getList(grown.get("broken").fieldIndex("sights_set_aside"));
    assertThat(aside)
        .extracting(
            sight -> instant(sight.getAs("seen_at")),
            sight -> sight.getAs("followers"),
            sight -> sight.getAs("reason"))
        .containsExactly(
            tuple("2026-10-13T12:00:00Z", 63000L, "the next sight undoes it"),
            tuple("2026-10-31T12:00:00Z", 0L, "the last, which waits for the next sight"));
    assertThat(of("broken", "observations")).isEqualTo(5);
    assertThat(of("broken", "observations_left_out")).isEqualTo(0);
    assertThat(of("broken", "followers_last")).isEqualTo(629600L);
    assertThat(of("broken", "jump_count")).isEqualTo(0);
    assertThat(of("broken", "drop_count")).isEqualTo(0);
    assertThat(of("broken", "largest_gain")).isEqualTo(240L);
    assertThat(of("broken", "jump_followers_share")).isEqualTo(0.0);
    for (String account : List.of("buys", "once", "hidden", "nulls")) {
      assertThat(grown.get(account).getList(grown.get(account).fieldIndex("sights_set_aside")))
          .isEmpty();
    }
  }

  @Test
  void sharesOfNothingAreNull() {
    assertThat(of("starts", "growth")).isEqualTo(600L);
    assertThat(of("starts", "growth_share")).isNull();
    assertThat(of("starts", "largest_gain_share")).isNull();
    assertThat(of("starts", "jump_count")).isEqualTo(1);
    assertThat(of("starts", "jump_followers_share")).isEqualTo(1.0);
    assertThat(of("starts", "largest_gain_lost_again")).isEqualTo(0.0);
  }

  @Test
  void whoCannotBeAssessedSaysWhy() {
    assertThat(of("once", "not_assessable_reason")).isEqualTo("1 observation, 4 needed");
    assertThat(of("once", "followers_last")).isEqualTo(77L);
    assertThat(of("once", "longest_gap_days")).isNull();
    assertThat(of("hidden", "not_assessable_reason")).isEqualTo("followers never shown");
    assertThat(of("hidden", "followers_last")).isNull();
    assertThat(of("nulls", "not_assessable_reason")).isEqualTo("2 observations, 4 needed");
    assertThat(of("nulls", "observations_left_out")).isEqualTo(2);
    assertThat(of("brief", "not_assessable_reason")).isEqualTo("5 days observed, 7 needed");
    for (String account : List.of("once", "hidden", "nulls", "brief")) {
      Row row = grown.get(account);
      int end = row.fieldIndex("followings_observations");
      for (int i = row.fieldIndex("not_assessable_reason") + 1; i < end; i++) {
        assertThat(row.get(i)).as(account + " " + row.schema().fieldNames()[i]).isNull();
      }
    }
    assertThat(of("buys", "not_assessable_reason")).isNull();
  }

  @Test
  void howFollowingsChangeIsToldByItself() {
    // Up 400 and down 100, of which 300 remain; four of six steps are still.
    assertThat(of("buys", "followings_observations")).isEqualTo(7);
    assertThat((Double) of("buys", "followings_churn")).isCloseTo(200 / 1400.0, within(1e-12));
    assertThat(of("buys", "followings_per_day")).isEqualTo(0.0);
    assertThat(of("drips", "followings_per_day")).isEqualTo(5.0);
    assertThat(of("drips", "followings_reason")).isNull();
    // Too briefly observed for its growth, but not for what it follows.
    assertThat(of("brief", "followings_per_day")).isEqualTo(0.5);
    assertThat(of("once", "followings_reason")).isEqualTo("followings never shown");
    assertThat(of("hidden", "followings_reason")).isEqualTo("followings never shown");
    assertThat(of("nulls", "followings_reason"))
        .isEqualTo("2 observations of followings, 3 needed");
    assertThat(of("nulls", "followings_churn")).isNull();
  }

  @Test
  void orderPartitionsAndSettingsOfSparkChangeNothing() {
    List<String> one = texts(run(1));
    Collections.shuffle(ACCOUNTS, new Random(5));
    Collections.shuffle(POSTS, new Random(5));
    spark().conf().set("spark.sql.adaptive.enabled", true);
    spark().conf().set("spark.sql.shuffle.partitions", 3);
    assertThat(texts(run(5))).isEqualTo(one);
    // With the other class for times the same rows print their times otherwise.
    spark().conf().set("spark.sql.datetime.java8API.enabled", true);
    assertThat(run(2)).hasSameSizeAs(one);
  }

  private static String instant(Object timestamp) {
    return ((Timestamp) timestamp).toInstant().toString();
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().map(Row::toString).toList();
  }
}
