package io.assay.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Feeds;
import io.assay.contracts.SilverTables;
import io.assay.testing.MemoryLake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Deliveries that come after the days that follow theirs were made: these are as if all had come in
 * time, and only those are made again that change.
 */
class LateEventsTest {
  private static final LocalDate START = LocalDate.of(2026, 10, 1);
  private static final long ONE_TASK = 1;
  private static final long MANY_TASKS = 1L << 30;
  private static final int DAYS = 6;

  @Test
  void aLateEventRemakesItsDayAndThoseThatDeliverItToo() {
    MemoryLake lake = new MemoryLake(ONE_TASK);
    deliver(lake, "own", 1, "a");
    deliver(lake, "own", 2, "b");
    deliver(lake, "own", 3, "c", "late");
    deliver(lake, "own", 4, "d");
    run(lake, 5);

    deliver(lake, "other", 1, "late");
    run(lake, 5);
    assertThat(lake.log())
        .containsExactly(
            "made silver.follow 2026-10-01",
            "confirmed silver.follow 2026-10-02",
            "made silver.follow 2026-10-03",
            "confirmed silver.follow 2026-10-04");
    assertThat(stored(lake)).containsExactly("1 a", "1 late", "2 b", "3 c", "4 d");

    run(lake, 5);
    assertThat(lake.log()).as("what was confirmed stands").isEmpty();
  }

  @Test
  void ofManyLateEventsEachRemakesTheDaysThatDeliverItToo() {
    MemoryLake lake = new MemoryLake(ONE_TASK);
    deliver(lake, "own", 1, "a");
    deliver(lake, "own", 2, "b");
    deliver(lake, "own", 3, "c");
    deliver(lake, "own", 4, "late1", "d");
    deliver(lake, "own", 5, "late2");
    run(lake, 6);

    deliver(lake, "other", 1, "late1");
    deliver(lake, "other", 2, "late2");
    run(lake, 6);
    assertThat(lake.log())
        .containsExactly(
            "made silver.follow 2026-10-01",
            "made silver.follow 2026-10-02",
            "confirmed silver.follow 2026-10-03",
            "made silver.follow 2026-10-04",
            "made silver.follow 2026-10-05");
    assertThat(stored(lake)).containsExactly("1 a", "1 late1", "2 b", "2 late2", "3 c", "4 d");
  }

  @Test
  void anEventThatIsTakenBackReturnsToTheDayThatDeliversItNext() {
    MemoryLake lake = new MemoryLake(ONE_TASK);
    deliver(lake, "own", 1, "a");
    deliver(lake, "other", 1, "b");
    deliver(lake, "own", 2, "c");
    deliver(lake, "own", 3, "b");
    run(lake, 4);
    assertThat(stored(lake)).containsExactly("1 a", "1 b", "2 c");

    deliver(lake, "other", 1);
    run(lake, 4);
    assertThat(lake.log())
        .containsExactly(
            "made silver.follow 2026-10-01",
            "confirmed silver.follow 2026-10-02",
            "made silver.follow 2026-10-03");
    assertThat(stored(lake)).containsExactly("1 a", "2 c", "3 b");
  }

  @Test
  void aDayOutsideTheWindowOfTheLateOneIsNotLookedAt() {
    MemoryLake lake = new MemoryLake(ONE_TASK, "conform.window_days=2");
    deliver(lake, "own", 1, "a");
    deliver(lake, "own", 3, "late");
    run(lake, 4);
    deliver(lake, "other", 1, "late");
    run(lake, 4);
    assertThat(lake.log()).containsExactly("made silver.follow 2026-10-01");
    assertThat(stored(lake)).containsExactly("1 a", "1 late", "3 late");
  }

  @Test
  void aDayWhoseOwnRecordIsOlderThanWhatItDependsOnIsMadeAgain() {
    MemoryLake lake = new MemoryLake(ONE_TASK);
    deliver(lake, "own", 1, "a");
    deliver(lake, "own", 3, "c");
    run(lake, 4);
    deliver(lake, "other", 1, "b");
    run(lake, 1);
    run(lake, 4);
    assertThat(lake.log())
        .as("what an earlier run changed of the day before is not known any more")
        .containsExactly("made silver.follow 2026-10-03");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 1", "4, 1", "1, 1073741824", "2, 1073741824"})
  void whateverTheOrderTheDaysAreAsIfAllHadComeInTime(long seed, long bytes) {
    Random random = new Random(seed);
    MemoryLake lake = new MemoryLake(bytes, "conform.window_days=3");
    MemoryLake atOnce =
        new MemoryLake(bytes == ONE_TASK ? MANY_TASKS : ONE_TASK, "conform.window_days=3");
    for (int step = 0; step < 8; step++) {
      int day = 1 + random.nextInt(DAYS);
      String crawl = random.nextBoolean() ? "own" : "other";
      List<String> followers = new ArrayList<>();
      for (String follower : List.of("a", "b", "c", "d", "e")) {
        if (random.nextInt(3) == 0) {
          followers.add(follower);
        }
      }
      String[] names = followers.toArray(String[]::new);
      deliver(lake, crawl, day, names);
      deliver(atOnce, crawl, day, names);
      if (random.nextBoolean()) {
        run(lake, 1 + random.nextInt(DAYS + 1));
      }
    }
    run(lake, DAYS + 1);
    run(atOnce, DAYS + 1);
    assertThat(stored(lake)).isEqualTo(stored(atOnce)).isNotEmpty();
  }

  private static void deliver(MemoryLake lake, String crawl, int day, String... followers) {
    LocalDate date = START.plusDays(day - 1);
    String[] records = new String[followers.length];
    for (int i = 0; i < followers.length; i++) {
      records[i] =
          "{\"platform\":\"x\",\"follower_id\":\"%s\",\"account_id\":\"z\",\"crawled_at\":\"%sT01:00:00Z\"}"
              .formatted(followers[i], date);
    }
    lake.deliver(Feeds.FOLLOWS, crawl, date, records);
  }

  private static void run(MemoryLake lake, int day) {
    lake.run(
        START.plusDays(day - 1),
        context ->
            EventDays.KINDS.stream()
                .filter(kind -> kind.feed().equals(Feeds.FOLLOWS))
                .forEach(kind -> new EventDays(context, kind).bringUpToDate()));
  }

  private static List<String> stored(MemoryLake lake) {
    return lake.rows(SilverTables.FOLLOW, "concat(day(first_seen_on), ' ', follower_id)");
  }
}
