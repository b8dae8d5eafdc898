package io.assay.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.job.BelievedSights;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccountEngagementTest {
  private static final Settings SETTINGS =
      SettingsLoader.load(
          List.of(), List.of("engagement.window_days=30", "engagement.min_posts=2"));

  private static Silver silver;
  private static Map<String, Row> measured;

  @BeforeAll
  static void measure() {
    silver = new Silver();
    // 1000 followers throughout; rates .011, .022, .033, .044 and a reel.
    silver.account("ig", "plain", 1000L, "2026-10-01", 1000);
    silver.post("ig", "plain", "2026-10-01", "image", 10, 1, null, 5, null);
    silver.post("ig", "plain", "2026-10-02", "image", 20, 2, null, 5, 0);
    silver.post("ig", "plain", "2026-10-04", "image", 30, 3, null, 5, 100);
    silver.post("ig", "plain", "2026-10-08", "video", 40, 4, null, null, 100);
    // One post hides likes, one is too fresh by a second, one just settled, two are out of the
    // window.
    silver.account("ig", "edges", 100L);
    silver.post("ig", "edges", "2026-10-20", null, null, 1);
    silver.post("ig", "edges", "2026-10-30T12:00:01Z", "image", 9, 9, 9, 9, 9);
    silver.post("ig", "edges", "2026-10-30T12:00:00Z", "gif", 1, 1, null, 1);
    silver.post("ig", "edges", "2026-10-02T00:00:00Z", "image", 3, 1, null, 1);
    silver.post("ig", "edges", "2026-10-01T23:59:59Z", "image", 5, 1, null, 1);
    silver.post("ig", "edges", "2026-09-01T00:00:00Z", "image", 5, 1, null, 1);
    // Followers grow from 100 to 300: a post halfway takes the earlier, one later the nearer.
    silver.account("ig", "grows", 300L, "2026-10-10", 100, "2026-10-20", 300);
    silver.post("ig", "grows", "2026-10-15", "image", 6, 0, null, 0);
    silver.post("ig", "grows", "2026-10-15T12:00:01Z", "image", 6, 0, null, 0);
    silver.account("ig", "empty", 0L, "2026-10-10", 0);
    silver.post("ig", "empty", "2026-10-15", "image", 6, 0, null, 0, 60);
    silver.post("ig", "empty", "2026-10-16", "image", 6, 0, null, 0, 20);
    silver.post("ig", "author", "2026-10-15", "image", 6, 0, null, 0, 60);
    silver.post("ig", "author", "2026-10-16", "image", 6, 0, null, 0, 60);
    silver.account("ig", "silent", 7L);
    silver.account("ig", "hides", 7L);
    silver.post("ig", "hides", "2026-10-15", "image", null, 1, null, 0);
    silver.post("ig", "hides", "2026-10-16", "image", null, 1, null, 0);
    silver.post("ig", "talks", "2026-10-15", "image", 0, 6, null, 0);
    silver.post("ig", "talks", "2026-10-16", "image", 0, 4, null, 0);
    silver.account("ig", "latest", null, "2026-10-10", 50);
    silver.post("ig", "latest", "2026-10-15", "image", 1, 0, null, 0);
    silver.post("ig", "latest", "2026-10-17", "image", 2, 0, null, 0);
    // A tenth was read once in between, and once at the end.
    silver.account(
        "ig",
        "misread",
        63_000L,
        "2026-10-01",
        629_000,
        "2026-10-05",
        629_120,
        "2026-10-10",
        63_000,
        "2026-10-15",
        629_240,
        "2026-10-20",
        629_360,
        "2026-10-30",
        63_000);
    silver.post("ig", "misread", "2026-10-10", "image", 62_912, 0);
    silver.post("ig", "misread", "2026-10-29", "image", 62_936, 0);
    // Likes that were last shown an hour after publication, a second too early, and just in time.
    silver.account("ig", "thin", 100L);
    silver.post("ig", "thin", "2026-10-20", "image", 1, 9);
    silver.lastShown("likes", "2026-10-20T13:00:00Z");
    silver.post("ig", "thin", "2026-10-20", "image", 1, 9);
    silver.lastShown("likes", "2026-10-21T11:59:59Z");
    silver.post("ig", "thin", "2026-10-20", "image", 11, 9);
    silver.lastShown("likes", "2026-10-21T12:00:00Z");
    silver.post("ig", "thin", "2026-10-20", "image", 21, 9);
    silver.lastShown("views", "2026-10-20T13:00:00Z");
    silver.account("tt", "plain", 10L);
    silver.post("tt", "plain", "2026-10-15", "video", 1, 0, 1, 5, 4);
    silver.post("tt", "plain", "2026-10-16", "video", 1, 0, 1, null, 4);
    silver.post("tt", "plain", "2026-10-17", "video", 1, 0, 2, null, 4);
    measured = measured(Long.MAX_VALUE);
  }

  private static Map<String, Row> measured(long mostCounts) {
    return AccountEngagement.measure(
            silver.posts(),
            silver.accounts(),
            Silver.DAY,
            SETTINGS.engagement(),
            BelievedSights.limits(SETTINGS.growth()),
            3,
            mostCounts)
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(r -> r.getString(0) + "/" + r.getString(1), Function.identity()));
  }

  private static Object of(String account, String column) {
    return measured.get(account).getAs(column);
  }

  @Test
  void everyAccountAndEveryAuthorHasOneRow() {
    assertThat(measured)
        .containsOnlyKeys(
            "ig/plain",
            "ig/edges",
            "ig/grows",
            "ig/empty",
            "ig/author",
            "ig/silent",
            "ig/talks",
            "ig/hides",
            "ig/latest",
            "ig/misread",
            "ig/thin",
            "tt/plain");
    assertThat(of("ig/plain", "handle")).isEqualTo("@plain");
  }

  @Test
  void medianAndQuartilesOfTheRate() {
    // The first post is out of the 30 days.
    assertThat(of("ig/plain", "rate_public")).isEqualTo(0.033);
    assertThat(of("ig/plain", "rate_public_p25")).isEqualTo(0.0275);
    assertThat(of("ig/plain", "rate_public_p75")).isEqualTo(0.0385);
    assertThat(of("ig/plain", "rate_public_low")).isNull();
    assertThat(of("ig/plain", "not_assessable_reason")).isNull();
  }

  @Test
  void totalsHoldWhatThePlatformShowsAndPostsWithoutItHaveNone() {
    // ig shows saves on most posts, tt shares; the one stray value of the other decides nothing.
    assertThat(of("ig/plain", "total_counters").toString()).contains("likes, comments, saves");
    assertThat(of("ig/plain", "rate_total")).isEqualTo((0.027 + 0.038) / 2);
    assertThat(of("tt/plain", "total_counters").toString()).contains("likes, comments, shares");
    assertThat(of("tt/plain", "rate_total")).isEqualTo(0.2);
    assertThat(of("tt/plain", "rate_view")).isEqualTo(0.5);
  }

  @Test
  void whatPlatformsShowIsTheSameCountedBefore() {
    assertThat(measured(0)).isEqualTo(measured);
  }

  @Test
  void noViewsIsNoRate() {
    // Of three counted posts one has 0 views and one hides saves: one rate is not enough.
    assertThat(of("ig/plain", "rate_view")).isNull();
  }

  @Test
  void mediaTypesStandApartAndNeedTheirPosts() {
    assertThat(of("ig/plain", "media").toString())
        .contains("[image,2,0.0275,0.0325,null]", "[video,1,null,null,null]");
    assertThat(of("ig/edges", "media").toString())
        .contains("[image,1,null,null,null], [other,1,null,null,null], [unknown,1,null,null,null]");
  }

  @Test
  void windowAndSettlingAreExactToTheSecond() {
    assertThat(of("ig/edges", "posts_seen")).isEqualTo(4L);
    assertThat(of("ig/edges", "posts_unsettled")).isEqualTo(1L);
    assertThat(of("ig/edges", "posts_counted")).isEqualTo(3L);
    assertThat(of("ig/edges", "posts_hidden_likes")).isEqualTo(1L);
    assertThat(of("ig/edges", "rate_public")).isEqualTo(0.03);
    assertThat(of("ig/edges", "hidden_counters").toString()).contains("(shares, views)");
  }

  @Test
  void followersAreThoseNearestInTimeOfTwoAsNearTheEarlier() {
    // 6 / 100 and 6 / 300.
    assertThat(of("ig/grows", "rate_public")).isEqualTo(0.04);
    assertThat(of("ig/latest", "followers")).isEqualTo(50L);
    assertThat(of("ig/latest", "rate_public")).isEqualTo(0.03);
  }

  @Test
  void followersOfASightThatNoOtherBearsOutAreNotBelieved() {
    // The nearest sights of both posts are those that were misread: 62912 / 63000 is nobody's rate.
    assertThat(of("ig/misread", "rate_public")).isEqualTo(0.1);
    assertThat(of("ig/misread", "followers")).isEqualTo(629_360L);
  }

  @Test
  void aCounterThatWasLastShownBeforeThePostSettledIsHidden() {
    assertThat(of("ig/thin", "posts_counted")).isEqualTo(4L);
    assertThat(of("ig/thin", "posts_hidden_likes")).isEqualTo(2L);
    // 20 and 30 of 100.
    assertThat(of("ig/thin", "rate_public")).isEqualTo(0.25);
  }

  @Test
  void whoCannotBeAssessedSaysWhy() {
    assertThat(of("ig/silent", "not_assessable_reason")).isEqualTo("no posts in the window");
    assertThat(of("ig/empty", "not_assessable_reason")).isEqualTo("no followers");
    assertThat(of("ig/empty", "rate_public")).isNull();
    assertThat(of("ig/empty", "rate_view")).isEqualTo(0.2);
    assertThat(of("ig/author", "not_assessable_reason")).isEqualTo("followers unknown");
    assertThat(of("ig/author", "rate_view")).isEqualTo(0.1);
    assertThat(of("ig/hides", "not_assessable_reason")).isEqualTo("likes hidden");
  }

  @Test
  void commentsAndCadence() {
    assertThat(of("ig/plain", "comments_per_100_likes")).isEqualTo(10.0);
    // 3 posts in 6 days: two intervals over one week; gaps of 2 and 4 days.
    assertThat(of("ig/plain", "posts_per_week")).isEqualTo(2.0);
    assertThat(of("ig/plain", "median_gap_hours")).isEqualTo(72.0);
    assertThat(of("ig/plain", "last_posted_at")).hasToString("2026-10-08 17:30:00.0");
    assertThat(of("ig/silent", "posts_per_week")).isNull();
    assertThat(of("ig/hides", "comments_per_100_likes")).isNull();
    assertThat(of("ig/talks", "comments_per_100_likes")).isEqualTo(1000.0);
  }
}
