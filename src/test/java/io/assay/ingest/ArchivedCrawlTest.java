package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.UserError;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives in the canonical format, and what is left of them when the delivery was read. */
class ArchivedCrawlTest {
  @TempDir private Path folder;

  private static String account(String id) {
    return "{\"platform\":\"x\",\"account_id\":\"%s\",\"crawled_at\":\"2026-10-31T08:00:00Z\"}%n"
        .formatted(id);
  }

  @Test
  void anArchiveMayLieInAFeedsFolderOrHoldThemAll() {
    TestLake lake =
        new TestLake(folder)
            .file("c", "accounts/a.zip", Packed.zip("day/1.jsonl", account("a")))
            .file("c", "all.tgz", Packed.gzip(Packed.tar("accounts/2.jsonl", account("b"))))
            .file("c", "more.zip", Packed.zip("crawl/accounts/3.jsonl", account("c")))
            .file("c", "accounts/4.jsonl", account("d"))
            .ingest("c");
    assertThat(lake.rows(BronzeTables.ACCOUNT_OBSERVATION, "account_id; source_file", "account_id"))
        .containsExactly(
            "a|accounts/a.zip/day/1.jsonl",
            "b|all.tgz/accounts/2.jsonl",
            "c|more.zip/crawl/accounts/3.jsonl",
            "d|accounts/4.jsonl");
  }

  @Test
  void anArchiveMayBeTheDelivery() throws IOException {
    TestLake lake = new TestLake(folder);
    Path zip = Files.write(folder.resolve("d.zip"), Packed.zip("accounts/1.jsonl", account("a")));
    lake.ingest(zip, "d", TestLake.DAY, null);
    assertThat(lake.rows(BronzeTables.ACCOUNT_OBSERVATION, "source_file", "source_file"))
        .containsExactly("d.zip/accounts/1.jsonl");
    Path odd = Files.write(folder.resolve("e.zip"), Packed.zip("Accounts/1.jsonl", account("a")));
    assertThatThrownBy(() -> lake.ingest(odd, "e", TestLake.DAY, null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("e.zip/Accounts/1.jsonl lies in no feed's folder");
    Path text = Files.write(folder.resolve("f.zip"), Packed.zip("accounts/read.me", "x"));
    assertThatThrownBy(() -> lake.ingest(text, "f", TestLake.DAY, null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("f.zip/accounts/read.me is of no known format");
  }

  @Test
  void whatIsUnpackedGoesAtTheEndAndAlsoAfterAFailure() {
    TestLake lake =
        new TestLake(folder).file("c", "accounts/a.zip", Packed.zip("a.jsonl", account("a")));
    Crawl crawl = new Crawl(lake.crawl("c").toString(), "c", TestLake.DAY, null, null);
    CrawlFiles files = CrawlFiles.of(SparkFixture.spark(), crawl, lake.settings().ingest());
    Path unpacked = unpacked(files);
    assertThat(unpacked).isRegularFile();
    lake.pipeline().ingest(crawl, () -> files);
    assertThat(unpacked.getParent()).doesNotExist();
    lake.file("c", "accounts/b.jsonl", "nonsense\n");
    CrawlFiles again = CrawlFiles.of(SparkFixture.spark(), crawl, lake.settings().ingest());
    Path another = unpacked(again);
    assertThat(another).isRegularFile();
    assertThatThrownBy(() -> lake.pipeline().ingest(crawl, () -> again))
        .hasMessageContaining("1 of 2 accounts records");
    assertThat(another.getParent()).doesNotExist();
  }

  private static Path unpacked(CrawlFiles files) {
    return files.byFeed().values().stream()
        .flatMap(List::stream)
        .filter(file -> file.archive() != null)
        .map(file -> Path.of(URI.create(file.path()).getPath()))
        .findFirst()
        .orElseThrow();
  }
}
