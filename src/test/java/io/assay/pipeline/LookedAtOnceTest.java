package io.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.ingest.Crawl;
import io.assay.lake.Lake;
import io.assay.testing.CountedFiles;
import io.assay.testing.Silent;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not change while a job runs is looked at once: on an object store looks take time. */
class LookedAtOnceTest {
  @TempDir private Path folder;

  @Test
  void aDeliveryIsListedOnce() {
    TestLake local = new TestLake(folder).file("c", "accounts/a.jsonl", account("a"));
    Crawl crawl = new Crawl(CountedFiles.location(local.crawl("c")), "c", TestLake.DAY, null, null);
    Map<String, Integer> listed =
        CountedFiles.listedDuring(folder.resolve("crawl"), () -> local.pipeline().ingest(crawl));
    assertThat(listed).containsEntry("c", 1).containsEntry("c/accounts", 1);
  }

  /** Once to see that the table is there, once to know its newest version. */
  @Test
  void theLogOfAnInputIsListedTwice() {
    TestLake local = new TestLake(folder).file("c", "accounts/a.jsonl", account("a"));
    String location = CountedFiles.location(folder.resolve("lake"));
    Lake lake = Lake.openOrCreate(SparkFixture.spark(), location);
    Pipeline pipeline =
        new Pipeline(SparkFixture.spark(), lake, local.settings(), "test", Silent.progress());
    pipeline.ingest(new Crawl(local.crawl("c").toString(), "c", TestLake.DAY, null, null));
    Map<String, Integer> conform =
        CountedFiles.listedDuring(
            folder.resolve("lake"), () -> pipeline.next().run(Jobs.daily("conform"), TestLake.DAY));
    Map<String, Integer> engagement =
        CountedFiles.listedDuring(
            folder.resolve("lake"),
            () -> pipeline.next().run(Jobs.daily("engagement"), TestLake.DAY));
    assertThat(conform.get("bronze/account_observation/_delta_log")).isEqualTo(2);
    assertThat(engagement.get("silver/account/_delta_log")).isEqualTo(2);
  }

  private static String account(String id) {
    return "{\"platform\":\"x\",\"account_id\":\"%s\",\"crawled_at\":\"2026-10-31T01:00:00Z\"}\n"
        .formatted(id);
  }
}
