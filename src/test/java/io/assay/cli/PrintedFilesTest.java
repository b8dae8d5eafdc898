package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assay.contracts.AssessmentTables;
import io.assay.contracts.BronzeTables;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.EvaluationTables;
import io.assay.contracts.EvidenceTables;
import io.assay.contracts.GrowthTables;
import io.assay.contracts.ModelTables;
import io.assay.contracts.OpsTables;
import io.assay.contracts.SignalTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  @Test
  void theDataDictionaryHoldsEveryDeclaredTable() throws IllegalAccessException {
    List<String> declared = new ArrayList<>();
    for (Class<?> type :
        List.of(
            BronzeTables.class,
            SilverTables.class,
            EngagementTables.class,
            GrowthTables.class,
            SignalTables.class,
            EvidenceTables.class,
            AssessmentTables.class,
            ModelTables.class,
            OpsTables.class,
            EvaluationTables.class)) {
      for (Field field : type.getFields()) {
        if (field.getType() == Table.class) {
          declared.add(((Table) field.get(null)).id());
        }
      }
    }
    assertThat(DataDictionary.tables())
        .extracting(Table::id)
        .containsExactlyInAnyOrderElementsOf(declared);
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
