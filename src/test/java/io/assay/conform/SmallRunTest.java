package io.assay.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.testing.SparkJobs;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small crawl costs planning, not rows: few Spark jobs for each table that is published. */
class SmallRunTest {
  private static final long JOBS_A_TABLE = 8;

  @TempDir private Path folder;

  @Test
  void ingestAndConformStartFewJobsForEachTable() {
    TestLake lake = new TestLake(folder);
    lake.file(
            "c",
            "accounts/a.jsonl",
            "{\"platform\":\"x\",\"account_id\":\"a\",\"crawled_at\":\"2026-10-31T01:00:00Z\"}\n")
        .file(
            "c",
            "interactions/i.jsonl",
            "{\"platform\":\"x\",\"post_id\":\"p\",\"actor_id\":\"a\",\"kind\":\"like\","
                + "\"crawled_at\":\"2026-10-31T01:00:00Z\"}\n");
    long ingest = SparkJobs.in(() -> lake.ingest("c"));
    long first = SparkJobs.in(() -> lake.run("conform", TestLake.DAY));
    long again = SparkJobs.in(() -> lake.run("conform", TestLake.DAY));
    // accounts, interactions and the quarantine
    assertThat(ingest).isLessThanOrEqualTo(3 * JOBS_A_TABLE);
    // accounts, posts and interactions; feeds that hold nothing cost nothing
    assertThat(first).isLessThanOrEqualTo(3 * JOBS_A_TABLE);
    assertThat(again).isLessThanOrEqualTo(3 * JOBS_A_TABLE);
  }
}
