package io.assay.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.Feeds;
import io.assay.testing.MemoryLake;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A post's counter that falls by nine tenths is told, with whom and when. */
class CounterFallsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);
  private static final LocalDate THIRD = LocalDate.of(2026, 10, 3);
  private static final String NO_AUTHORS = "owner_is_known 0 of 0";
  private static final String AUTHORS_HINT =
      "posts that were seen with several authors, and co_authors do not say whose they are: the"
          + " author seen last is taken";
  private static final String HINT =
      "sights of a post at which a counter is a tenth or less of what it was before: one of the two"
          + " was misread, or the counter was hidden or reset";

  private static String post(String id, int day, String counters) {
    return "{\"platform\":\"ig\",\"post_id\":\"%s\",\"account_id\":\"a\",\"posted_at\":\"2026-09-30T08:00:00Z\",\"crawled_at\":\"2026-10-0%dT08:00:00Z\",%s}"
        .formatted(id, day, counters);
  }

  private static MemoryLake lake() {
    return new MemoryLake(1)
        .deliver(
            Feeds.POSTS,
            "mine",
            FIRST,
            post("tenth", 1, "\"likes\":1000,\"comments\":9"),
            post("more", 1, "\"likes\":1000,\"comments\":12"),
            post("few", 1, "\"likes\":9"),
            post("views", 1, "\"views\":630000"),
            post("once", 1, "\"likes\":5"))
        .deliver(
            Feeds.POSTS,
            "mine",
            SECOND,
            post("tenth", 2, "\"likes\":100,\"comments\":8"),
            post("more", 2, "\"likes\":101,\"comments\":11"),
            post("few", 2, "\"likes\":0"),
            post("views", 2, "\"likes\":3"))
        .deliver(
            Feeds.POSTS,
            "mine",
            THIRD,
            post("views", 3, "\"views\":63000"),
            post("tenth", 3, "\"likes\":1020"));
  }

  @Test
  void aFallToATenthIsToldAndWhatFallsLessIsNot() {
    MemoryLake lake = lake().run(SECOND, ConformJob.JOB.body());
    assertThat(lake.findings()).containsExactly("counter_stands 1 of 4", NO_AUTHORS);
    assertThat(lake.hints())
        .containsExactly(
            HINT + "; for example ig post tenth: likes from 1000 to 100 at 2026-10-02 08:00",
            AUTHORS_HINT);
  }

  @Test
  void aSightThatHidesACounterIsPassedOver() {
    // From scratch all sights are compared: that of day 2 shows no views.
    MemoryLake lake = lake().run(THIRD, ConformJob.JOB.body());
    assertThat(lake.findings()).containsExactly("counter_stands 2 of 6", NO_AUTHORS);
    assertThat(lake.hints())
        .containsExactly(
            HINT
                + "; for example ig post tenth: likes from 1000 to 100 at 2026-10-02 08:00; ig post"
                + " views: views from 630000 to 63000 at 2026-10-03 08:00",
            AUTHORS_HINT);
  }

  @Test
  void theNewSightIsComparedWithTheStateBefore() {
    MemoryLake lake =
        new MemoryLake(1)
            .deliver(Feeds.POSTS, "mine", FIRST, post("a", 1, "\"likes\":1000"))
            .deliver(Feeds.POSTS, "mine", SECOND, post("a", 2, "\"likes\":990"))
            .deliver(Feeds.POSTS, "mine", THIRD, post("a", 3, "\"likes\":90"))
            .run(FIRST, ConformJob.JOB.body())
            .run(SECOND, ConformJob.JOB.body());
    assertThat(lake.findings()).containsExactly("counter_stands 0 of 1", NO_AUTHORS);
    assertThat(lake.hints()).containsExactly(HINT, AUTHORS_HINT);
    lake.run(THIRD, ConformJob.JOB.body());
    assertThat(lake.findings()).containsExactly("counter_stands 1 of 1", NO_AUTHORS);
    assertThat(lake.hints().get(0)).endsWith("likes from 990 to 90 at 2026-10-03 08:00");
  }

  @Test
  void atMostThreeExamplesAreNamed() {
    MemoryLake lake =
        new MemoryLake(1)
            .deliver(
                Feeds.POSTS,
                "mine",
                FIRST,
                post("a", 1, "\"shares\":50"),
                post("b", 1, "\"saves\":50"),
                post("c", 1, "\"comments\":50"),
                post("d", 1, "\"likes\":50"))
            .deliver(
                Feeds.POSTS,
                "mine",
                SECOND,
                post("d", 2, "\"likes\":5"),
                post("c", 2, "\"comments\":4"),
                post("b", 2, "\"saves\":0"),
                post("a", 2, "\"shares\":1"))
            .run(SECOND, ConformJob.JOB.body());
    assertThat(lake.findings()).containsExactly("counter_stands 4 of 4", NO_AUTHORS);
    assertThat(lake.hints().get(0))
        .endsWith(
            "ig post a: shares from 50 to 1 at 2026-10-02 08:00; ig post b: saves from 50 to 0 at"
                + " 2026-10-02 08:00; ig post c: comments from 50 to 4 at 2026-10-02 08:00");
  }

  @Test
  void postsSeenOnceHaveNothingToFallFrom() {
    MemoryLake lake =
        new MemoryLake(1L << 30)
            .deliver(Feeds.POSTS, "mine", FIRST, post("a", 1, "\"likes\":50"))
            .run(FIRST, ConformJob.JOB.body());
    assertThat(lake.findings()).containsExactly("counter_stands 0 of 0", NO_AUTHORS);
  }
}
