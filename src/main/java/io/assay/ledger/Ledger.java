package io.assay.ledger;

import io.assay.contracts.OpsTables;
import io.assay.contracts.Table;
import io.assay.lake.Lake;
import io.assay.lake.Published;
import io.assay.lake.PublishedSlices;
import io.assay.lake.RunLog;
import io.assay.lake.TableLog;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The ledger of a lake, {@code ops.*}: read once, kept in memory while jobs run, and written once,
 * each table in one commit, when {@link #flush} is called. A process that is killed before has lost
 * the rows of its checks and of its runs, not its publications: they are in the commits.
 */
public final class Ledger {
  private final SparkSession spark;
  private final Lake lake;
  private final LedgerRows rows;
  private final Map<Table, List<Row>> unwritten = new LinkedHashMap<>();
  private final List<Publication> publications = new ArrayList<>();
  private PublicationReader read;

  public Ledger(SparkSession spark, Lake lake, String codeVersion, String settingsHash) {
    this.spark = spark;
    this.lake = lake;
    this.rows = new LedgerRows(codeVersion, settingsHash);
    // In this order they are written; a run's own row comes last: what it names is then there.
    for (Table table :
        List.of(
            OpsTables.QUALITY_CHECK,
            OpsTables.PUBLICATION,
            OpsTables.INGEST_ACCOUNTING,
            OpsTables.STALE_DAY,
            OpsTables.RUN)) {
      unwritten.put(table, null);
    }
  }

  /** What was published, by this process too. */
  public PublishedSlices published() {
    return reader().publications();
  }

  /** Notes what a job, or a whole run, did and how it ended. */
  public void add(RunLog log, Outcome outcome) {
    Instant now = Instant.now();
    for (Published p : log.published()) {
      Publication publication = Publication.of(log.runId(), log.job(), p, now);
      publications.add(publication);
      reader().publications().add(publication);
    }
    for (RunLog.Confirmed slice : log.confirmed()) {
      Publication last = reader().publications().last(slice.table(), slice.slice().toString());
      if (last != null) {
        Publication confirmed = last.confirmed(log.runId(), log.job(), slice.madeOf(), now);
        publications.add(confirmed);
        reader().publications().add(confirmed);
      }
    }
    unwritten(OpsTables.PUBLICATION);
    unwritten(OpsTables.QUALITY_CHECK).addAll(LedgerRows.checks(log, Timestamp.from(now)));
    log.ledger().forEach((table, more) -> unwritten(table).addAll(more));
    unwritten(OpsTables.RUN).add(rows.run(log, outcome));
  }

  /** Writes what was noted since the last time. */
  public void flush(String runId) {
    if (!reader().staleDays().isEmpty()) {
      unwritten(OpsTables.STALE_DAY).addAll(reader().staleDays());
    }
    for (Map.Entry<Table, List<Row>> table : unwritten.entrySet()) {
      if (table.getKey().equals(OpsTables.PUBLICATION)) {
        writePublications(runId);
      } else if (table.getValue() != null) {
        TableLog.append(spark, lake, table.getKey(), runId, table.getValue());
      }
      table.setValue(null);
    }
    reader().written();
    publications.clear();
  }

  /** Two processes may have found the same commits of a third one: each is recorded once. */
  private void writePublications(String runId) {
    List<Publication> all = new ArrayList<>(reader().recovered());
    all.addAll(publications);
    TableLog.append(
        spark,
        lake,
        OpsTables.PUBLICATION,
        runId,
        version -> {
          Set<List<Object>> there =
              version == reader().ledgerVersion() ? Set.of() : versionsInLedger();
          return all.stream()
              .filter(p -> !there.contains(List.of(p.table(), p.version())))
              .map(Publication::row)
              .toList();
        });
  }

  private Set<List<Object>> versionsInLedger() {
    Set<List<Object>> there = new HashSet<>();
    TableLog.read(spark, lake, OpsTables.PUBLICATION)
        .select("table_name", "version")
        .collectAsList()
        .forEach(row -> there.add(List.of(row.getString(0), row.getLong(1))));
    return there;
  }

  private List<Row> unwritten(Table table) {
    return unwritten.compute(table, (t, held) -> held == null ? new ArrayList<>() : held);
  }

  private PublicationReader reader() {
    if (read == null) {
      read = new PublicationReader(spark, lake);
    }
    return read;
  }
}
