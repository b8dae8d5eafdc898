package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.OpsTables;
import io.assay.testing.TestLake;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One delivery with a row for every fault a row can have, beside rows that only look odd. */
class BadRowsTest {
  private static final String POST =
      "{\"platform\":\"instagram\",\"post_id\":\"%s\",\"account_id\":\"a\","
          + "\"posted_at\":\"2026-10-30T10:00:00Z\",\"crawled_at\":\"2026-10-31T23:59:59Z\"%s}";
  private static final String DEEP = "[".repeat(10_000) + "]".repeat(10_000);

  @TempDir private static Path folder;
  private static TestLake lake;

  @BeforeAll
  static void ingest() {
    String posts =
        String.join(
            "\r\n",
            post("fine", ""),
            "",
            "{\"platform\": \"instagram\", ",
            "[1, 2]",
            "plain text",
            "\t",
            post("first", "") + post("lost", ""),
            post("trailing", "") + " x",
            "\t" + post("indented", ""),
            post("deep", ",\"unknown\":" + DEEP),
            post("long", ",\"caption\":\"" + "x".repeat(50_000_000) + "\""),
            post("negative", ",\"likes\":-1"),
            post("huge", ",\"likes\":1000000000001"),
            post("beyond-long", ",\"likes\":1" + "0".repeat(30)),
            post("words", ",\"likes\":\"12k\""),
            post("fraction", ",\"likes\":1.5"),
            post("float", ",\"likes\":12.0"),
            post("power", ",\"likes\":3e2"),
            post("in-list", ",\"hashtags\":\"one\""),
            post("kind", ",\"media_type\":\"hologram\""),
            post("", ""),
            post("upper", "").replace("instagram", "Instagram"),
            post("no-author", "").replace("\"account_id\":\"a\"", "\"account_id\":null"),
            post("year-9999", "").replace("2026-10-30T10", "9999-12-31T10"),
            post("year-1999", "").replace("2026-10-30T10", "1999-12-31T10"),
            post("late", "").replace("2026-10-31T23:59:59Z", "2026-11-01T00:00:00Z"),
            post("zone", "").replace("2026-10-31T23:59:59Z", "2026-11-01T05:29:59+05:30"),
            post("time-of-day", "").replace("2026-10-30T10:00:00Z", "10:00:00"),
            post("no-time", "").replace("2026-10-30T10:00:00Z", "yesterday"),
            post("twice", ",\"likes\":5"),
            post("twice", ",\"likes\":7,\"comments\":1"),
            post("twice", ",\"likes\":7"),
            post("same", ""),
            post("same", ""),
            post("extra", ",\"mood\":\"good\",\"score\":3"),
            post("q'\\\",\u202e</script>", ""));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}); // a BOM
    bytes.writeBytes(posts.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(
        post("latin", ",\"caption\":\"caf\u00e9\"").getBytes(StandardCharsets.ISO_8859_1));
    lake =
        new TestLake(folder, "ingest.max_quarantined_share=1")
            .file("bad", "posts/p[1].jsonl", bytes.toByteArray())
            .ingest("bad");
  }

  @Test
  void refusesEachFaultWithItsReason() {
    assertThat(lake.rows(OpsTables.QUARANTINE, "reason; field", "reason"))
        .containsExactlyInAnyOrder(
            "not one JSON object|null",
            "not one JSON object|null",
            "not one JSON object|null",
            "not one JSON object|null",
            "not one JSON object|null",
            "not one JSON object|null",
            "not UTF-8|null",
            "longer than ingest.max_record_bytes, 10000000|null",
            "missing|post_id",
            "missing|account_id",
            "not a platform's name in lower case|platform",
            "after the crawl date|posted_at",
            "before 2004|posted_at",
            "after the crawl date|crawled_at",
            "not an ISO-8601 time|posted_at",
            "not an ISO-8601 time|posted_at");
  }

  @Test
  void aValueThatAnOptionalFieldCannotHaveCostsTheValue() {
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "inline(lost_values)", "field"))
        .containsExactlyInAnyOrder(
            "hashtags|not a list of texts|1",
            "likes|above ingest.max_count, 1000000000000|2",
            "likes|negative|1",
            "likes|not a whole number|1",
            "likes|a fraction, not a whole number|1",
            "media_type|not one of image, carousel, video, short_video, live, story, text|1");
  }

  @Test
  void ratiosAndSharesHaveBounds() throws java.io.IOException {
    String account =
        "{\"platform\":\"x\",\"account_id\":\"%s\",\"crawled_at\":\"2026-10-31T10:00:00Z\",%s}%n";
    String accounts =
        account.formatted("below", "\"follower_following_ratio\":-3")
            + account.formatted("rate", "\"posts_per_day\":-0.5")
            + account.formatted("share", "\"handle_digit_share\":1.5")
            + account.formatted("whole", "\"handle_digit_share\":1,\"posts_per_day\":0");
    TestLake other =
        new TestLake(Files.createDirectory(folder.resolve("other")), "ingest.max_lost_share=1")
            .file("ratios", "accounts/a.jsonl", accounts)
            .ingest("ratios");
    assertThat(other.rows(OpsTables.QUARANTINE, "reason", "reason")).isEmpty();
    assertThat(
            other.rows(
                BronzeTables.ACCOUNT_OBSERVATION,
                "account_id; follower_following_ratio; posts_per_day; handle_digit_share",
                "account_id"))
        .containsExactly(
            "below|null|null|null",
            "rate|null|null|null",
            "share|null|null|null",
            "whole|null|0.0|1.0");
  }

  @Test
  void acceptsWhatOnlyLooksOdd() {
    assertThat(lake.rows(BronzeTables.POST_OBSERVATION, "post_id; likes; comments", "post_id"))
        .containsExactlyInAnyOrder(
            "fine|null|null",
            "indented|null|null",
            "float|12|null",
            "power|300|null",
            "zone|null|null",
            "twice|7|1",
            "same|null|null",
            "extra|null|null",
            "negative|null|null",
            "huge|null|null",
            "beyond-long|null|null",
            "words|null|null",
            "fraction|null|null",
            "in-list|null|null",
            "kind|null|null",
            "q'\",\u202e</script>|null|null");
  }

  @Test
  void accountsForEveryRecord() {
    assertThat(
            lake.rows(
                OpsTables.INGEST_ACCOUNTING,
                "feed; records; accepted; duplicates; quarantined; unknown_fields; published",
                "feed"))
        .containsExactly("posts|35|16|3|16|2|true");
  }

  @Test
  void keepsTheRecordAndItsFile() {
    List<String> kept =
        lake.rows(
            OpsTables.QUARANTINE, "source_file; length(record); substr(record, 1, 60)", "reason");
    assertThat(kept).allMatch(row -> row.startsWith("posts/p[1].jsonl|"));
    assertThat(kept).anyMatch(row -> row.endsWith("plain text"));
    assertThat(kept).allMatch(row -> Long.parseLong(row.split("\\|")[1]) <= 2000);
  }

  private static String post(String id, String more) {
    return String.format(POST, id, more);
  }
}
