package io.assay.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.OpsTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.contracts.TableLockedError;
import io.assay.contracts.UserError;
import io.assay.ingest.Crawl;
import io.assay.lake.delta.DeltaWrite;
import io.assay.testing.SparkFixture;
import io.assay.testing.TestLake;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

/** Lakes whose ledger or logs do not tell all: what is not known to stand is made anew. */
class LostLedgerTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);
  private static final LocalDate THIRD = LocalDate.of(2026, 10, 3);

  @TempDir private static Path made;
  @TempDir private Path temp;
  private Path folder;
  private TestLake lake;

  @BeforeAll
  static void makeOneDay() {
    TestLake first = new TestLake(made);
    first.file("one", "accounts/a.jsonl", seen(1) + seen(2)).ingest("one", FIRST);
    first.run("conform", FIRST);
  }

  @BeforeEach
  void copyIt() {
    folder = temp.resolve("copy");
    lake = new TestLake(made).copy(folder);
  }

  @Test
  void whatACleanedLogHasForgottenTheLedgerKnows() {
    lake.run("conform", SECOND);
    cleanLogOf(SilverTables.ACCOUNT);
    lake.run("conform", SECOND);
    assertThat(observationsRead(SECOND)).as("the state was carried forward").isZero();
  }

  @Test
  void aChangeByAnotherProgramStaysKnownWhenTheLogIsCleaned() {
    DeltaTable.forPath(SparkFixture.spark(), path(SilverTables.ACCOUNT)).delete("account_id = 'a'");
    lake.run("conform", SECOND);
    assertThat(observationsRead(SECOND))
        .as("a state that somebody changed is not used")
        .isEqualTo(2);
    assertThat(
            lake.table(OpsTables.PUBLICATION)
                .where("slice = 'unknown'")
                .select("job")
                .as(org.apache.spark.sql.Encoders.STRING())
                .collectAsList())
        .containsExactly("DELETE");

    cleanLogOf(SilverTables.ACCOUNT);
    lake.run("conform", THIRD);
    assertThat(observationsRead(THIRD)).as("the state of the second day stands").isZero();
  }

  @Test
  void aLakeOfAnotherVersionIsRefusedAndItsBronzeServesAsItIs() {
    List<String> accounts = lake.rows(SilverTables.ACCOUNT, "to_json(struct(*)) a", "a");
    SparkFixture.spark()
        .sql("ALTER TABLE delta.`" + path(OpsTables.PUBLICATION) + "` ADD COLUMN (made_of STRING)");
    assertThatThrownBy(() -> lake.run("conform", SECOND))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("another version of assay: its ops.publication has a column made_of")
        .hasMessageNotContaining("null");
    remove(folder.resolve("lake/ops").toString());
    remove(folder.resolve("lake/silver").toString());
    lake.run("conform", FIRST);
    assertThat(lake.rows(SilverTables.ACCOUNT, "to_json(struct(* EXCEPT (run_id))) a", "a"))
        .hasSameSizeAs(accounts)
        .isEqualTo(withoutRuns(accounts));
  }

  private static List<String> withoutRuns(List<String> rows) {
    return rows.stream().map(row -> row.replaceAll(",\"run_id\":\"[^\"]*\"", "")).toList();
  }

  @Test
  void aLedgerThatWasRemovedIsMadeAgainFromTheCommits() {
    remove(path(OpsTables.PUBLICATION));
    lake.run("conform", SECOND);
    assertThat(observationsRead(SECOND)).as("the state was carried forward").isZero();
    assertThat(
            lake.rows(OpsTables.PUBLICATION, "table_name; slice", "table_name").stream()
                .sorted()
                .toList())
        .containsExactly(
            "bronze.account_observation|crawl_id=one/crawl_date=2026-10-01",
            "ops.quarantine|crawl_id=one/crawl_date=2026-10-01",
            "silver.account|as_of=2026-10-01",
            "silver.account|as_of=2026-10-02",
            "silver.post|as_of=2026-10-01",
            "silver.post|as_of=2026-10-02");
  }

  @Test
  void daysThatWereStaleBeforeTheirMarksWereLostAreStaleStill() {
    lake.pipeline().runAll(FIRST);
    lake.file("late", "accounts/a.jsonl", seen(3)).ingest("late", FIRST);
    lake.pipeline().runAll(SECOND);
    lake.ingest("one", FIRST);
    remove(path(OpsTables.STALE_DAY));
    assertThat(due(FIRST)).isEqualTo("a delivery came after it");
    assertThat(due(SECOND)).as("only a delivery that changed nothing came after it").isNull();

    lake.file("new", "accounts/a.jsonl", seen(4)).ingest("new", THIRD);
    assertThat(lake.rows(OpsTables.STALE_DAY, "as_of; crawl_id; crawl_date", "as_of"))
        .as("whoever writes the table next writes what was lost too")
        .containsExactly("2026-10-01|late|2026-10-01");
    assertThat(due(FIRST)).isEqualTo("a delivery came after it");
    assertThat(due(SECOND)).isNull();

    remove(path(OpsTables.STALE_DAY));
    remove(path(OpsTables.PUBLICATION));
    assertThat(due(SECOND)).as("the commits tell it as well").isNull();
    cleanLogOf(BronzeTables.ACCOUNT_OBSERVATION);
    assertThat(due(SECOND))
        .as("nothing tells any more when the first deliveries came")
        .isEqualTo("a delivery came after it");
  }

  private String due(LocalDate day) {
    return lake.pipeline().backfill("test").reason(day);
  }

  @Test
  void aKilledDeliveryMakesItsDaysStaleAllTheSame() {
    lake.file("one", "accounts/a.jsonl", seen(3));
    lake.ingest("one", FIRST);
    String last = lake.rows(OpsTables.RUN, "max(run_id) run_id", "run_id").get(0);
    for (Table ledger : List.of(OpsTables.PUBLICATION, OpsTables.RUN, OpsTables.STALE_DAY)) {
      DeltaTable.forPath(SparkFixture.spark(), path(ledger)).delete("run_id = '" + last + "'");
    }
    assertThat(lake.rows(OpsTables.STALE_DAY, "as_of", "as_of")).isEmpty();
    lake.run("growth", FIRST);
    assertThat(lake.rows(OpsTables.STALE_DAY, "as_of; crawl_id", "as_of"))
        .containsExactly("2026-10-01|one");
  }

  /** A lock that cannot be taken stops the writing of the ledger where a kill might. */
  @Test
  void whereverTheWritingOfTheLedgerEndsALateDeliveryMakesItsDaysStale() throws IOException {
    IdleJobs.runTheRest(lake, FIRST);
    for (Table stopped :
        List.of(
            OpsTables.QUALITY_CHECK,
            OpsTables.INGEST_ACCOUNTING,
            OpsTables.STALE_DAY,
            OpsTables.PUBLICATION,
            OpsTables.RUN)) {
      TestLake late = lake.copy(folder.resolve(stopped.name()));
      late.file("late", "accounts/a.jsonl", seen(3));
      Path lock = Path.of(late.location(), "_locks", stopped.id() + ".lock");
      Files.deleteIfExists(lock);
      Files.createDirectory(lock);
      assertThatThrownBy(() -> late.ingest("late", FIRST)).hasMessageContaining("lock file");
      Files.delete(lock);
      assertThat(late.pipeline().backfill("test").reason(FIRST))
          .as("%s could not be written", stopped.id())
          .isEqualTo("a delivery came after it");
    }
  }

  @Test
  void aDayThatIsMadeWhileADeliveryIsReadIsStaleToo() {
    Pipeline reading = lake.pipeline();
    reading.ingest(new Crawl(lake.crawl("one").toString(), "one", FIRST, null, null));
    lake.run("conform", SECOND);
    lake.file("late", "accounts/a.jsonl", seen(3));
    reading.next().ingest(new Crawl(lake.crawl("late").toString(), "late", SECOND, null, null));
    assertThat(lake.rows(OpsTables.STALE_DAY, "as_of; crawl_id", "as_of"))
        .as("the second day was made by another process since the first looked")
        .containsExactly("2026-10-02|late");
  }

  @Test
  void aTableThatWasRemovedAndMadeAnewHasNoPast() {
    lake.run("conform", SECOND);
    remove(path(SilverTables.ACCOUNT));
    lake.run("conform", SECOND);
    assertThat(observationsRead(SECOND)).as("the first day's state is gone").isEqualTo(2);
    lake.run("conform", THIRD);
    assertThat(observationsRead(THIRD)).as("the second day's is there").isZero();
  }

  @Test
  void whatAnotherProgramWritesMeanwhileIsNotUndone() {
    DeltaWrite ours = DeltaWrite.open(SparkFixture.spark(), SilverTables.ACCOUNT, accounts());
    lake.run("conform", FIRST);
    assertThatThrownBy(
            () -> ours.replace(Map.of("as_of", "2026-10-01"), "as_of = DATE'2026-10-01'", null))
        .isInstanceOf(TableLockedError.class)
        .hasMessageContaining("silver.account was changed by another program meanwhile");
    DeltaWrite beside = DeltaWrite.open(SparkFixture.spark(), SilverTables.ACCOUNT, accounts());
    lake.run("conform", FIRST);
    assertThat(beside.replace(Map.of("as_of", "2026-10-02"), "as_of = DATE'2026-10-02'", null))
        .as("another day is not concerned")
        .isPositive();
  }

  private String accounts() {
    return path(SilverTables.ACCOUNT);
  }

  private long observationsRead(LocalDate day) {
    return lake.table(OpsTables.RUN)
        .where("job = 'conform' AND as_of = DATE'" + day + "'")
        .orderBy(col("started_at").desc())
        .selectExpr(
            "aggregate(inputs, 0L, (n, i) ->"
                + " n + if(i.name = 'bronze.account_observation', i.rows, 0L))")
        .head()
        .getLong(0);
  }

  /** What Delta does in time: a checkpoint holds the state, and commits before it are removed. */
  private void cleanLogOf(Table table) {
    DeltaLog log = DeltaLog.forTable(SparkFixture.spark(), path(table));
    Snapshot newest = log.update(false, Option.empty(), Option.empty());
    log.checkpoint(newest, Option.empty());
    Path folder = Path.of(path(table).replace("file:", ""), "_delta_log");
    try {
      for (long version = 0; version < newest.version(); version++) {
        Files.delete(folder.resolve(String.format("%020d.json", version)));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    DeltaLog.clearCache();
  }

  private static void remove(String table) {
    try (Stream<Path> all = Files.walk(Path.of(table.replace("file:", "")))) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    DeltaLog.clearCache();
  }

  private String path(Table table) {
    return lake.lake().path(table);
  }

  private static String seen(int hour) {
    return """
        {"platform":"x","account_id":"a","crawled_at":"2026-10-01T0%d:00:00Z","followers":5}
        """
        .formatted(hour);
  }
}
