package io.assay.coordination;

import static io.assay.testing.SparkFixture.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.conform.ConformJob;
import io.assay.testing.MemoryLake;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A pod of six and a farm of seven, then nine, in a crowd, searched by one process and by many
 * tasks; beside it a platform that is small enough for one.
 */
class DistributedFormTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = FIRST.plusDays(1);

  private static MemoryLake lake(String... settings) {
    MemoryLake lake = new MemoryLake(1, settings);
    new GroupsCrawl("x", "2026-10-01T20:00:00Z")
        .crowd()
        .pod()
        .farm(0, 7)
        .act("lurker", 10, 0, 7_010, "wow")
        .deliver(lake, FIRST);
    new GroupsCrawl("y", "2026-10-01T20:00:00Z")
        .act("a0", 1, 0, 200, null)
        .act("a1", 0, 0, 200, null)
        .deliver(lake, FIRST);
    lake.run(FIRST, ConformJob.JOB.body()).run(FIRST, CoordinationJob.JOB.body());
    new GroupsCrawl("x", "2026-10-02T20:00:00Z").farm(7, 9).deliver(lake, SECOND);
    return lake.run(SECOND, ConformJob.JOB.body()).run(SECOND, CoordinationJob.JOB.body());
  }

  @Test
  void bothFormsFindTheSameHoweverTheDataAreDivided() {
    List<String> expected = BothForms.rows(lake());
    assertThat(expected)
        .anyMatch(row -> row.startsWith("coordinated_hit") && row.contains("2026-10-02"));
    MemoryLake parts = lake("coordination.max_events=2000");
    assertThat(BothForms.rows(parts)).isEqualTo(expected);
    // Other numbers are tried with a world, which takes longer.
    spark().conf().set("spark.sql.shuffle.partitions", "16");
    try {
      parts.run(SECOND, CoordinationJob.JOB.body());
      assertThat(BothForms.rows(parts)).isEqualTo(expected);
    } finally {
      spark().conf().set("spark.sql.shuffle.partitions", "2");
    }
  }
}
