package io.assay.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.job.JobContext;
import io.assay.settings.ConformSettings;
import io.assay.testing.MemoryLake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a later sight does not show stays as it was last known: several stories of accounts and
 * posts in one lake, told day by day and, for each day, from scratch.
 */
class ThinnerSightsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final int DAYS = 6;

  private static final String FULL =
      "\"handle\":\"ann_07\",\"display_name\":\"Ann\",\"bio\":\"bakes\",\"followers\":1000,"
          + "\"followings\":50,\"posts_count\":300,\"is_verified\":true,"
          + "\"created_at\":\"2026-09-01T00:00:00Z\"";
  private static final String MENTION = "\"handle\":\"ann_07\",\"followers\":null";

  /** A crawl's name, its day, and a record. */
  private record Told(Feed feed, String crawl, int day, String record) {}

  private static final List<Told> STORIES = new ArrayList<>();
  private static MemoryLake daily;

  @BeforeAll
  static void tell() {
    account("mention", 1, FULL);
    account("mention", 3, MENTION);
    // Bob takes Ann's handle; she is only seen by her id, and later with a new one.
    account("ann", 1, FULL);
    account("bob", 1, "\"handle\":\"bob\",\"followers\":20");
    account("bob", 2, "\"handle\":\"ann_07\"");
    account("ann", 2, "\"display_name\":\"Ann B.\"");
    account("ann", 3, "\"handle\":\"annette\"");
    account("emptied", 1, FULL);
    account("emptied", 2, "\"bio\":\"\",\"followings\":0");
    account("emptied", 3, MENTION);
    account("lengths", 1, "\"handle_length\":9,\"bio_length\":40,\"followings\":7");
    account("lengths", 2, "\"is_private\":false");
    account("lengths", 3, "\"handle\":\"ann\"");
    account("lengths", 4, "\"handle_length\":12");
    account("tie", 1, FULL);
    account("other", "tie", 1, 1, "\"followers\":999");
    account("late", "tie", 2, 1, "\"bio\":\"bread\"");
    account("overtaken", 1, FULL);
    account("overtaken", 3, MENTION);
    account("late", "overtaken", 4, 2, "\"handle\":\"ann_old\",\"followers\":1100");

    post("thin", 1, "\"caption\":\"#a\",\"likes\":5,\"views\":100");
    post("thin", 2, "\"likes\":6");
    post("thin", 3, "\"caption\":\"#b @c\"");
    post("tagged", 1, "\"caption\":\"#a\",\"hashtags\":[\"z\"]");
    post("tagged", 2, "\"likes\":1");
    post("tagged", 3, "\"caption\":\"#b\"");
    post("hides", 1, "\"likes\":500,\"comments\":4");
    post("hides", 2, "\"likes\":3,\"likes_hidden\":true");
    post("hides", 3, "\"comments\":5");
    post("hides", 4, "\"likes_hidden\":false");
    post("hides", 6, "\"likes\":510");
    // Seen before they were hidden, delivered after.
    told(Feeds.POSTS, "late", 5, seenPost("hides", 1, "\"likes\":501"));

    daily = deliver(new MemoryLake(1), STORIES);
    for (int day = 1; day <= DAYS; day++) {
      daily.run(day(day), ThinnerSightsTest::states);
    }
  }

  private static LocalDate day(int day) {
    return FIRST.plusDays(day - 1);
  }

  private static void account(String id, int day, String fields) {
    account("mine", id, day, day, fields);
  }

  private static void account(String crawl, String id, int delivered, int day, String fields) {
    told(Feeds.ACCOUNTS, crawl, delivered, seenAccount(id, day, fields));
  }

  private static void post(String id, int day, String fields) {
    told(Feeds.POSTS, "mine", day, seenPost(id, day, fields));
  }

  private static void told(Feed feed, String crawl, int day, String record) {
    STORIES.add(new Told(feed, crawl, day, record));
  }

  private static String seenAccount(String id, int day, String fields) {
    return "{\"platform\":\"x\",\"account_id\":\"%s\",\"crawled_at\":\"%sT08:00:00Z\",%s}"
        .formatted(id, day(day), fields);
  }

  private static String seenPost(String id, int day, String fields) {
    return "{\"platform\":\"x\",\"post_id\":\"%s\",\"account_id\":\"a\",\"posted_at\":\"2026-09-30T08:00:00Z\",\"crawled_at\":\"%sT08:00:00Z\",%s}"
        .formatted(id, day(day), fields);
  }

  private static MemoryLake deliver(MemoryLake lake, List<Told> stories) {
    for (Feed feed : List.of(Feeds.ACCOUNTS, Feeds.POSTS)) {
      for (String crawl : List.of("mine", "other", "late")) {
        for (int day = 1; day <= DAYS; day++) {
          int on = day;
          String[] records =
              stories.stream()
                  .filter(t -> t.feed() == feed && t.crawl().equals(crawl) && t.day() == on)
                  .map(Told::record)
                  .toArray(String[]::new);
          if (records.length > 0) {
            lake.deliver(feed, crawl, day(day), records);
          }
        }
      }
    }
    return lake;
  }

  private static void states(JobContext context) {
    accounts(context);
    LocalDate keptFrom = context.settings(ConformSettings.class).keptFrom(context.asOf());
    new CarriedState(context, BronzeTables.POST_OBSERVATION, SilverTables.POST)
        .publish(seen -> PostState.latestPosts(seen, keptFrom, new CounterFalls()));
  }

  private static void accounts(JobContext context) {
    ConformSettings settings = context.settings(ConformSettings.class);
    LocalDate keptFrom = settings.keptFrom(context.asOf());
    new CarriedState(context, BronzeTables.ACCOUNT_OBSERVATION, SilverTables.ACCOUNT)
        .publish(seen -> AccountState.latestAccounts(seen, keptFrom, settings.maxHistory()));
  }

  /** A day's row of a key. */
  private static String of(String id, int day, String... select) {
    boolean isPost = STORIES.stream().anyMatch(t -> t.record().contains("\"post_id\":\"" + id));
    Table table = isPost ? SilverTables.POST : SilverTables.ACCOUNT;
    String prefix = day(day) + "|" + id + "|";
    List<String> found =
        rows(daily, table, select).stream().filter(row -> row.startsWith(prefix)).toList();
    assertThat(found).hasSize(1);
    return found.get(0).substring(prefix.length());
  }

  private static List<String> rows(MemoryLake lake, Table table, String... select) {
    String id = table.equals(SilverTables.POST) ? "post_id" : "account_id";
    return lake.rows(
        table, Stream.concat(Stream.of("as_of", id), Stream.of(select)).toArray(String[]::new));
  }

  private static String known(String column) {
    return "date_format(known_at['" + column + "'], 'dd HH:mm')";
  }

  @Test
  void howeverADayIsMadeItsContentIsTheSame() {
    MemoryLake scratch = deliver(new MemoryLake(1), STORIES);
    // The last day first: no day finds an earlier state.
    for (int day = DAYS; day >= 1; day--) {
      scratch.run(day(day), ThinnerSightsTest::states);
    }
    for (Table table : List.of(SilverTables.ACCOUNT, SilverTables.POST)) {
      assertThat(rows(daily, table, "*")).isNotEmpty().isEqualTo(rows(scratch, table, "*"));
    }
  }

  @Test
  void aProfileSeenInFullAndThenAsAMentionStaysFull() {
    assertThat(
            of(
                "mention",
                3,
                "followers",
                "bio",
                "is_verified",
                "follower_following_ratio",
                "date_format(crawled_at, 'dd HH:mm')",
                "crawl_date",
                "observations"))
        .isEqualTo("1000|bakes|true|20.0|03 08:00|2026-10-03|2");
    assertThat(of("mention", 3, known("followers"), "array_sort(map_keys(known_at))"))
        .isEqualTo(
            "01 08:00|ArraySeq(bio, created_at, display_name, followers, followings, is_verified,"
                + " posts_count)");
    assertThat(of("mention", 1, "followers", "known_at")).isEqualTo("1000|null");
  }

  @Test
  void postsADayAreThoseOfTheDayOnWhichPostsWereCounted() {
    // 300 posts in the 30 days from 1 September to 1 October, whatever day the mention is of.
    assertThat(of("mention", 3, "posts_per_day")).isEqualTo("10.0");
  }

  @Test
  void aHandleThatChangesHandsStaysWithItsIds() {
    String[] columns = {"handle", "handle_length", "name_equals_handle", "followers"};
    assertThat(of("ann", 2, columns)).isEqualTo("ann_07|6|false|1000");
    assertThat(of("bob", 2, columns)).isEqualTo("ann_07|6|null|20");
    assertThat(of("ann", 3, columns)).isEqualTo("annette|7|false|1000");
    assertThat(of("ann", 3, "display_name", "bio")).isEqualTo("Ann B.|bakes");
  }

  @Test
  void whatAnOwnerEmptiedIsEmpty() {
    assertThat(
            of(
                "emptied",
                3,
                "concat('<', bio, '>')",
                "bio_length",
                "followings",
                "follower_following_ratio",
                known("bio")))
        .isEqualTo("<>|0|0|null|02 08:00");
  }

  @Test
  void whatWasDeliveredInPlaceOfATextStandsUntilTheTextIsShown() {
    String[] columns = {"handle", "handle_length", "bio_length"};
    assertThat(of("lengths", 2, columns)).isEqualTo("null|9|40");
    assertThat(of("lengths", 3, columns)).isEqualTo("ann|3|40");
    assertThat(of("lengths", 4, columns)).isEqualTo("ann|12|40");
  }

  @Test
  void ofSightsAtOneTimeTheOneDeliveredLastWinsWhatItShows() {
    String[] columns = {"followers", "bio", "followings", "crawl_id", "known_at"};
    assertThat(of("tie", 1, columns)).isEqualTo("999|bakes|50|other|null");
    assertThat(of("tie", 2, columns)).isEqualTo("999|bread|50|late|null");
  }

  @Test
  void aLateDeliveryFillsInWhatItShowsLast() {
    String[] columns = {"handle", "followers", "follower_following_ratio", known("followers")};
    assertThat(of("overtaken", 3, columns)).isEqualTo("ann_07|1000|20.0|01 08:00");
    assertThat(of("overtaken", 4, columns)).isEqualTo("ann_07|1100|22.0|02 08:00");
  }

  @Test
  void aThinPostKeepsItsCountersAndItsTagsFollowTheCaption() {
    String[] columns = {"likes", "views", "caption", "hashtags", "mentions", known("likes")};
    assertThat(of("thin", 2, columns)).isEqualTo("6|100|#a|ArraySeq(a)|ArraySeq()|null");
    assertThat(of("thin", 3, columns)).isEqualTo("6|100|#b @c|ArraySeq(b)|ArraySeq(c)|02 08:00");
    assertThat(of("tagged", 2, columns)).isEqualTo("1|null|#a|ArraySeq(z)|ArraySeq()|null");
    assertThat(of("tagged", 3, columns)).isEqualTo("1|null|#b|ArraySeq(b)|ArraySeq()|02 08:00");
  }

  @Test
  void likesAreHiddenFromTheSightThatSaysSoUntilOneShowsThem() {
    String[] columns = {"likes", "likes_hidden", "comments", known("likes")};
    assertThat(of("hides", 1, columns)).isEqualTo("500|false|4|null");
    assertThat(of("hides", 2, columns)).isEqualTo("null|true|4|null");
    assertThat(of("hides", 3, columns)).isEqualTo("null|true|5|null");
    assertThat(of("hides", 4, columns)).isEqualTo("null|false|5|02 08:00");
    assertThat(of("hides", 5, columns)).isEqualTo("null|false|5|02 08:00");
    assertThat(of("hides", 6, columns)).isEqualTo("510|false|5|null");
  }

  @Test
  void ofPostsSeenOnceTooHiddenLikesAreNone() {
    MemoryLake lake =
        new MemoryLake(1L << 30)
            .deliver(
                Feeds.POSTS,
                "mine",
                day(1),
                seenPost("p", 1, "\"likes\":3,\"likes_hidden\":true"),
                seenPost("q", 1, "\"likes\":4"),
                seenPost("r", 1, "\"comments\":4"))
            .run(day(1), ConformJob.JOB.body());
    assertThat(rows(lake, SilverTables.POST, "likes", "likes_hidden", "known_at"))
        .containsExactly(
            "2026-10-01|p|null|true|null",
            "2026-10-01|q|4|false|null",
            "2026-10-01|r|null|null|null");
  }

  private static final List<Told> FULL_THEN_THIN =
      List.of(
          new Told(Feeds.ACCOUNTS, "mine", 1, seenAccount("77", 1, FULL)),
          new Told(Feeds.ACCOUNTS, "mine", 1, seenAccount("88", 1, "\"followers\":5")),
          new Told(Feeds.ACCOUNTS, "mine", 2, seenAccount("77", 2, MENTION)));

  /** These days in this order, with a setting. */
  private static List<String> rows(String setting, int... days) {
    MemoryLake lake = deliver(new MemoryLake(1, setting), FULL_THEN_THIN);
    for (int day : days) {
      lake.run(day(day), ThinnerSightsTest::accounts);
    }
    return rows(lake, SilverTables.ACCOUNT, "followers", "bio_length", "handle", known("bio"));
  }

  @Test
  void aValueIsKeptForSoManyDaysAndNoLonger() {
    // What the latest sight shows stands as long as the account.
    List<String> right =
        List.of(
            "2026-10-03|77|1000|5|ann_07|01 08:00",
            "2026-10-03|88|5|null|null|null",
            "2026-10-04|77|null|null|ann_07|null",
            "2026-10-04|88|5|null|null|null");
    assertThat(rows("conform.keep_known_days=3", 3, 4)).isEqualTo(right);
    assertThat(rows("conform.keep_known_days=3", 4, 3)).isEqualTo(right);
    assertThat(rows("conform.keep_known_days=0", 2))
        .containsExactly("2026-10-02|77|null|null|ann_07|null", "2026-10-02|88|5|null|null|null");
  }

  @Test
  void nothingIsKeptOfADayBeforeTheWindow() {
    List<String> right =
        List.of(
            "2026-10-03|77|1000|5|ann_07|01 08:00",
            "2026-10-03|88|5|null|null|null",
            "2026-10-04|77|null|null|ann_07|null");
    assertThat(rows("conform.window_days=3", 3, 4)).isEqualTo(right);
    assertThat(rows("conform.window_days=3", 4, 3)).isEqualTo(right);
  }

  @Test
  void aReplacedDeliveryTakesItsValuesBack() {
    MemoryLake lake =
        deliver(new MemoryLake(1), FULL_THEN_THIN)
            .run(day(1), ThinnerSightsTest::accounts)
            .run(day(2), ThinnerSightsTest::accounts)
            .deliver(Feeds.ACCOUNTS, "mine", day(1), seenAccount("77", 1, "\"followings\":3"))
            .run(day(2), ThinnerSightsTest::accounts);
    assertThat(rows(lake, SilverTables.ACCOUNT, "followers", "followings", "bio_length"))
        .contains("2026-10-02|77|null|3|null");
  }
}
