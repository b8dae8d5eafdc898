package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.OpsTables;
import io.assay.contracts.UserError;
import io.assay.testing.TestLake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are broken are refused whole, and bombs are told. */
class BrokenArchivesTest {
  private static final String ACCOUNT =
      "{\"platform\":\"x\",\"account_id\":\"%s\",\"crawled_at\":\"2026-10-31T08:00:00Z\"}%n";

  @TempDir private Path folder;

  private static String account(String id) {
    return ACCOUNT.formatted(id);
  }

  /** What becomes of an archive of one or two accounts beside a plain file of one. */
  private TestLake beside(String name, byte[] archive) {
    return new TestLake(folder.resolve(name), "ingest.max_quarantined_share=1")
        .file("c", "accounts/fine.jsonl", account("f"))
        .file("c", "accounts/" + name, archive)
        .ingest("c");
  }

  private void assertRefused(String name, byte[] archive, String reason, int records) {
    TestLake lake = beside(name, archive);
    assertThat(lake.rows(BronzeTables.ACCOUNT_OBSERVATION, "account_id", "account_id"))
        .as(name)
        .containsExactly("f");
    assertThat(lake.rows(OpsTables.QUARANTINE, "source_file; reason; record; records", "reason"))
        .containsExactly("accounts/" + name + "|broken container: " + reason + "|null|" + records);
    assertThat(lake.rows(OpsTables.INGEST_ACCOUNTING, "records; accepted; quarantined", "records"))
        .containsExactly((records + 1) + "|1|" + records);
  }

  private static byte[] two() {
    return Packed.zip("1.jsonl", account("a"), "2.jsonl", account("b"));
  }

  @Test
  void aFileThatStandsTwiceWithinMakesItDoubtful() {
    assertRefused(
        "twice.zip",
        Packed.zip("1.jsonl", account("a"), "1.jsonl", account("b")),
        "it holds 1.jsonl twice",
        2);
    assertRefused(
        "twice.tar",
        Packed.tar("1.jsonl", account("a"), "./1.jsonl", account("b")),
        "it holds 1.jsonl twice",
        44); // its 6 blocks of 512 bytes by the 70 of a record
  }

  @Test
  void anEncryptedFileWithinIsSaid() {
    byte[] zip = two();
    encrypt(zip, "2.jsonl");
    assertRefused("secret.zip", zip, "2.jsonl in it is encrypted", 2);
  }

  /** Sets the flag of encryption where the file's name stands, in its header and the directory. */
  private static void encrypt(byte[] zip, String name) {
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    zip[text.indexOf(name) - 30 + 6] |= 1;
    zip[text.lastIndexOf(name) - 46 + 8] |= 1;
  }

  @Test
  void damagedContentIsFoundByItsSum() {
    byte[] zip = two();
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int sum = text.lastIndexOf("2.jsonl") - 46 + 16;
    zip[sum] ^= 1;
    assertRefused("damaged.zip", zip, "2.jsonl in it is damaged", 2);
  }

  @Test
  void archivesThatAreCutShortAreFound() {
    byte[] zip = two();
    TestLake lake = beside("cut.zip", Arrays.copyOf(zip, zip.length - 30));
    assertThat(lake.rows(OpsTables.QUARANTINE, "source_file; substr(reason, 1, 17)", "reason"))
        .containsExactly("accounts/cut.zip|broken container:");
    byte[] tar = Packed.tar("1.jsonl", account("a"), "2.jsonl", account("b"));
    // A block for the header and one for the content of each file.
    assertRefused(
        "between.tar",
        Arrays.copyOf(tar, 2 * 512),
        "the end that every tar file has is missing",
        15); // 1,024 bytes by 70
    TestLake amid = beside("amid.tar", Arrays.copyOf(tar, 2 * 512 + 100));
    assertThat(amid.rows(BronzeTables.ACCOUNT_OBSERVATION, "account_id", "account_id"))
        .containsExactly("f");
    byte[] packed = Packed.gzip(tar);
    TestLake half = beside("half.tar.gz", Arrays.copyOf(packed, packed.length - 9));
    assertThat(half.rows(BronzeTables.ACCOUNT_OBSERVATION, "account_id", "account_id"))
        .containsExactly("f");
    assertRefused("no.tar", new byte[] {'n', 'o'}, "the end that every tar file has is missing", 1);
  }

  @Test
  void anArchiveThatCannotBeListedIsLostToEveryFeedOfTheMapping() {
    String feed =
        "\n  %s:\n    files: \"*%s*\"\n    columns: {platform: \"'x'\", account_id: n, %s}";
    String mapping =
        "format: json\nfeeds:"
            + feed.formatted("accounts", "fans", "crawled_at: crawl_date")
            + feed.formatted("posts", "posts", "post_id: n, posted_at: n, crawled_at: n")
            + "\n";
    Mapped delivery =
        new Mapped(folder).file("fans.json", "{\"n\":1}\n").file("dump.zip", "no archive");
    try (CrawlFiles files = delivery.files(mapping)) {
      assertThat(files.byFeed().values().stream().flatMap(f -> f.stream()).map(InputFile::name))
          .containsExactly("dump.zip", "fans.json", "dump.zip");
    }
    delivery.file("dump.zip", Packed.zip("fans2.json", "{}", "fans2.json", "{}"));
    try (CrawlFiles files = delivery.files(mapping)) {
      assertThat(files.byFeed().values().stream().flatMap(f -> f.stream()).map(InputFile::name))
          .containsExactly("dump.zip", "fans.json");
    }
  }

  private void assertTooMuch(String name, byte[] content, String message, String... settings) {
    TestLake lake =
        new TestLake(folder.resolve(name), settings)
            .file("c", "accounts/fine.jsonl", account("f"))
            .file("c", "accounts/" + name, content);
    assertThatThrownBy(() -> lake.ingest("c"))
        .as(name)
        .isInstanceOf(UserError.class)
        .hasMessage("accounts/" + name + " of the delivery is not read: " + message);
    assertThat(lake.lake().holds(BronzeTables.ACCOUNT_OBSERVATION)).isFalse();
  }

  @Test
  void packedFilesHoldNoMoreThanTheSettingSays() {
    String most = "ingest.max_unpacked_bytes=1000";
    String message = "it unpacks to more than ingest.max_unpacked_bytes, 1000";
    byte[] text = account("a").repeat(20).getBytes(StandardCharsets.UTF_8);
    byte[] tar = Packed.tar("1.jsonl", text);
    assertTooMuch("1.zip", Packed.zip("1.jsonl", text), message, most);
    assertTooMuch("1.tar", tar, message, most);
    assertTooMuch("1.tgz", Packed.gzip(tar), message, most);
    assertTooMuch("1.jsonl.gz", Packed.gzip(text), message, most);
    assertTooMuch(
        "1.jsonl.bz2",
        Packed.by(
            org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream::new, text),
        message,
        most);
    assertTooMuch(
        "1.jsonl.zst", Packed.by(com.github.luben.zstd.ZstdOutputStream::new, text), message, most);
    assertTooMuch(
        "1.jsonl.xz",
        Packed.by(
            out -> new org.tukaani.xz.XZOutputStream(out, new org.tukaani.xz.LZMA2Options(0)),
            text),
        message,
        most);
    assertTooMuch("1.csv.gz", Packed.gzip(text), message, most);
  }

  @Test
  void aBombIsTold() {
    String message = "it unpacks to more than ingest.max_unpacked_ratio, 250, times its size";
    byte[] zeros = new byte[(64 << 20) + (1 << 16)];
    assertTooMuch("1.zip", Packed.zip("1.jsonl", zeros), message);
    assertTooMuch("1.tgz", Packed.gzip(Packed.tar("unread.bin", zeros)), message);
    assertTooMuch("1.jsonl.gz", Packed.gzip(zeros), message);
  }
}
