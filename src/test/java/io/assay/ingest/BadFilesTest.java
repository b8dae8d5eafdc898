package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.OpsTables;
import io.assay.contracts.QualityGateError;
import io.assay.contracts.UserError;
import io.assay.testing.TestLake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries whose files are missing, broken or not what they claim to be. */
class BadFilesTest {
  private static final String ACCOUNT =
      "{\"platform\":\"tiktok\",\"account_id\":\"%s\",\"crawled_at\":\"2026-10-31T08:00:00Z\","
          + "\"followers\":%d}%n";

  @TempDir private Path folder;

  @Test
  void brokenContainersAreRefusedWholeAndTheRestIsRead() throws IOException {
    byte[] whole = gzip(ACCOUNT.formatted("x", 1).repeat(5000));
    TestLake lake =
        new TestLake(folder, "ingest.max_quarantined_share=1")
            .file("c", "accounts/a b+c%20[1].jsonl", ACCOUNT.formatted("fine", 5))
            .file("c", "accounts/whole.jsonl.gz", gzip(ACCOUNT.formatted("packed", 6)))
            .file("c", "accounts/cut.jsonl.gz", Arrays.copyOf(whole, whole.length / 2))
            .file("c", "accounts/empty.jsonl.gz", new byte[0])
            .file("c", "accounts/no.parquet", "PAR1 but nothing else")
            .ingest("c");
    assertThat(lake.rows(BronzeTables.ACCOUNT_OBSERVATION, "source_file; followers", "followers"))
        .containsExactly("accounts/a b+c%20[1].jsonl|5", "accounts/whole.jsonl.gz|6");
    assertThat(lake.rows(OpsTables.QUARANTINE, "source_file; substr(reason, 1, 16)", "source_file"))
        .containsExactly(
            "accounts/cut.jsonl.gz|broken container",
            "accounts/empty.jsonl.gz|broken container",
            "accounts/no.parquet|broken container");
    // 5,000 records were packed into the file that is cut in half; the others hold less than one
    assertThat(
            lake.rows(
                OpsTables.QUARANTINE, "source_file; records BETWEEN 1500 AND 3500", "source_file"))
        .containsExactly(
            "accounts/cut.jsonl.gz|true",
            "accounts/empty.jsonl.gz|false",
            "accounts/no.parquet|false");
    assertThat(
            lake.rows(
                OpsTables.INGEST_ACCOUNTING,
                "accepted; records - quarantined; quarantined BETWEEN 1502 AND 3502",
                "accepted"))
        .containsExactly("2|2|true");
  }

  @Test
  void aLoneCutGzipIsFoundToo() throws IOException {
    byte[] whole = gzip(ACCOUNT.formatted("x", 1).repeat(5000));
    TestLake lake =
        new TestLake(folder, "ingest.max_quarantined_share=1")
            .file("c", "accounts/fine.jsonl", ACCOUNT.formatted("fine", 5))
            .file("c", "accounts/cut.jsonl.gz", Arrays.copyOf(whole, whole.length / 2))
            .ingest("c");
    assertThat(lake.rows(BronzeTables.ACCOUNT_OBSERVATION, "account_id", "account_id"))
        .containsExactly("fine");
    assertThat(lake.rows(OpsTables.QUARANTINE, "source_file", "source_file"))
        .containsExactly("accounts/cut.jsonl.gz");
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "accepted; records - quarantined", "records"))
        .containsExactly("1|1");
  }

  @Test
  void aMappingsConditionDoesNotHideWhatCannotBeRead() {
    FeedCheck check =
        new Mapped(folder)
            .file("a.csv", "name,fans,at\nx,1,99999999999999999\nragged,2\n,3,1\ny,4,1600000000\n")
            .by(
                "format: csv\nfeeds:\n  accounts:\n"
                    + "    where: \"at IS NOT NULL AND name IS NOT NULL\"\n"
                    + "    columns:\n      platform: \"'x'\"\n      account_id: name\n"
                    + "      followers: fans\n"
                    + "      crawled_at: \"CAST(try_cast(at AS BIGINT) AS TIMESTAMP)\"\n");
    assertThat(Mapped.rows(check, "account_id", "followers")).containsExactly("y|4");
    assertThat(check.refusals())
        .extracting(r -> r.reason() + "|" + r.field())
        .containsExactlyInAnyOrder(
            "after the crawl date|crawled_at", "not as many cells as the header|null");
  }

  @Test
  void csvKeepsQuotedLineBreaksAndRefusesUndecodableAndRaggedRows() {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    csv.writeBytes(
        ("\uFEFFplatform,account_id,crawled_at,handle,followers,mood\r\n"
                + "tiktok,1,2026-10-31T08:00:00Z,\"a \"\"b\"\", c\r\nd \u202e</script>\",0,x\r\n"
                + "tiktok,2,2026-10-31T08:00:00Z,short\r\n"
                + "tiktok,3,2026-10-31T08:00:00Z,,,\r\n"
                + "tiktok,4,2026-10-31T08:00:00Z,caf")
            .getBytes(StandardCharsets.UTF_8));
    csv.write(0xE9);
    csv.writeBytes(",1,\r\n".getBytes(StandardCharsets.UTF_8));
    FeedCheck check =
        new Mapped(folder)
            .file("accounts/a.csv", csv.toByteArray())
            .file(
                "accounts/other-header.csv",
                "followers,account_id,platform,crawled_at\n7,5,x,2026-10-31\n")
            .unmapped();
    assertThat(Mapped.rows(check, "account_id", "handle", "followers"))
        .containsExactly("1|a \"b\", c\nd \u202e</script>|0", "3|null|null", "5|null|7");
    assertThat(reasons(check))
        .containsExactlyInAnyOrder("not UTF-8", "not as many cells as the header");
    assertThat(check.records()).isEqualTo(5);
  }

  @Test
  void columnsThatTheFeedDoesNotHaveAreCounted() {
    TestLake lake =
        new TestLake(folder)
            .file(
                "c",
                "accounts/a.csv",
                "platform,account_id,crawled_at,mood\nx,1,2026-10-31,good\nx,2,2026-10-31,\n")
            .ingest("c");
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "records; unknown_fields", "records"))
        .containsExactly("2|1");
  }

  @Test
  void aQuoteThatIsNotClosedAndACellWithoutEndAreNamed() {
    FeedCheck check =
        new Mapped(folder)
            .file(
                "accounts/a.csv",
                "platform,account_id,crawled_at,bio\n"
                    + "x,1,2026-10-31,fine\n"
                    + "x,2,2026-10-31,"
                    + "y".repeat(1001)
                    + "\nx,3,\"2026-10-31,open\nto the end\n")
            .file(
                "accounts/b.csv",
                "platform,account_id,crawled_at,bio\nx,3,\"2026-10-31,open\nx,4,2026-10-31,lost\n")
            .unmapped("ingest.max_record_bytes=1000");
    assertThat(Mapped.rows(check, "account_id")).containsExactly("1");
    assertThat(reasons(check))
        .containsExactlyInAnyOrder(
            "longer than ingest.max_record_bytes, 1000",
            "not as many cells as the header, over several lines: a quote may not be closed",
            "broken container: the quote that opens in line 2 is not closed, so that a cell holds"
                + " the records below it");
  }

  @Test
  void parquetFilesMayDifferInTheirSchemas() {
    FeedCheck check =
        new Mapped(folder)
            .parquet(
                "accounts/a.parquet",
                "SELECT 'tiktok' platform, '1' account_id, timestamp'2026-10-31 08:00:00' crawled_at,"
                    + " 5L followers")
            .parquet(
                "accounts/b.parquet",
                "SELECT 'tiktok' platform, '2' account_id, '2026-10-31T08:00:00Z' crawled_at,"
                    + " '6' followers, 1 mood")
            .unmapped();
    assertThat(Mapped.rows(check, "account_id", "followers", "crawled_at"))
        .containsExactly("1|5|2026-10-31 08:00:00", "2|6|2026-10-31 08:00:00");
  }

  @Test
  void aParquetFileThatSparkDoesNotReadIsRefusedAndTheRestIsRead() throws IOException {
    Mapped delivery =
        new Mapped(folder)
            .parquet(
                "accounts/a.parquet",
                "SELECT 'x' platform, '1' account_id, '2026-10-31T08:00:00Z' crawled_at");
    MessageType nanoseconds =
        MessageTypeParser.parseMessageType(
            "message m { required int64 crawled_at (TIMESTAMP(NANOS,true)); }");
    for (String name : List.of("b.parquet", "c.parquet")) {
      try (ParquetWriter<Group> writer =
          ExampleParquetWriter.builder(
                  new LocalOutputFile(delivery.crawl().resolve("accounts").resolve(name)))
              .withType(nanoseconds)
              .build()) {
        writer.write(new SimpleGroupFactory(nanoseconds).newGroup().append("crawled_at", 1L));
      }
    }
    FeedCheck check = delivery.unmapped();
    assertThat(Mapped.rows(check, "account_id")).containsExactly("1");
    assertThat(check.refusals())
        .extracting(r -> r.file() + "|" + r.reason().substring(0, 36))
        .containsExactlyInAnyOrder(
            "accounts/b.parquet|columns that Spark does not read (wr",
            "accounts/c.parquet|columns that Spark does not read (wr");
  }

  @Test
  void allRowsBadStopsTheCrawlButKeepsTheEvidence() {
    TestLake lake = new TestLake(folder).file("c", "accounts/a.jsonl", "nonsense\nmore\n");
    assertThatThrownBy(() -> lake.ingest("c"))
        .isInstanceOf(QualityGateError.class)
        .hasMessageContaining("2 of 2 accounts records (100.0 %)")
        .hasMessageContaining("ingest.max_quarantined_share")
        .hasMessageContaining("most often: not one JSON object (2);");
    assertThat(lake.lake().holds(BronzeTables.ACCOUNT_OBSERVATION)).isFalse();
    assertThat(lake.rows(OpsTables.QUARANTINE, "record", "record"))
        .containsExactly("more", "nonsense");
    assertThat(lake.rows(OpsTables.RUN, "job; outcome; exit_code", "job"))
        .containsExactly("ingest|failed|3");
    assertThat(
            lake.rows(OpsTables.INGEST_ACCOUNTING, "feed; records; quarantined; published", "feed"))
        .containsExactly("accounts|2|2|false");
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    TestLake lake = new TestLake(folder);
    assertThatThrownBy(() -> lake.ingest("missing"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("missing does not exist");
    Files.createDirectories(lake.crawl("empty"));
    assertThatThrownBy(() -> lake.ingest("empty"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no file to read");
    lake.file("odd", "accounts/a.xlsx", "x");
    assertThatThrownBy(() -> lake.ingest("odd"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("accounts/a.xlsx is of no known format");
    lake.file("typed", "Posts/a.jsonl", "x").file("typed", "accounts/a.jsonl", "x");
    assertThatThrownBy(() -> lake.ingest("typed"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the delivery holds 'Posts', which is no feed");
    lake.file("hollow", "accounts/a.jsonl", "\n\n");
    assertThatThrownBy(() -> lake.ingest("hollow"))
        .isInstanceOf(QualityGateError.class)
        .hasMessageContaining("holds no record");
  }

  @Test
  void aMappingThatDoesNotFitIsExplained() {
    Mapped delivery = new Mapped(folder).file("a.csv", "name,fans\nx,1\n");
    assertThatThrownBy(
            () ->
                delivery.by(
                    "format: csv\nfeeds:\n  accounts:\n    columns:\n      platform: \"'x'\"\n"
                        + "      account_id: nickname\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("feed accounts, column account_id")
        .hasMessageContaining("nickname");
    assertThatThrownBy(
            () -> delivery.by("format: xml\nfeeds:\n  accounts:\n    columns:\n      nick: a\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("format: \"xml\"; allowed: one of json, csv, parquet")
        .hasMessageContaining("feeds.accounts.columns.nick: unknown key")
        .hasMessageContaining("feeds.accounts.columns.account_id: missing");
  }

  private static List<String> reasons(FeedCheck check) {
    return check.refusals().stream().map(FeedCheck.Refusal::reason).toList();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
