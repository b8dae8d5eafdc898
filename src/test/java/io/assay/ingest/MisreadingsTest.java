package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks like a value and is another: refused by name, or read as the mapping says. */
class MisreadingsTest {
  private static final String PAGES = "id;fans\na;12.000\nb;640\nc;1.234.567\n";
  private static final String POSTS =
      """
      format: json
      feeds:
        posts:
          schema: "id STRING, at STRING, n STRING"
          columns: {platform: "'x'", post_id: id, account_id: "'a'", posted_at: "AT", likes: "N",
                    crawled_at: "'2026-10-31T08:00:00Z'"}
      """;

  @TempDir private Path folder;

  private FeedCheck pages(String more) {
    return new Mapped(folder)
        .file("p.csv", PAGES)
        .by(
            """
            format: csv
            options: {sep: ";"}
            %s
            feeds:
              accounts:
                columns: {platform: "'x'", account_id: id, followers: fans,
                          crawled_at: "'2026-10-31T08:00:00Z'"}
            """
                .formatted(more));
  }

  private FeedCheck posts(String at, String likes, String... lines) {
    return new Mapped(folder)
        .file("p.jsonl", String.join("\n", lines))
        .by(POSTS.replace("AT", at).replace("\"N\"", '"' + likes + '"'));
  }

  @Test
  void thousandsByPointAreRefusedWithBothReadings() {
    FeedCheck check = pages("");
    assertThat(Mapped.rows(check, "account_id", "followers")).containsExactly("b|640", "c|1234567");
    assertThat(check.refusals())
        .extracting(FeedCheck.Refusal::field, FeedCheck.Refusal::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "followers",
                "can be read in two ways (12.000 as 12 or 12000, 1,234 as 1.234 or 1234); numbers:"
                    + " in a mapping says which"));
  }

  @Test
  void theMappingSaysHowThousandsAreParted() {
    assertThat(
            Mapped.rows(
                pages("numbers: {thousands: \".\", decimal: \",\"}"), "account_id", "followers"))
        .containsExactly("a|12000", "b|640", "c|1234567");
  }

  @Test
  void digitsOfOtherScriptsHaveTwoReadingsToo() {
    FeedCheck check =
        new Mapped(folder)
            .file("p.csv", "id;fans\na;١٢.٠٠٠\nb;１２.０００\nc;٦٤٠\n")
            .by(
                """
                format: csv
                options: {sep: ";"}
                feeds:
                  accounts:
                    columns: {platform: "'x'", account_id: id, followers: fans,
                              crawled_at: "'2026-10-31T08:00:00Z'"}
                """);
    assertThat(Mapped.rows(check, "account_id", "followers")).containsExactly("c|640");
  }

  @Test
  void aNumberOfJsonThatIsNoneIsNoId() {
    FeedCheck check =
        posts("'2026-10-30'", "n", "{\"id\":NaN,\"n\":5}", "{\"id\":\"p\",\"n\":NaN}");
    assertThat(Mapped.rows(check, "post_id", "likes")).containsExactly("p|null");
    assertThat(check.lost()).extracting(LostValue::unreadable).containsExactly(false);
  }

  @Test
  void numbersOfAFileAreNoTexts() {
    FeedCheck check =
        new Mapped(folder)
            .parquet(
                "a.parquet",
                "SELECT 'a' id, CAST(12 AS DECIMAL(10,3)) n UNION ALL SELECT 'b', 12.345BD")
            .by(
                """
                format: parquet
                feeds:
                  accounts:
                    columns: {platform: "'x'", account_id: id, followers: n,
                              crawled_at: "'2026-10-31T08:00:00Z'"}
                """);
    assertThat(Mapped.rows(check, "account_id", "followers")).containsExactly("a|12", "b|null");
    assertThat(check.lost())
        .containsExactly(new LostValue("followers", "a fraction, not a whole number", false, 1));
  }

  @Test
  void aNumberOfJsonIsOneWhateverItsTextWouldMean() {
    String[] lines = {
      "{\"id\":\"p1\",\"n\":1.234}",
      "{\"id\":\"p2\",\"n\":12.0}",
      "{\"id\":\"p3\",\"n\":1234}",
      "{\"id\":\"p4\",\"n\":411.9999999}"
    };
    FeedCheck check = posts("'2026-10-30'", "n", lines);
    String[] counts = {"p1|null", "p2|12", "p3|1234", "p4|412"};
    assertThat(check.refusals()).isEmpty();
    assertThat(Mapped.rows(check, "post_id", "likes")).containsExactly(counts);
    assertThat(check.lost())
        .containsExactly(new LostValue("likes", "a fraction, not a whole number", false, 1));
    FeedCheck said =
        new Mapped(folder)
            .file("p.jsonl", String.join("\n", lines) + "\n{\"id\":\"p5\",\"n\":\"1.234\"}")
            .by(
                "numbers: {thousands: \".\", decimal: \",\"}\n"
                    + POSTS.replace("AT", "'2026-10-30'").replace("\"N\"", "n"));
    assertThat(Mapped.rows(said, "post_id", "likes"))
        .containsExactly("p1|null", "p2|12", "p3|1234", "p4|412", "p5|1234");
    assertThat(said.lost()).isEqualTo(check.lost());
  }

  @Test
  void aCastOfATextIsLeftToTheField() {
    String[] lines = {
      "{\"id\":\"p1\",\"n\":\"1.234\"}",
      "{\"id\":\"p2\",\"n\":\"12.7\"}",
      "{\"id\":\"p3\",\"n\":\"12\"}",
      "{\"id\":\"p4\",\"n\":\"\"}"
    };
    for (String likes : new String[] {"CAST(n AS BIGINT)", "n::int", "CAST(trim(n) AS DOUBLE)"}) {
      FeedCheck check = posts("'2026-10-30'", likes, lines);
      assertThat(Mapped.rows(check, "post_id", "likes"))
          .as(likes)
          .containsExactly("p2|null", "p3|12", "p4|null");
      assertThat(Mapped.refusals(check).get(0)).startsWith("1 can be read in two ways");
      assertThat(check.lost())
          .containsExactly(new LostValue("likes", "a fraction, not a whole number", false, 1));
    }
    FeedCheck kept = posts("'2026-10-30'", "try_cast(n AS DECIMAL(10, 0)) + 0", lines);
    assertThat(Mapped.rows(kept, "post_id", "likes"))
        .containsExactly("p1|1", "p2|13", "p3|12", "p4|null");
  }

  @Test
  void aListOrAnObjectIsNoId() {
    FeedCheck check =
        posts(
            "'2026-10-30'",
            "n",
            "{\"id\":[\"p1\"]}",
            "{\"id\":{\"n\":1}}",
            "{\"id\":[]}",
            "{\"id\":\"[p4\"}",
            "{\"id\":1.234}");
    assertThat(Mapped.rows(check, "post_id")).containsExactly("[p4");
    assertThat(Mapped.refusals(check))
        .extracting(said -> said.substring(0, 30))
        .containsExactlyInAnyOrder(
            "3 no id but a list or an objec", "1 no id but a number with a fr");
  }

  @Test
  void amountsAndAveragesHaveTwoReadingsAndRatiosHaveNot() {
    Mapped lists =
        new Mapped(folder)
            .file("a.csv", "id;likes;ratio\na;1.234;1.234\nb;12,5;0.5\nc;1,234.5;7\nd;12.5;3\n");
    String mapping =
        """
        format: csv
        options: {sep: ";"}
        feeds:
          accounts:
            columns: {platform: "'x'", account_id: id, average_likes: likes,
                      follower_following_ratio: ratio, crawled_at: "'2026-10-31T08:00:00Z'"}
        """;
    FeedCheck check = lists.by(mapping);
    assertThat(Mapped.rows(check, "account_id", "average_likes", "follower_following_ratio"))
        .containsExactly("b|null|0.5", "c|1234.5|7.0", "d|12.5|3.0");
    assertThat(Mapped.refusals(check).get(0)).startsWith("1 can be read in two ways");
    assertThat(check.lost())
        .containsExactly(new LostValue("average_likes", "not a finite number", true, 1));
    assertThat(
            Mapped.rows(
                lists.by("numbers: {thousands: \",\", decimal: \".\"}\n" + mapping),
                "account_id",
                "average_likes",
                "follower_following_ratio"))
        .containsExactly("a|1.234|1.234", "b|null|0.5", "c|1234.5|7.0", "d|12.5|3.0");
  }

  @Test
  void soHaveWhatAPlacementCostAndASaleWasWorth() {
    FeedCheck check =
        new Mapped(folder)
            .file(
                "conversions/c.csv",
                "campaign_id,kind,occurred_at,revenue\nc1,sale,2026-10-30,1.234\nc1,sale,2026-10-30,12.34\nc1,sale,2026-10-30,12f\n")
            .unmapped();
    assertThat(Mapped.rows(check, "revenue")).containsExactly("12.34", "null");
    assertThat(Mapped.refusals(check).get(0)).startsWith("1 can be read in two ways");
  }

  @Test
  void zonesInLettersAreRefusedAndPlacesAreNot() {
    String[] lines = {
      "{\"id\":\"p1\",\"at\":\"2026-07-05 18:02:45 BST\"}",
      "{\"id\":\"p2\",\"at\":\"2026-07-05 18:02:45 UTC\"}",
      "{\"id\":\"p3\",\"at\":\"2026-07-05 18:02:45\"}",
      "{\"id\":\"p4\",\"at\":\"2026-07-05T18:02:45-0300\"}",
      "{\"id\":\"p5\",\"at\":\"2026-07-05T18:02:45.5+05:30\"}",
      "{\"id\":\"p6\",\"at\":\"2026-07-05 18:02:45 EST\"}"
    };
    FeedCheck check = posts("at", "n", lines);
    assertThat(Mapped.rows(check, "post_id", "posted_at"))
        .containsExactly(
            "p2|2026-07-05 18:02:45",
            "p3|2026-07-05 18:02:45",
            "p4|2026-07-05 21:02:45",
            "p5|2026-07-05 12:32:45.5");
    assertThat(Mapped.refusals(check).get(0)).startsWith("2 has a time zone in letters");
  }

  @Test
  void theMappingSaysWhereTimesWithoutAZoneAreFrom() {
    FeedCheck check =
        new Mapped(folder)
            .file("p.jsonl", "{\"id\":\"p1\",\"at\":\"2026-07-05 18:02:45\"}")
            .by("zone: Europe/London\n" + POSTS.replace("AT", "at").replace("\"N\"", "n"));
    assertThat(Mapped.rows(check, "posted_at")).containsExactly("2026-07-05 17:02:45");
  }

  @Test
  void functionsReadWhatCrawlersWrite() {
    FeedCheck check =
        posts(
            "twitter_time(at)",
            "shown_count(n)",
            "{\"id\":\"p1\",\"at\":\"Fri May 29 12:52:04 +0000 2020\",\"n\":\"45.3k\"}",
            "{\"id\":\"p2\",\"at\":\"Fri May 29 12:52:04 +0000 2020\",\"n\":\"1.234k\"}");
    assertThat(Mapped.rows(check, "post_id", "posted_at", "likes"))
        .containsExactly("p1|2020-05-29 12:52:04|45300", "p2|2020-05-29 12:52:04|null");
    assertThat(check.lost()).containsExactly(new LostValue("likes", "not a whole number", true, 1));
    assertThat(
            Mapped.rows(
                posts("epoch_seconds(CAST(at AS BIGINT))", "n", "{\"id\":\"p\",\"at\":1590756724}"),
                "posted_at"))
        .containsExactly("2020-05-29 12:52:04");
  }

  @Test
  void aPatternThatSparkCannotUseIsToldWithItsColumn() {
    assertThatThrownBy(
            () ->
                posts(
                    "try_to_timestamp(at, 'EEE MMM dd HH:mm:ss Z yyyy')",
                    "n",
                    "{\"id\":\"p1\",\"at\":\"Fri May 29 12:52:04 +0000 2020\"}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("column posted_at, pattern 'EEE MMM dd HH:mm:ss Z yyyy'");
  }

  @Test
  void mistakesOfTheNotationAreToldAtOnce() {
    assertThatThrownBy(() -> pages("zone: BST\nnumbers: {thousands: \".\", decimal: \".\"}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Europe/London")
        .hasMessageContaining("another character than thousands");
  }
}
