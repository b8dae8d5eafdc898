package io.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From what was crawled to every signal of what somebody does and gets: each has a value of its
 * own, so that none can stand in another's place.
 */
class ActivitySignalsTest {
  private static final List<String> PEOPLE =
      List.of("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9");

  private static final Map<String, Double> OF_FAN = new LinkedHashMap<>();
  private static final Map<String, Double> OF_STAR = new LinkedHashMap<>();

  static {
    // 23 times from visit to visit: 12 of 1 h, 6 of 2 h, 5 of 20 h. The 6th is 1 h, the 18th 2 h.
    OF_FAN.put("interval_spread", 2.0);
    // Acts at 8, 9, 11 and 12: from 13 through 7.
    OF_FAN.put("quiet_hours", 19.0);
    // 6 after 10 s, 12 after 1000 s, 6 after 5000 s.
    OF_FAN.put("reaction_seconds", 1_000.0);
    OF_FAN.put("reactions_within_minute", 6 / 24.0);
    // From the first 8 o'clock to the sixth 12 o'clock: 5 days and 4 hours.
    OF_FAN.put("actions_per_day", 24 / (5 + 4 / 24.0));
    OF_FAN.put("writes_generic", 1 / 40.0);
    OF_FAN.put("writes_emoji_only", 2 / 40.0);
    OF_FAN.put("writes_one_word", 3 / 40.0);
    OF_FAN.put("writes_mentions_only", 4 / 40.0);
    OF_FAN.put("writes_links", 5 / 40.0);
    OF_FAN.put("writes_promotion", 6 / 40.0);
    OF_FAN.put("writes_copies", 7 / 40.0);
    OF_FAN.put("writes_repeats", 8 / 40.0);
    OF_FAN.put("writes_words", (2 + 3 + 5 * 4 + 6 * 6 + 7 * 9 + 9 * 6 + 5 + 6 + 6) / 40.0);
    OF_STAR.put("comments_generic", 2 / 20.0);
    OF_STAR.put("comments_emoji_only", 3 / 20.0);
    OF_STAR.put("comments_one_word", 4 / 20.0);
    OF_STAR.put("comments_copied", 5 / 20.0);
    OF_STAR.put("commenters_per_comment", 9 / 25.0);
  }

  private static Map<String, Row> signals;

  @BeforeAll
  static void measure() {
    Crawled crawled = new Crawled();
    act(crawled);
    write(crawled);
    get(crawled);
    signals = crawled.signals();
  }

  /** Four likes a day for six days. */
  private static void act(Crawled crawled) {
    List<Integer> hours = List.of(8, 9, 11, 12);
    List<Integer> delays = List.of(10, 1_000, 1_000, 5_000);
    for (int day = 1; day <= 6; day++) {
      for (int i = 0; i < 4; i++) {
        Instant at = Instant.parse("2026-10-0%dT%02d:30:00Z".formatted(day, hours.get(i)));
        String post = "liked " + day + " " + i;
        crawled.post(post, "somebody", at.minusSeconds(delays.get(i)).toString());
        crawled.like("fan", post, at.toString());
      }
    }
  }

  /** Forty comments, without a time so that they do not count as acts. */
  private static void write(Crawled crawled) {
    crawled.post("p", "somebody", "2026-10-01T08:00:00Z");
    say(crawled, "%s", "so nice", "😍", "🔥", "Lisbon", "Porto", "Faro");
    say(crawled, "@%s", "ann", "bob", "cid", "dan");
    say(crawled, "recipe of %s at https://example.com/a", "bread", "soup", "cake", "tea", "rice");
    say(
        crawled,
        "subscribe to my channel about %s",
        "cats",
        "dogs",
        "birds",
        "ships",
        "trains",
        "cars");
    for (String part : List.of("spring", "summer", "autumn", "winter", "morning", "day", "night")) {
      String text = "what a wonderful " + part + " by the sea with friends";
      crawled.comment("fan", "p", null, text).comment("echo", "p", null, text);
    }
    for (int i = 0; i < 9; i++) {
      crawled.comment("fan", "p", null, "such a quiet place in winter");
    }
    say(
        crawled,
        "%s",
        "who would have thought so",
        "that road leads nowhere at all",
        "they built it before the war");
  }

  private static void say(Crawled crawled, String text, String... fillings) {
    for (String filling : fillings) {
      crawled.comment("fan", "p", null, text.formatted(filling));
    }
  }

  /** Twenty comments with a text and five without, by nine people, and an answer. */
  private static void get(Crawled crawled) {
    crawled.post("s", "star", "2026-10-01T08:00:00Z");
    for (String person : PEOPLE.subList(0, 5)) {
      crawled.comment(person, "s", null, "the colours of this coast are unreal today");
    }
    List<String> texts =
        List.of(
            "love it",
            "nice pic",
            "😍",
            "🔥🔥",
            "@eve",
            "Braga",
            "Evora",
            "Sintra",
            "Tomar",
            "where did you take it",
            "my mother was born there",
            "it rained when we came",
            "which camera do you use",
            "the bridge is new then",
            "who is the tall man");
    for (int i = 0; i < texts.size(); i++) {
      crawled.comment(PEOPLE.get(5 + i % 4), "s", null, texts.get(i));
    }
    for (int i = 0; i < 5; i++) {
      crawled.comment("c1", "s", null, null);
    }
    crawled.comment("star", "s", null, "thank you");
  }

  @Test
  void whatAnActorDoesAndWrites() {
    OF_FAN.forEach((signal, value) -> hasValue("fan", signal, value));
  }

  @Test
  void whatAnAuthorGets() {
    OF_STAR.forEach((signal, value) -> hasValue("star", signal, value));
  }

  @Test
  void everySignalOfActivityIsHere() {
    Set<String> here = new HashSet<>(OF_FAN.keySet());
    here.addAll(OF_STAR.keySet());
    assertThat(Signals.ALL.stream().filter(s -> s.sql().contains("activity.")).map(Signal::name))
        .containsExactlyInAnyOrderElementsOf(here);
    assertThat(OF_FAN.values()).doesNotHaveDuplicates();
    assertThat(OF_STAR.values()).doesNotHaveDuplicates();
  }

  private static void hasValue(String account, String signal, double value) {
    // Quartiles and medians are exact to a bin, 1.9 % wide.
    double error = Set.of("interval_spread", "reaction_seconds").contains(signal) ? .02 : 1e-12;
    assertThat(signals.get(account).<Double>getAs(signal))
        .as(signal)
        .isCloseTo(value, within(error * value));
  }
}
