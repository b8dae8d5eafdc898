package io.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.EngagementTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.Job;
import io.assay.job.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsTest {

  @Test
  void aJobComesAfterThoseWhoseTablesItReads() {
    Job late = job("late", List.of(SilverTables.POST), List.of(EngagementTables.BENCHMARK));
    Job early = job("early", List.of(), List.of(SilverTables.POST));
    assertThat(Jobs.inOrder(List.of(late, early))).containsExactly(early, late);
  }

  @Test
  void jobsThatWaitForEachOtherAndTablesWithTwoWritersAreBugs() {
    Job one = job("one", List.of(SilverTables.POST), List.of(EngagementTables.BENCHMARK));
    Job two = job("two", List.of(EngagementTables.BENCHMARK), List.of(SilverTables.POST));
    assertThatThrownBy(() -> Jobs.inOrder(List.of(one, two))).hasMessageContaining("[one, two]");
    Job three = job("three", List.of(), List.of(SilverTables.POST));
    assertThatThrownBy(() -> Jobs.writers(List.of(two.stage(), three.stage())))
        .hasMessageContaining("written by both two and three");
  }

  @Test
  void everyTableAJobReadsIsWrittenByAJob() {
    for (Stage job : Jobs.all()) {
      assertThat(Jobs.writers(Jobs.all()).keySet()).as(job.name()).containsAll(job.reads());
    }
    assertThatThrownBy(() -> Jobs.daily("none")).isInstanceOf(UserError.class);
  }

  private static Job job(String name, List<Table> reads, List<Table> writes) {
    return new Job(name, "", reads, writes, context -> {});
  }
}
