package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Archives are read as if their files lay in the delivery. */
class ArchivesTest {
  private static final String MAPPING =
      """
      format: %s
      feeds:
        accounts:
          files: "%s"
          schema: "n STRING, fans STRING"
          columns:
            {platform: "'x'", account_id: n, followers: fans, handle: source_file,
             crawled_at: crawl_date}
      """;

  @TempDir private Path folder;

  private static String json(String files) {
    return MAPPING.formatted("json", files);
  }

  private static String line(String name, int fans) {
    return "{\"n\":\"" + name + "\",\"fans\":" + fans + "}\n";
  }

  private static List<String> read(FeedCheck check) {
    return Mapped.rows(check, "account_id", "followers", "handle");
  }

  @Test
  void everyKindOfArchiveIsReadByTheNamesWithin() {
    byte[] tar = Packed.tar("./day/fans.json", line("c", 3));
    FeedCheck check =
        new Mapped(folder)
            .file("a.zip", Packed.zip("fans.json", line("a", 1), "x/fans.ndjson", line("b", 2)))
            .file("b.tar", tar)
            .file("c.tar.gz", Packed.gzip(tar))
            .file("d.tgz", Packed.gzip(tar))
            .file("e.tar.bz2", Packed.by(BZip2CompressorOutputStream::new, tar))
            .file("f.TAR.XZ", Packed.by(out -> new XZOutputStream(out, new LZMA2Options(0)), tar))
            .file("fans.json", line("plain", 9))
            .by(json("*fans.*json"));
    assertThat(read(check))
        .containsExactly(
            "a|1|a.zip/fans.json",
            "b|2|a.zip/x/fans.ndjson",
            "c|3|b.tar/day/fans.json",
            "c|3|c.tar.gz/day/fans.json",
            "c|3|d.tgz/day/fans.json",
            "c|3|e.tar.bz2/day/fans.json",
            "c|3|f.TAR.XZ/day/fans.json",
            "plain|9|fans.json");
  }

  @Test
  void patternsMatchTheNameWithinAndTheNameThroughTheArchive() {
    Mapped delivery =
        new Mapped(folder)
            .file("old/dump.zip", Packed.zip("fans.json", line("a", 1), "day/b.json", line("b", 2)))
            .file("fans.json", line("c", 3));
    assertThat(read(delivery.by(json("fans.json"))))
        .containsExactly("c|3|fans.json", "a|1|old/dump.zip/fans.json");
    assertThat(read(delivery.by(json("old/*"))))
        .containsExactly("b|2|old/dump.zip/day/b.json", "a|1|old/dump.zip/fans.json");
    assertThat(read(delivery.by(json("day/*")))).containsExactly("b|2|old/dump.zip/day/b.json");
  }

  @Test
  void filesWithinMayBePackedAndOfAnyFormat() throws IOException {
    Mapped delivery =
        new Mapped(folder)
            .file(
                "a.zip",
                Packed.zip(
                    "1.csv", "n,fans\na,1\n",
                    "2.tsv", "n\tfans\nb\t2\n",
                    "3.csv.gz", Packed.gzip("fans,n\n3,c\n"),
                    "Ü %41:.csv", "n,fans\nd,4\n"));
    assertThat(read(delivery.by(MAPPING.formatted("csv", "*"))))
        .containsExactly(
            "a|1|a.zip/1.csv", "b|2|a.zip/2.tsv", "c|3|a.zip/3.csv.gz", "d|4|a.zip/Ü %41:.csv");
    Mapped parquet = new Mapped(folder.resolve("p"));
    Path written = folder.resolve("p/written.parquet");
    parquet.parquet("../written.parquet", "SELECT 'e' n, '5' fans");
    try (var parts = Files.newDirectoryStream(written, "part-*.parquet")) {
      parquet.file("b.tar", Packed.tar("e.parquet", Files.readAllBytes(parts.iterator().next())));
    }
    assertThat(read(parquet.by(MAPPING.formatted("parquet", "*"))))
        .containsExactly("e|5|b.tar/e.parquet");
  }

  @Test
  void whatIsNoFileToReadIsNamed() {
    Mapped delivery =
        new Mapped(folder)
            .file(
                "a.zip",
                Packed.zip(
                    "fans.json", line("a", 1),
                    "../fans.json", line("b", 2),
                    "/fans2.json", line("c", 3),
                    "C:\\fans3.json", line("d", 4),
                    "more.zip", "x",
                    "notes.txt", "x",
                    "_old/fans.json", line("e", 5),
                    "_old/fans2.json", line("f", 6),
                    "__MACOSX/._fans.json", "x",
                    ".DS_Store", "x"))
            .file("b.zip", Packed.zipOfLink("fans.json", "/etc/passwd"))
            .file("c.tar", Packed.tarOfLink("fans.json", "/etc/passwd"))
            .file("d.tar", Packed.tarOf("fans.json", TarConstants.LF_FIFO, ""));
    assertThat(read(delivery.by(json("*fans*")))).containsExactly("a|1|a.zip/fans.json");
    try (CrawlFiles files = delivery.files(json("*fans*"))) {
      assertThat(files.unread())
          .extracting(file -> file.name() + ": " + file.why())
          .containsExactly(
              "a.zip/../fans.json: its name leads out of the archive",
              "a.zip//fans2.json: its name leads out of the archive",
              "a.zip/C:/fans3.json: its name leads out of the archive",
              "a.zip/_old/: hidden by the dot or underscore that its name begins with: rename it",
              "a.zip/more.zip: an archive within an archive: unpack it",
              "a.zip/notes.txt: its ending tells no format that is read",
              "b.zip/fans.json: a link within an archive",
              "c.tar/fans.json: a link within an archive",
              "d.tar/fans.json: no file but a pipe or a device");
    }
  }
}
