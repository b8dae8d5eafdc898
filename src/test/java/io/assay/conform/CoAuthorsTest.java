package io.assay.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.Feeds;
import io.assay.contracts.SilverTables;
import io.assay.job.JobContext;
import io.assay.settings.ConformSettings;
import io.assay.testing.MemoryLake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Posts that several accounts publish together, seen in the feed of each at its own time: several
 * stories in one lake, told day by day and from scratch.
 */
class CoAuthorsTest {
  private static final int DAYS = 3;
  private static final List<List<String>> STORIES = new ArrayList<>();
  private static MemoryLake daily;

  @BeforeAll
  static void tell() {
    for (int day = 1; day <= DAYS; day++) {
      STORIES.add(new ArrayList<>());
    }
    post("later", 1, "owner", with("guest") + ",\"likes\":5");
    post("later", 2, "guest", ",\"likes\":8");
    post("later", 3, "guest", with() + ",\"likes\":9");
    post("earlier", 1, "guest", "");
    post("earlier", 3, "owner", with("guest"));
    post("lists_itself", 1, "owner", with("owner", "guest"));
    post("lists_itself", 2, "guest", "");
    post("three_abc", 1, "a", with("b", "c"));
    post("three_abc", 2, "b", "");
    post("three_abc", 3, "c", "");
    post("three_cba", 1, "c", "");
    post("three_cba", 2, "b", "");
    post("three_cba", 3, "a", with("b", "c"));
    post("three_bac", 1, "b", "");
    post("three_bac", 2, "a", with("b", "c"));
    post("three_bac", 3, "c", "");
    post("unsaid", 1, "ann", "");
    post("unsaid", 2, "bob", "");
    post("mutual", 1, "ann", with("bob"));
    post("mutual", 3, "bob", with("ann"));
    post("single", 1, "ann", with("bob"));
    post("single", 2, "ann", with("bob"));
    daily = run(1, 1, 2, 3);
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 10, day);
  }

  private static void post(String id, int day, String author, String more) {
    STORIES
        .get(day - 1)
        .add(
            "{\"platform\":\"ig\",\"post_id\":\"%s\",\"account_id\":\"%s\",\"posted_at\":\"2026-09-30T08:00:00Z\",\"crawled_at\":\"2026-10-0%dT08:00:00Z\"%s}"
                .formatted(id, author, day, more));
  }

  private static String with(String... coAuthors) {
    String listed = String.join(",", List.of(coAuthors).stream().map(a -> '"' + a + '"').toList());
    return ",\"co_authors\":[" + listed + "]";
  }

  private static MemoryLake run(int bytes, int... days) {
    MemoryLake lake = new MemoryLake(bytes);
    return run(lake, days);
  }

  private static MemoryLake run(MemoryLake lake, int... days) {
    for (int day = 1; day <= DAYS; day++) {
      lake.deliver(Feeds.POSTS, "mine", day(day), STORIES.get(day - 1).toArray(String[]::new));
    }
    for (int day : days) {
      lake.run(day(day), CoAuthorsTest::posts);
    }
    return lake;
  }

  private static void posts(JobContext context) {
    LocalDate keptFrom = context.settings(ConformSettings.class).keptFrom(context.asOf());
    DoubtedAuthors authors = new DoubtedAuthors();
    new CarriedState(context, BronzeTables.POST_OBSERVATION, SilverTables.POST)
        .publish(
            seen -> authors.watch(PostState.latestPosts(seen, keptFrom, new CounterFalls())),
            null,
            () -> List.of(authors.result()));
  }

  private static String ofDay3(MemoryLake lake, String id, String select) {
    String prefix = day(3) + "|" + id + "|";
    List<String> found =
        lake.rows(SilverTables.POST, "as_of", "post_id", select).stream()
            .filter(row -> row.startsWith(prefix))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0).substring(prefix.length());
  }

  private static String owner(String id) {
    return ofDay3(daily, id, "account_id");
  }

  @Test
  void howeverADayIsMadeItsContentAndWhatIsToldIsTheSame() {
    MemoryLake scratch = run(1, 3);
    String ofDay3 = day(3).toString();
    assertThat(scratch.rows(SilverTables.POST, "as_of", "*"))
        .isNotEmpty()
        .isEqualTo(
            daily.rows(SilverTables.POST, "as_of", "*").stream()
                .filter(row -> row.startsWith(ofDay3))
                .toList());
    assertThat(scratch.hints()).isEqualTo(daily.hints());
  }

  @Test
  void theOwnerStaysWhenAGuestsFeedIsSeenLater() {
    assertThat(ofDay3(daily, "later", "concat_ws(' ', account_id, likes, known_at['account_id'])"))
        .isEqualTo("owner 9 2026-10-01 08:00:00");
    assertThat(owner("lists_itself")).isEqualTo("owner");
  }

  @Test
  void theOwnerIsTakenWhenTheGuestsFeedWasSeenEarlier() {
    assertThat(owner("earlier")).isEqualTo("owner");
  }

  @Test
  void oneOwnerOfThreeAuthorsIsFoundOutInWhateverOrderTheyAreSeen() {
    assertThat(owner("three_abc")).isEqualTo("a");
    assertThat(owner("three_cba")).isEqualTo("a");
    assertThat(owner("three_bac")).isEqualTo("a");
  }

  @Test
  void whereNobodySaysWhosePostItIsItIsTold() {
    assertThat(owner("unsaid")).isEqualTo("bob");
    assertThat(owner("mutual")).isEqualTo("bob");
    assertThat(daily.findings()).containsExactly("owner_is_known 2 of 8");
    assertThat(daily.hints().get(0))
        .endsWith("; for example ig post mutual: ann beside bob; ig post unsaid: ann beside bob");
  }

  @Test
  void whatObservationsSayOfTheAuthorsIsListedWhereTheyDiffer() {
    String listed =
        "array_join(transform(authors, a -> concat_ws(' ', a.account_id,"
            + " date_format(a.author_at, 'dd'), date_format(a.co_author_at, 'dd'))), ', ')";
    assertThat(ofDay3(daily, "later", listed)).isEqualTo("guest 03 01, owner 01");
    assertThat(ofDay3(daily, "single", listed)).isEqualTo("null");
  }

  @Test
  void whatWasSaidLongerAgoThanAValueIsKeptCountsNoMore() {
    MemoryLake lake = run(new MemoryLake(1, "conform.keep_known_days=2"), 1, 2, 3);
    assertThat(ofDay3(lake, "later", "account_id")).isEqualTo("guest");
    assertThat(ofDay3(lake, "three_bac", "account_id")).isEqualTo("a");
  }
}
