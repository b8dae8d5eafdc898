package io.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.AssayError;
import io.assay.contracts.ClusterTables;
import io.assay.contracts.CoordinationTables;
import io.assay.contracts.UserError;
import io.assay.lake.LakeSql;
import io.assay.testing.LiteralDay;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of two jobs, run one by one as a scheduler does. */
class CompleteDayTest {
  private static final LocalDate SATURDAY = TestLake.DAY;
  private static final LocalDate SUNDAY = SATURDAY.plusDays(1);
  private static final List<String> JOBS = List.of("niches", "members");

  @TempDir private Path folder;

  private void run(TestLake lake, String job, LocalDate day) {
    new LiteralDay(day)
        .rows(job.equals("niches") ? CoordinationTables.NICHE : ClusterTables.CLUSTER_MODEL)
        .publish(lake, job);
  }

  private CompleteDay find(TestLake lake, LocalDate day) {
    return CompleteDay.find(new LakeSql(SparkFixture.spark(), lake.lake()), JOBS, day);
  }

  @Test
  void aDayIsCompleteWhenEachOfItsJobsHasSucceeded() {
    TestLake lake = new TestLake(folder);
    run(lake, "niches", SATURDAY);
    assertThatThrownBy(() -> find(lake, null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no complete day yet");
    run(lake, "members", SATURDAY);
    run(lake, "niches", SATURDAY);
    run(lake, "niches", SUNDAY);
    CompleteDay day = find(lake, null);
    assertThat(day.asOf()).isEqualTo(SATURDAY);
    assertThat(day.of(CoordinationTables.NICHE).version())
        .as("of the last time that the job ran for the day")
        .isEqualTo(1);
    assertThat(day.of(ClusterTables.CLUSTER_MODEL).version()).isZero();
    assertThat(SparkFixture.spark().sql(day.sql()).count()).isEqualTo(2);
    assertThatThrownBy(() -> day.of(CoordinationTables.COORDINATED_HIT))
        .hasMessageContaining("has no gold.coordinated_hit");
    assertThatThrownBy(() -> find(lake, SUNDAY))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no complete run of " + SUNDAY)
        .extracting(error -> ((AssayError) error).remedy())
        .asString()
        .contains("newest complete day is " + SATURDAY);
  }
}
