package io.assay.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.conform.ConformJob;
import io.assay.contracts.SilverTables;
import io.assay.coordination.detection.FoundRow;
import io.assay.testing.MemoryLake;
import io.assay.testing.SparkJobs;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small crawl costs planning, not rows: few Spark jobs for each table that is published. */
class SmallCoordinationTest {
  private static final long JOBS_A_TABLE = 8;

  @TempDir private Path folder;

  @Test
  void eachTableTakesFewJobs() {
    MemoryLake crawled = new MemoryLake(1);
    new GroupsCrawl("x", TestLake.DAY + "T20:00:00Z").pod().deliver(crawled, TestLake.DAY);
    crawled.run(TestLake.DAY, ConformJob.JOB.body());
    TestLake lake =
        new TestLake(folder)
            .copy(crawled, SilverTables.ACCOUNT, SilverTables.POST, SilverTables.INTERACTION);
    long first = SparkJobs.in(() -> lake.run("coordination", TestLake.DAY));
    long again = SparkJobs.in(() -> lake.run("coordination", TestLake.DAY));
    long bar = FoundRow.TABLES.size() * JOBS_A_TABLE;
    assertThat(first).isLessThanOrEqualTo(bar);
    assertThat(again).isLessThanOrEqualTo(bar);
  }
}
