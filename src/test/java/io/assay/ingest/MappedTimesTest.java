package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times that a mapping's own expressions read, and the zone that the mapping names. */
class MappedTimesTest {
  @TempDir private Path folder;

  private FeedCheck posts(String top, String at, String... lines) {
    return new Mapped(folder)
        .file("p.jsonl", String.join("\n", lines))
        .by(
            top
                + """

                format: json
                feeds:
                  posts:
                    schema: "id STRING, at STRING, n BIGINT"
                    columns: {platform: "'x'", post_id: id, account_id: "'a'", posted_at: "AT",
                              crawled_at: "timestamp'2026-10-31 08:00:00Z'"}
                """
                    .replace("AT", at));
  }

  @Test
  void theZoneReachesWhatExpressionsRead() {
    String[] lines = {
      "{\"id\":\"summer\",\"at\":\"05.07.2026 18:02:45\"}",
      "{\"id\":\"winter\",\"at\":\"05.01.2026 18:02:45\"}"
    };
    String at = "try_to_timestamp(at, 'dd.MM.yyyy HH:mm:ss')";
    assertThat(Mapped.rows(posts("zone: Europe/Berlin", at, lines), "posted_at", "crawled_at"))
        .containsExactly(
            "2026-07-05 16:02:45|2026-10-31 08:00:00", "2026-01-05 17:02:45|2026-10-31 08:00:00");
    assertThat(Mapped.rows(posts("", at, lines), "posted_at"))
        .containsExactly("2026-07-05 18:02:45", "2026-01-05 18:02:45");
  }

  @Test
  void secondsSince1970AreOfNoZone() {
    String line = "{\"id\":\"p\",\"n\":1590756724}";
    for (String zone : new String[] {"", "zone: America/New_York", "zone: '+05:30'"}) {
      for (String at :
          new String[] {
            "from_unixtime(n)", "timestamp_seconds(n)", "CAST(n AS TIMESTAMP)", "epoch_seconds(n)"
          }) {
        assertThat(Mapped.rows(posts(zone, at, line), "posted_at"))
            .as(zone + " " + at)
            .containsExactly("2020-05-29 12:52:04");
      }
    }
  }

  @Test
  void soAreTimesThatSayTheirOwn() {
    assertThat(
            Mapped.rows(
                posts(
                    "zone: Asia/Tokyo",
                    "at",
                    "{\"id\":\"p1\",\"at\":\"2026-07-05T18:02:45Z\"}",
                    "{\"id\":\"p2\",\"at\":\"2026-07-05 18:02:45\"}",
                    "{\"id\":\"p3\",\"at\":\"2026-07-05\"}"),
                "posted_at"))
        .containsExactly("2026-07-05 18:02:45", "2026-07-05 09:02:45", "2026-07-04 15:00:00");
  }

  @Test
  void aPatternForZonesInLettersIsRefused() {
    for (String at :
        new String[] {
          "try_to_timestamp(at, 'yyyy-MM-dd HH:mm:ss z')",
          "coalesce(to_timestamp(at, 'EEE zzzz'), to_timestamp(n))",
          "CAST(unix_timestamp(at, 'yyyy z') AS TIMESTAMP)"
        }) {
      assertThatThrownBy(() -> posts("", at, "{\"id\":\"p\"}"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("posted_at")
          .hasMessageContaining("zones in letters have several meanings");
    }
    assertThat(
            Mapped.rows(
                posts(
                    "",
                    "try_to_timestamp(at, \"yyyy-MM-dd HH:mm:ss 'UTC'\")".replace("\"", "\\\""),
                    "{\"id\":\"p\",\"at\":\"2026-07-05 18:02:45 UTC\"}"),
                "posted_at"))
        .containsExactly("2026-07-05 18:02:45");
  }

  @Test
  void zonesThatEndInZAreLettersToo() {
    FeedCheck check =
        posts(
            "",
            "at",
            "{\"id\":\"p1\",\"at\":\"2026-07-05 18:02:45 NZ\"}",
            "{\"id\":\"p2\",\"at\":\"2026-07-05 18:02:45NZ\"}",
            "{\"id\":\"p3\",\"at\":\"2026-07-05 18:02:45 Z\"}",
            "{\"id\":\"p4\",\"at\":\"2026-07-05 18:02:45.5Z\"}");
    assertThat(Mapped.rows(check, "post_id")).containsExactly("p3", "p4");
    assertThat(Mapped.refusals(check).get(0)).startsWith("2 has a time zone in letters");
  }

  @Test
  void whatTheOperatorSaysOfTheTimeChangesNoTime() {
    Mapped sample =
        new Mapped(folder).file("a.jsonl", "{\"id\":\"a\",\"n\":1793433600}\n{\"id\":\"b\"}");
    String mapping =
        """
        zone: America/New_York
        format: json
        feeds:
          accounts:
            schema: "id STRING, n BIGINT"
            columns: {platform: "'x'", account_id: id, crawled_at: "timestamp_seconds(n)"}
        """;
    FeedCheck check = sample.seen(Instant.parse("2026-10-31T09:00:00Z"), mapping);
    assertThat(Mapped.rows(check, "account_id", "crawled_at"))
        .containsExactly("a|2026-10-31 08:00:00", "b|2026-10-31 09:00:00");
  }

  @Test
  void aCastOfATextIsLeftToTheField() {
    FeedCheck check =
        posts(
            "",
            "CAST(at AS TIMESTAMP)",
            "{\"id\":\"p1\",\"at\":\"2026-07-05 18:02:45 BST\"}",
            "{\"id\":\"p2\",\"at\":\"2026-07-05 18:02:45\"}",
            "{\"id\":\"p3\",\"at\":\"soon\"}");
    assertThat(Mapped.rows(check, "post_id", "posted_at"))
        .containsExactly("p2|2026-07-05 18:02:45");
    assertThat(check.refusals())
        .extracting(r -> r.reason().split(",")[0])
        .containsExactlyInAnyOrder("has a time zone in letters", "not an ISO-8601 time");
  }
}
