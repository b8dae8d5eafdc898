package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is hidden is told, unless tools keep it about the data. */
class HiddenFilesTest {
  private static final String ACCOUNT =
      "{\"platform\":\"x\",\"account_id\":\"a\",\"crawled_at\":\"2026-10-31T08:00:00Z\"}\n";

  @TempDir private Path folder;

  private static void write(Path folder, String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{}\n");
    }
  }

  @Test
  void theOutermostHiddenNameIsTold() throws IOException {
    write(folder, "a.json", ".old.json", "_parts/1.json", "_parts/more/2.json", "x/_y/z.json");
    assertThat(LocalDelivery.list(folder).hidden())
        .extracting(Unread::name)
        .containsExactlyInAnyOrder(".old.json", "_parts/", "x/_y/");
    assertThat(LocalDelivery.list(folder).files())
        .extracting(DeliveredFile::name)
        .containsExactly("a.json");
  }

  @Test
  void bookkeepingIsNot() throws IOException {
    write(
        folder,
        "p/_SUCCESS",
        "p/.part-0.parquet.crc",
        "p/_committed_123",
        "p/_started_123",
        "p/_metadata",
        "p/_temporary/0/part-0.parquet",
        "p/_delta_log/0.json",
        ".DS_Store",
        "__MACOSX/._a.json",
        "._a.json",
        ".git/config",
        ".gitignore",
        ".ipynb_checkpoints/a.json",
        ".~lock.a.csv#",
        ".nfs0001");
    assertThat(LocalDelivery.list(folder).hidden()).isEmpty();
    assertThat(LocalDelivery.list(folder).files()).isEmpty();
  }

  @Test
  void aHiddenStoreThatLinksLeadToIsRead() throws IOException {
    write(folder, ".store/5f", "_kept/6a");
    Files.createSymbolicLink(folder.resolve("a.json"), Path.of(".store/5f"));
    LocalDelivery.Listed listed = LocalDelivery.list(folder);
    assertThat(listed.files()).extracting(DeliveredFile::name).containsExactly("a.json");
    assertThat(listed.hidden()).extracting(Unread::name).containsExactly("_kept/");
  }

  @Test
  void anIngestTellsThem() {
    TestLake lake =
        new TestLake(folder)
            .file("c", "accounts/a.jsonl", ACCOUNT)
            .file("c", "accounts/_b.jsonl", ACCOUNT)
            .file("c", "_SUCCESS", "")
            .ingest("c");
    assertThat(lake.said())
        .contains(
            "files of the delivery that are not read: 1, for example accounts/_b.jsonl (hidden by"
                + " the dot or underscore that its name begins with: rename it)");
  }
}
