package io.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.job.Job;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which jobs have to run for a table to be there. */
class JobsLeadingToTest {

  private static List<String> leadingTo(String... tables) {
    return Jobs.leadingTo(List.of(tables)).stream().map(Job::name).toList();
  }

  @Test
  void aStateNeedsItsJobAlone() {
    assertThat(leadingTo("silver.account")).containsExactly("conform");
    assertThat(leadingTo("silver.post", "silver.label")).containsExactly("conform");
  }

  @Test
  void aResultNeedsTheJobsBeforeItInOrder() {
    assertThat(leadingTo("gold.account_growth"))
        .startsWith("conform")
        .endsWith("growth")
        .doesNotContain("signals", "evidence", "clusters", "assessment");
    assertThat(leadingTo("gold.account_assessment", "silver.account"))
        .containsSubsequence("conform", "signals", "evidence", "clusters", "assessment");
  }

  @Test
  void deliveriesAndUnknownTablesNeedNone() {
    assertThat(leadingTo("bronze.account_observation", "gold.no_such_table")).isEmpty();
    assertThat(Jobs.isWritten("bronze.account_observation")).isTrue();
    assertThat(Jobs.isWritten("gold.no_such_table")).isFalse();
  }
}
