package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.job.Job;
import io.assay.pipeline.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files in the repository that commands print are as the commands print them. */
class PrintedFilesTest {

  @Test
  void thePlanIsCurrent() throws IOException {
    assertThat(Path.of("jobs/plan.json"))
        .as("stale: run `jobs/assay plan --format json > jobs/plan.json`")
        .hasContent(CliRun.of("plan", "--format", "json").out());
  }

  @Test
  void theDataDictionaryIsCurrent() throws IOException {
    assertThat(Files.readString(Path.of("src/docs/tables.md")))
        .as("stale: run `jobs/assay tables > src/docs/tables.md`")
        .isEqualTo(CliRun.of("tables").out());
  }

  /** The page names the jobs of a day where it asks whether each of them has run. */
  @Test
  void theQueryForStaleDaysKnowsTheJobs() throws IOException {
    List<String> jobs = Jobs.DAILY.stream().map(Job::name).toList();
    assertThat(Files.readString(Path.of("src/docs/operations.md")))
        .contains("job IN ('" + String.join("', '", jobs) + "')")
        .contains("HAVING count(*) = " + jobs.size() + "\n");
  }

  @Test
  void theTextOfThePlanNamesJobsTablesAndOrder() {
    CliRun plan = CliRun.of("plan");
    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .contains("ingest (once a crawl)", "conform (once a day)", "silver.post")
        .contains("ingest -> conform  by bronze.account_observation");
  }

  @Test
  void theJsonOfTheTablesIsComplete() throws IOException {
    JsonNode tables = new ObjectMapper().readTree(CliRun.of("tables", "--format", "json").out());
    for (JsonNode table : tables.get("tables")) {
      for (JsonNode column : table.get("columns")) {
        assertThat(column.get("comment").asText()).isNotBlank();
        assertThat(column.get("type").asText()).isNotBlank();
      }
    }
  }
}
