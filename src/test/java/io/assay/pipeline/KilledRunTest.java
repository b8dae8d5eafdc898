package io.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.OpsTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were killed after they published and before the ledger knew of it. */
class KilledRunTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);

  @TempDir private static Path made;
  @TempDir private Path temp;
  private Path folder;
  private TestLake lake;

  @BeforeAll
  static void deliver() {
    new TestLake(made)
        .file("one", "accounts/a.jsonl", seen("a", 1) + seen("a", 2))
        .ingest("one", FIRST);
  }

  @BeforeEach
  void copyIt() {
    folder = temp.resolve("copy");
    lake = new TestLake(made).copy(folder);
  }

  @Test
  void aDeliveryThatReplacesWhatAKilledOneLeftMakesDaysStale() {
    String first = seen("a", 1) + seen("a", 2);
    lake.file("one", "accounts/a.jsonl", seen("b", 1)).ingest("one", FIRST);
    forgetLastRun();
    lake.run("conform", FIRST);
    lake.file("one", "accounts/a.jsonl", first).ingest("one", FIRST);

    assertThat(lake.rows(OpsTables.STALE_DAY, "as_of; crawl_id", "as_of"))
        .as("the ledger's last delivery had the same content, the table had not")
        .containsExactly("2026-10-01|one");
  }

  @Test
  void aStateThatAKilledRunLeftIsNotCarriedForward() {
    lake.run("conform", FIRST);
    new TestLake(folder, "conform.max_history=1").run("conform", FIRST);
    forgetLastRun();
    lake.run("conform", SECOND);

    assertThat(lake.rows(SilverTables.ACCOUNT, "as_of; observations", "as_of"))
        .containsExactly("2026-10-01|1", "2026-10-02|2");
    assertThat(observationsRead(SECOND)).isEqualTo(2);
  }

  @Test
  void maintenanceOfATableIsNoUnknownChange() {
    lake.run("conform", FIRST);
    DeltaTable.forPath(SparkFixture.spark(), lake.lake().path(SilverTables.ACCOUNT))
        .optimize()
        .executeCompaction();
    DeltaTable.forPath(SparkFixture.spark(), lake.lake().path(SilverTables.ACCOUNT)).vacuum();
    lake.run("conform", SECOND);

    assertThat(observationsRead(SECOND)).as("the state was carried forward").isZero();
  }

  @Test
  void commitsOfMaintenanceAreReadOnce() throws IOException {
    lake.run("conform", FIRST);
    String accounts = lake.lake().path(SilverTables.ACCOUNT);
    SparkFixture.spark()
        .sql("ALTER TABLE delta.`" + accounts + "` SET TBLPROPERTIES ('note' = 'x')");
    lake.run("growth", FIRST);
    assertThat(
            lake.table(OpsTables.PUBLICATION)
                .where("slice = 'none'")
                .selectExpr("table_name || ' ' || job || ' ' || version")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly("silver.account SET TBLPROPERTIES 1");

    Path log = Path.of(URI.create(accounts)).resolve("_delta_log");
    Path commit = log.resolve("00000000000000000001.json");
    Files.writeString(commit, Files.readString(commit).replace("SET TBLPROPERTIES", "DELETE"));
    Files.deleteIfExists(log.resolve(".00000000000000000001.json.crc"));
    lake.run("conform", SECOND);
    assertThat(observationsRead(SECOND))
        .as("whoever reads it again finds that rows were deleted, and builds on nothing")
        .isZero();
  }

  private long observationsRead(LocalDate day) {
    return lake.table(OpsTables.RUN)
        .where("job = 'conform' AND as_of = DATE'" + day + "'")
        .selectExpr(
            "aggregate(inputs, 0L, (n, i) ->"
                + " n + if(i.name = 'bronze.account_observation', i.rows, 0L))")
        .head()
        .getLong(0);
  }

  private void forgetLastRun() {
    String last = lake.rows(OpsTables.PUBLICATION, "max(run_id) run_id", "run_id").get(0);
    for (Table ledger : List.of(OpsTables.PUBLICATION, OpsTables.RUN)) {
      DeltaTable.forPath(SparkFixture.spark(), lake.lake().path(ledger))
          .delete("run_id = '" + last + "'");
    }
  }

  private static String seen(String id, int hour) {
    return "{\"platform\":\"x\",\"account_id\":\"%s\",\"crawled_at\":\"2026-10-01T0%d:00:00Z\",\"followers\":5}\n"
        .formatted(id, hour);
  }
}
