package io.assay.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.Feeds;
import io.assay.contracts.Table;
import io.assay.job.BelievedSights;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import io.assay.testing.MemoryLake;
import io.assay.testing.Rules;
import io.assay.testing.TestLake;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Averages that a list states, beside what is measured. */
class StatedAveragesTest {
  private static final String SEEN = "\"crawled_at\":\"2026-10-31T10:00:00Z\"";

  private static Map<String, Row> measured(Silver silver) {
    Settings settings = SettingsLoader.load(List.of(), List.of("engagement.min_posts=2"));
    return AccountEngagement.measure(
            silver.posts(),
            silver.accounts(),
            Silver.DAY,
            settings.engagement(),
            BelievedSights.limits(settings.growth()),
            3)
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(r -> r.getString(1), Function.identity()));
  }

  /** The stated columns of an account, joined by a bar. */
  private static String stated(Row row) {
    return List.of(
            "stated_rate_public",
            "stated_rate_likes",
            "stated_rate_view",
            "stated_missing",
            "rate_basis")
        .stream()
        .map(column -> String.valueOf(row.<Object>getAs(column)))
        .collect(Collectors.joining("|"));
  }

  @Test
  void aStatedRateIsNamedSoAndNotMeasured() {
    Row all = measured(new Silver().listed("ig", "a", 1000L, 30.0, 10.0, 400.0)).get("a");
    assertThat(stated(all)).isEqualTo("0.04|0.03|0.1|null|stated");
    assertThat(all.<Double>getAs("rate_public")).isNull();
    assertThat(all.<Double>getAs("rate_view")).isNull();
    assertThat(all.<String>getAs("not_assessable_reason")).isEqualTo("no posts in the window");
  }

  @Test
  void whatIsMissingIsSaidAndLikesAloneAreNamedSo() {
    Silver silver = new Silver();
    silver.listed("ig", "likes", 1000L, 30.0, null, 400.0);
    silver.listed("ig", "comments", 1000L, null, 10.0, null);
    silver.listed("ig", "views", 1000L, null, null, 400.0);
    silver.listed("ig", "nobody", 0L, 30.0, 10.0, 0.0);
    silver.listed("ig", "hidden", null, 30.0, 10.0, 400.0);
    silver.listed("ig", "nothing", 1000L, null, null, null);
    Map<String, Row> measured = measured(silver);
    assertThat(stated(measured.get("likes"))).isEqualTo("null|0.03|null|comments not stated|null");
    assertThat(stated(measured.get("comments"))).isEqualTo("null|null|null|likes not stated|null");
    assertThat(stated(measured.get("views")))
        .isEqualTo("null|null|null|likes and comments not stated|null");
    assertThat(stated(measured.get("nobody"))).isEqualTo("null|null|null|no followers|null");
    assertThat(stated(measured.get("hidden"))).isEqualTo("null|null|0.1|followers unknown|null");
    assertThat(stated(measured.get("nothing"))).isEqualTo("null|null|null|null|null");
  }

  @Test
  void whereBothAreThereTheMeasuredOneIsKept() {
    Silver silver = new Silver().listed("ig", "both", 1000L, 300.0, 100.0, null);
    silver.post("ig", "both", "2026-10-10", "image", 9, 1);
    silver.post("ig", "both", "2026-10-12", "image", 29, 1);
    silver.listed("ig", "one", 1000L, 300.0, 100.0, null);
    silver.post("ig", "one", "2026-10-10", "image", 9, 1);
    Map<String, Row> measured = measured(silver);
    assertThat(measured.get("both").<Double>getAs("rate_public")).isEqualTo(0.02);
    assertThat(stated(measured.get("both"))).isEqualTo("0.4|0.3|null|null|measured");
    assertThat(stated(measured.get("one"))).isEqualTo("0.4|0.3|null|null|stated");
  }

  /** Two measured accounts of 2 % and 4 %, and a listed one of 30 %. */
  private static MemoryLake lake(String... more) {
    List<String> settings = new java.util.ArrayList<>(List.of("engagement.min_posts=1"));
    settings.addAll(List.of("engagement.suppress_below=1", "engagement.curve_min_accounts=1"));
    settings.addAll(List.of(more));
    return new MemoryLake(1, settings.toArray(String[]::new))
        .deliver(
            Feeds.ACCOUNTS,
            "mine",
            TestLake.DAY,
            account("a", ""),
            account("b", ""),
            account("listed", ",\"average_likes\":290.5,\"average_comments\":9.5"))
        .deliver(Feeds.POSTS, "mine", TestLake.DAY, post("p", "a", 20), post("q", "b", 40))
        .run(TestLake.DAY, io.assay.conform.ConformJob.JOB.body())
        .run(TestLake.DAY, EngagementJob.JOB.body());
  }

  private static String account(String id, String more) {
    return "{\"platform\":\"ig\",\"account_id\":\"%s\",%s,\"followers\":1000%s}"
        .formatted(id, SEEN, more);
  }

  private static String post(String id, String author, int likes) {
    return "{\"platform\":\"ig\",\"post_id\":\"%s\",\"account_id\":\"%s\",\"posted_at\":\"2026-10-20T08:00:00Z\",%s,\"likes\":%d,\"comments\":0,\"media_type\":\"image\"}"
        .formatted(id, author, SEEN, likes);
  }

  private static List<String> compared(MemoryLake lake) {
    return lake.rows(
        EngagementTables.ACCOUNT_ENGAGEMENT,
        "account_id",
        "rate_basis",
        "rate_public",
        "stated_rate_public",
        "round(rate_vs_expected, 6)",
        "peer_n",
        "round(peer_percentile, 2)");
  }

  private static List<String> distribution(MemoryLake lake) {
    return lake
        .rows(EngagementTables.BAND_DISTRIBUTION, "scheme", "media_type", "metric", "n", "median")
        .stream()
        .filter(row -> row.startsWith("standard|") && row.contains("|rate_public|"))
        .toList();
  }

  @Test
  void statedRatesStayOutOfWhatIsCompared() {
    MemoryLake lake = lake();
    assertThat(compared(lake))
        .containsExactly(
            "a|measured|0.02|null|0.666667|2|25.0",
            "b|measured|0.04|null|1.333333|2|75.0",
            "listed|stated|null|0.3|null|null|null");
    assertThat(distribution(lake))
        .containsExactly("standard|all|rate_public|2|0.03", "standard|image|rate_public|2|0.03");
    obeyed(lake);
  }

  @Test
  void askedForTheyAreComparedAndStillNamedStated() {
    MemoryLake lake = lake("engagement.include_stated=true");
    assertThat(compared(lake))
        .containsExactly(
            "a|measured|0.02|null|0.5|3|16.67",
            "b|measured|0.04|null|1.0|3|50.0",
            "listed|stated|null|0.3|7.5|3|83.33");
    // Of which kind the posts are is not stated.
    assertThat(distribution(lake))
        .containsExactly("standard|all|rate_public|3|0.04", "standard|image|rate_public|2|0.03");
    obeyed(lake);
  }

  private static void obeyed(MemoryLake lake) {
    for (Table table : EngagementJob.JOB.writes()) {
      Rules.obeyed(table, lake.all(table));
    }
  }
}
