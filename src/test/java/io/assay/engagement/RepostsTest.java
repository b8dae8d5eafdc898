package io.assay.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.job.BelievedSights;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Reposts are not the reposter's work. */
class RepostsTest {
  private static final String[] DAYS = {
    "2026-10-10", "2026-10-12", "2026-10-14", "2026-10-16", "2026-10-18", "2026-10-20"
  };

  private static Map<String, Row> measured(Silver silver, String... assignments) {
    return measured(silver, Long.MAX_VALUE, assignments);
  }

  private static Map<String, Row> measured(Silver silver, long mostCounts, String... assignments) {
    List<String> all =
        Stream.concat(Stream.of("engagement.window_days=30"), Stream.of(assignments)).toList();
    Settings settings = SettingsLoader.load(List.of(), all);
    return AccountEngagement.measure(
            silver.posts(),
            silver.accounts(),
            Silver.DAY,
            settings.engagement(),
            BelievedSights.limits(settings.growth()),
            3,
            mostCounts)
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(r -> r.getString(1), Function.identity()));
  }

  /** 100 followers, five posts of four engagements, six reposts of a star's 59,900. */
  private static Silver ann() {
    Silver silver = new Silver().account("x", "ann", 100L);
    for (int i = 0; i < 5; i++) {
      silver.post("x", "ann", DAYS[i], "text", 3, 1, 0, null, null);
    }
    for (int i = 0; i < 6; i++) {
      silver.repost("star-" + i, "x", "ann", DAYS[i] + "T20:00:00Z", "text", 50_000, 900, 9_000);
    }
    return silver;
  }

  @Test
  void aRateIsOfOwnPosts() {
    Row ann = measured(ann()).get("ann");
    assertThat(ann.<Double>getAs("rate_public")).isEqualTo(0.04);
    assertThat(ann.<Double>getAs("rate_total")).isEqualTo(0.04);
    assertThat(ann.<Double>getAs("rate_public_p75")).isEqualTo(0.04);
    assertThat(ann.<Double>getAs("comments_per_100_likes")).isEqualTo(500 / 15.0);
    assertThat(ann.<Long>getAs("posts_seen")).isEqualTo(11);
    assertThat(ann.<Long>getAs("posts_counted")).isEqualTo(5);
    assertThat(ann.<Long>getAs("posts_reposts")).isEqualTo(6);
    assertThat(ann.<Long>getAs("posts_unsettled")).isZero();
    assertThat(ann.getAs("media").toString()).contains("[text,5,0.04,0.04,null]");
    assertThat(measured(ann(), 0)).as("counters counted before").containsEntry("ann", ann);
  }

  @Test
  void anEmptyTextIsNoRepost() {
    Silver silver = new Silver().account("x", "bob", 100L);
    silver.repost("", "x", "bob", DAYS[0], "text", 1, 1);
    silver.repost("  ", "x", "bob", DAYS[1], "text", 2, 1);
    silver.repost(null, "x", "bob", DAYS[2], "text", 3, 1);
    Row bob = measured(silver, "engagement.min_posts=3").get("bob");
    assertThat(bob.<Double>getAs("rate_public")).isEqualTo(0.03);
    assertThat(bob.<Long>getAs("posts_reposts")).isZero();
  }

  @Test
  void whoOnlyPassesOnHasNoRateAndTheReasonSaysSo() {
    Silver silver = new Silver().account("x", "cid", 100L).account("x", "dan", 100L);
    for (String day : DAYS) {
      silver.repost("7", "x", "cid", day, "text", 50_000, 900);
      silver.repost("7", "x", "dan", day, "text", 50_000, 900);
    }
    silver.post("x", "dan", DAYS[0], "text", 3, 1);
    Map<String, Row> measured = measured(silver);
    assertThat(measured.get("cid").<Double>getAs("rate_public")).isNull();
    assertThat(measured.get("cid").<String>getAs("not_assessable_reason"))
        .isEqualTo("no posts of its own in the window, reposts: 6");
    assertThat(measured.get("cid").<List<?>>getList(measured.get("cid").fieldIndex("media")))
        .isEmpty();
    assertThat(measured.get("dan").<String>getAs("not_assessable_reason"))
        .isEqualTo("1 settled posts, 5 needed");
  }

  /** Three of four rows carry shares, and saves; those are of reposts. */
  @Test
  void whatRepostsShowDoesNotDecideWhatAPlatformShows() {
    Silver silver = new Silver().account("x", "eve", 100L);
    silver.post("x", "eve", DAYS[0], "text", 3, 1, null, null);
    silver.repost("7", "x", "eve", DAYS[1], "text", 3, 1, 9, 9);
    silver.repost("8", "x", "eve", DAYS[2], "text", 3, 1, 9, 9);
    silver.repost("9", "x", "eve", DAYS[3], "text", 3, 1, 9, 9);
    for (long mostCounts : new long[] {0, Long.MAX_VALUE}) {
      for (boolean dated : new boolean[] {false, true}) {
        String cadence = "engagement.reposts_count_for_cadence=" + dated;
        Row eve = measured(silver, mostCounts, "engagement.min_posts=1", cadence).get("eve");
        assertThat(eve.getAs("total_counters").toString()).endsWith("(likes, comments)");
        assertThat(eve.<Double>getAs("rate_total")).isEqualTo(0.04);
      }
    }
  }

  @Test
  void repostsOfTheWindowAreCountedSettledOrNot() {
    Silver silver = new Silver().account("x", "fay", 100L);
    silver.repost("7", "x", "fay", "2026-10-02T00:00:00Z", "text", 3, 1);
    silver.repost("7", "x", "fay", "2026-10-01T23:59:59Z", "text", 3, 1);
    silver.repost("8", "x", "fay", "2026-10-31T11:00:00Z", "text", 3, 1);
    Row fay = measured(silver).get("fay");
    assertThat(fay.<Long>getAs("posts_seen")).isEqualTo(2);
    assertThat(fay.<Long>getAs("posts_reposts")).isEqualTo(2);
    assertThat(fay.<Long>getAs("posts_unsettled")).isZero();
  }

  /** Own posts on the 10th and 14th; reposts on the 11th, the 12th and, too fresh, the 31st. */
  @Test
  void whetherRepostsCountForCadenceIsASetting() {
    Silver silver = new Silver().account("x", "gil", 100L);
    silver.post("x", "gil", "2026-10-10", "text", 3, 1);
    silver.repost("7", "x", "gil", "2026-10-11", "text", 3, 1);
    silver.repost("8", "x", "gil", "2026-10-12", "text", 3, 1);
    silver.post("x", "gil", "2026-10-14", "text", 5, 1);
    silver.repost("9", "x", "gil", "2026-10-31T11:00:00Z", "text", 3, 1);
    Row own = measured(silver, "engagement.min_posts=2").get("gil");
    assertThat(own.<Double>getAs("posts_per_week")).isEqualTo(1.0);
    assertThat(own.<Double>getAs("median_gap_hours")).isEqualTo(96.0);
    Row all =
        measured(silver, "engagement.min_posts=2", "engagement.reposts_count_for_cadence=true")
            .get("gil");
    // Gaps of 24, 24 and 48 hours.
    assertThat(all.<Double>getAs("posts_per_week")).isEqualTo(3.0);
    assertThat(all.<Double>getAs("median_gap_hours")).isEqualTo(24.0);
    assertThat(all.<Object>getAs("last_posted_at")).isEqualTo(own.getAs("last_posted_at"));
    assertThat(all.<Double>getAs("rate_public")).isEqualTo(0.05);
    assertThat(all.<Long>getAs("posts_counted")).isEqualTo(2);
    assertThat(all.<Long>getAs("posts_reposts")).isEqualTo(3);
  }

  @Test
  void whoOnlyPassesOnHasACadenceWhereRepostsCount() {
    Silver silver = new Silver().account("x", "hal", 100L);
    silver.repost("7", "x", "hal", "2026-10-10", "text", 3, 1);
    silver.repost("8", "x", "hal", "2026-10-12", "text", 3, 1);
    assertThat(measured(silver).get("hal").<Double>getAs("posts_per_week")).isNull();
    Row hal = measured(silver, "engagement.reposts_count_for_cadence=true").get("hal");
    assertThat(hal.<Double>getAs("posts_per_week")).isEqualTo(1.0);
    assertThat(hal.<Double>getAs("median_gap_hours")).isEqualTo(48.0);
    assertThat(hal.<String>getAs("not_assessable_reason"))
        .isEqualTo("no posts of its own in the window, reposts: 2");
  }
}
