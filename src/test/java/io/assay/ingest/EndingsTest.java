package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import io.assay.contracts.BronzeTables;
import io.assay.contracts.OpsTables;
import io.assay.contracts.UserError;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Every file of a delivery is read or named as not read, whatever its name ends in. */
class EndingsTest {
  private static final String JSON =
      """
      format: json
      feeds:
        accounts:
          files: "*fans*"
          schema: "n STRING, fans STRING"
          columns:
            {platform: "'x'", account_id: n, followers: fans, crawled_at: crawl_date}
      """;

  @TempDir private Path folder;

  private interface Packing {
    OutputStream of(OutputStream out) throws IOException;
  }

  private static byte[] packed(Packing packing, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packing.of(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] xz(String text) {
    return packed(out -> new XZOutputStream(out, new LZMA2Options(0)), text);
  }

  private static String line(String name, int fans) {
    return "{\"n\":\"" + name + "\",\"fans\":" + fans + "}\n";
  }

  @Test
  void linesOfJsonAreReadHoweverTheyArePacked() {
    FeedCheck check =
        new Mapped(folder)
            .file("fans.ndjson", line("a", 1) + line("b", 2))
            .file("fans.2.JSONL", line("c", 3))
            .file("fans.json.gz", packed(GZIPOutputStream::new, line("d", 4)))
            .file("fans.ndjson.bz2", packed(BZip2CompressorOutputStream::new, line("e", 5)))
            .file("fans.json.xz", xz(line("f", 6) + line("g", 7)))
            .file("fans.jsonl.zst", packed(ZstdOutputStream::new, line("h", 8)))
            .by(JSON);
    assertThat(Mapped.rows(check, "account_id", "followers"))
        .containsExactlyInAnyOrder("a|1", "b|2", "c|3", "d|4", "e|5", "f|6", "g|7", "h|8");
  }

  @Test
  void documentsAreReadHoweverTheyArePacked() {
    String array = "[" + line("a", 1) + "," + line("b", 2) + "]";
    FeedCheck check =
        new Mapped(folder)
            .file("fans.json.xz", xz(array))
            .file("fans.json.zst", packed(ZstdOutputStream::new, array))
            .file("fans.json.bz2", packed(BZip2CompressorOutputStream::new, array))
            .by("options: {multiLine: true}\n" + JSON);
    assertThat(Mapped.rows(check, "account_id", "followers"))
        .containsExactlyInAnyOrder("a|1", "b|2", "a|1", "b|2", "a|1", "b|2");
  }

  @Test
  void tabsPartTheCellsOfTsvHoweverItIsPacked() {
    String rows = "n\tfans\n\"a, b\"\t1\n";
    FeedCheck check =
        new Mapped(folder)
            .file("fans.tsv", rows)
            .file("fans.csv", "fans,n\n2,c\n")
            .file("fans.tsv.gz", packed(GZIPOutputStream::new, "n\tfans\nd\t3\n"))
            .file("fans.tsv.xz", xz("n\tfans\ne\t4\n"))
            .file("fans.tsv.zst", packed(ZstdOutputStream::new, "n\tfans\nf\t5\n"))
            .by(JSON.replace("format: json", "format: csv"));
    assertThat(Mapped.rows(check, "account_id", "followers"))
        .containsExactlyInAnyOrder("a, b|1", "c|2", "d|3", "e|4", "f|5");
  }

  @Test
  void aSeparatorThatTheMappingStatesHoldsForTsvToo() {
    FeedCheck check =
        new Mapped(folder)
            .file("fans.tsv", "n;fans\na, b;1\n")
            .by("options: {sep: ';'}\n" + JSON.replace("format: json", "format: csv"));
    assertThat(Mapped.rows(check, "account_id", "followers")).containsExactly("a, b|1");
  }

  @Test
  void ourOwnFormatMayBePackedAndTabbedToo() {
    String account =
        "{\"platform\":\"x\",\"account_id\":\"%s\",\"crawled_at\":\"2026-10-31T08:00:00Z\"}\n";
    FeedCheck check =
        new Mapped(folder)
            .file("accounts/a.ndjson", account.formatted("a"))
            .file("accounts/b.jsonl.xz", xz(account.formatted("b")))
            .file("accounts/c.jsonl.zst", packed(ZstdOutputStream::new, account.formatted("c")))
            .file("accounts/d.tsv", "platform\taccount_id\tcrawled_at\nx\td\t2026-10-31\n")
            .unmapped();
    assertThat(Mapped.rows(check, "account_id")).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void packedFilesThatAreCutShortAreNamedAndTheRestIsRead() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      many.append("{\"platform\":\"x\",\"account_id\":\"")
          .append(i * 7919L % 10_007)
          .append("\",\"crawled_at\":\"2026-10-31T08:00:00Z\"}\n");
    }
    String whole = many.toString();
    TestLake lake = new TestLake(folder, "ingest.max_quarantined_share=1");
    lake.file(
        "c",
        "accounts/fine.jsonl",
        "{\"platform\":\"x\",\"account_id\":\"fine\",\"crawled_at\":\"2026-10-31T08:00:00Z\"}\n");
    lake.file("c", "accounts/cut.jsonl.xz", half(xz(whole)));
    lake.file("c", "accounts/cut.jsonl.zst", half(packed(ZstdOutputStream::new, whole)));
    lake.file("c", "accounts/cut.jsonl.bz2", half(packed(BZip2CompressorOutputStream::new, whole)));
    lake.file("c", "accounts/no.jsonl.xz", "this is no xz but somewhat longer text");
    lake.file("c", "accounts/empty.jsonl.zst", "");
    lake.ingest("c");
    assertThat(lake.rows(BronzeTables.ACCOUNT_OBSERVATION, "account_id", "account_id"))
        .containsExactly("fine");
    assertThat(lake.rows(OpsTables.QUARANTINE, "source_file; substr(reason, 1, 17)", "source_file"))
        .containsExactly(
            "accounts/cut.jsonl.bz2|broken container:",
            "accounts/cut.jsonl.xz|broken container:",
            "accounts/cut.jsonl.zst|broken container:",
            "accounts/empty.jsonl.zst|broken container:",
            "accounts/no.jsonl.xz|broken container:");
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  @Test
  void whatIsNotReadIsNamedWithTheReason() throws IOException {
    TestLake lake = new TestLake(folder);
    lake.file("c", "fans.json", line("a", 1))
        .file("c", "fans.csv", "n,fans\n")
        .file("c", "fans.xlsx", "x")
        .file("c", "more/fans.7z", "x")
        .file("c", "more/notes.txt", "x")
        .file("c", "other.json", "x")
        .file("c", "fans.json.GZ", "x");
    lake.ingest(lake.crawl("c"), "c", TestLake.DAY, mapping(JSON));
    assertThat(lake.said())
        .contains(
            "files of the delivery that are not read: 6, for example"
                + " fans.csv (the mapping reads json),"
                + " fans.json.GZ (its ending tells no format that is read),"
                + " more/fans.7z (an archive of a kind that is not read: unpack it),"
                + " other.json; --dry-run lists them");
  }

  @Test
  void aDeliveryOfWhichNothingIsReadSaysWhatItHolds() {
    Mapped delivery = new Mapped(folder).file("fans.rar", "x").file("fans.xml", "x");
    assertThatThrownBy(() -> delivery.by(JSON))
        .isInstanceOfSatisfying(
            UserError.class,
            e ->
                assertThat(e.remedy())
                    .contains(
                        "What is not read: 2, for example"
                            + " fans.rar (an archive of a kind that is not read: unpack it),"
                            + " fans.xml (its ending tells no format that is read)."));
    Mapped ours = new Mapped(folder.resolve("ours")).file("accounts/a.7z", "x");
    assertThatThrownBy(ours::unmapped)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("accounts/a.7z is of no known format");
  }

  @Test
  void aFeedThatReadsNothingIsAMistakeUnlessItIsOptional() throws IOException {
    TestLake lake = new TestLake(folder).file("c", "fans.json", line("a", 1));
    String posts =
        JSON
            + """
              posts:
                files: "*posts*.json"
                %s
                columns: {platform: "'x'", post_id: n, account_id: n, posted_at: n}
            """;
    assertThatThrownBy(
            () ->
                lake.ingest(
                    lake.crawl("c"),
                    "c",
                    TestLake.DAY,
                    mapping(posts.formatted("optional: false"))))
        .isInstanceOf(UserError.class)
        .hasMessage("no file of the delivery is read for posts (files: *posts*.json)");
    lake.ingest(lake.crawl("c"), "c", TestLake.DAY, mapping(posts.formatted("optional: true")));
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "feed; records", "feed"))
        .containsExactly("accounts|1");
    assertThatThrownBy(() -> mapping(posts.formatted("optional: maybe")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("feeds.posts.optional: \"maybe\"; allowed: true or false");
  }

  @Test
  void aSourceThatReadsNothingBesideOthersOfItsFeedIsTold() throws IOException {
    TestLake lake = new TestLake(folder).file("c", "fans.json", line("a", 1));
    String source =
        "\n    - files: \"%s\"\n      columns:"
            + " {platform: \"'x'\", account_id: n, crawled_at: crawl_date}";
    Path mapping =
        mapping(
            "format: json\nfeeds:\n  accounts:"
                + source.formatted("fans*")
                + source.formatted("old/*"));
    lake.ingest(lake.crawl("c"), "c", TestLake.DAY, mapping);
    assertThat(lake.said())
        .contains("no file of the delivery is read by accounts[1] (files: old/*)");
    Crawl crawl =
        new Crawl(lake.crawl("c").toString(), "c", TestLake.DAY, Mapping.load(mapping), null);
    assertThat(
            CrawlFiles.of(SparkFixture.spark(), crawl, lake.settings().ingest())
                .missing(crawl.mapping()))
        .isEmpty();
  }

  private Path mapping(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("m.yaml"), yaml);
    Mapping.load(file);
    return file;
  }
}
