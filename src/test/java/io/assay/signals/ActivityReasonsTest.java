package io.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of accounts whose activity was crawled in part. */
class ActivityReasonsTest {
  private static Map<String, Row> signals;

  @BeforeAll
  static void measure() {
    Crawled crawled = new Crawled();
    crawled
        .post("p", "author", "2026-10-10T10:00:00Z")
        .post("day", "other", "2026-10-10T00:00:00Z");
    for (int i = 0; i < 24; i++) {
      crawled.like("awake", "p" + i, "2026-10-11T%02d:15:00Z".formatted(i));
      crawled.like("early", "p", "2026-10-09T%02d:15:00Z".formatted(i));
      crawled.like("dated", "p" + i, "2026-10-11T00:00:00Z");
      crawled.like("liker", "p" + i, null);
      crawled.like("of the day", "day", "2026-10-11T%02d:15:00Z".formatted(i));
    }
    for (int i = 0; i < 12; i++) {
      crawled.comment("mute", "p", null, null);
      crawled.comment("blank", "unknown", null, "");
    }
    for (int i = 0; i < 9; i++) {
      crawled.comment("brief", "unknown", null, "nice").comment("brief", "unknown", null, null);
    }
    signals = crawled.signals();
  }

  @Test
  void anActorWhoseLikesHaveNoTimeHasARow() {
    assertThat(reason("liker", "actions"))
        .isEqualTo("no dated engagement of it (with a time of day) was crawled in 90 days");
    assertThat(reason("liker", "written")).isEqualTo("no comment of it was crawled in 90 days");
    assertThat(value("liker", "actions_per_day")).isNull();
  }

  @Test
  void midnightSharpIsADayAndNoTime() {
    assertThat(reason("dated", "actions")).isEqualTo(reason("liker", "actions"));
    assertThat(reason("of the day", "actions")).isNull();
    assertThat(reason("of the day", "reactions")).isEqualTo(reason("early", "reactions"));
  }

  @Test
  void actsBeforeTheirPostsAreNoReactions() {
    assertThat(reason("early", "actions")).isNull();
    assertThat(reason("early", "reactions"))
        .isEqualTo("no engagement of it dated after the publication of a crawled post in 90 days");
    assertThat(value("early", "reaction_seconds")).isNull();
  }

  @Test
  void oneLongDaySaysNothingOfTheNights() {
    assertThat(value("awake", "quiet_hours")).isNull();
    assertThat(reason("awake", "active_days"))
        .isEqualTo("days on which it acts in 90 days: 1, 5 needed");
    assertThat(value("awake", "actions_per_day")).isCloseTo(24, within(1e-12));
    assertThat(value("awake", "interval_spread")).isCloseTo(1, within(1e-12));
    assertThat(reason("liker", "active_days")).isEqualTo(reason("liker", "actions"));
  }

  @Test
  void commentsWithoutATextAreNoTexts() {
    assertThat(reason("mute", "written")).isEqualTo("its comments were crawled without their text");
    assertThat(value("mute", "writes_generic")).isNull();
    assertThat(value("mute", "writes_words")).isNull();
    assertThat(reason("author", "comments"))
        .isEqualTo("the comments of others under its posts were crawled without their text");
    assertThat(value("author", "comments_generic")).isNull();
    assertThat(reason("author", "commenters")).isNull();
    assertThat(value("author", "commenters_per_comment")).isCloseTo(1 / 12.0, within(1e-12));
    assertThat(reason("mute", "commenters"))
        .isEqualTo("no comment of others was crawled under its posts in 90 days");
  }

  @Test
  void onlyCommentsWithATextAreEnough() {
    assertThat(reason("brief", "written"))
        .isEqualTo("comments of it with a text in 90 days: 9, 10 needed");
    assertThat(reason("blank", "written")).isNull();
    assertThat(value("blank", "writes_words")).isZero();
  }

  private static String reason(String account, String input) {
    return signals.get(account).getAs(input + "_reason");
  }

  private static Double value(String account, String signal) {
    return signals.get(account).getAs(signal);
  }
}
