package io.assay.ledger;

import io.assay.contracts.OpsTables;
import io.assay.contracts.Table;
import io.assay.job.Progress;
import io.assay.job.Published;
import io.assay.job.RunRecord;
import io.assay.lake.Lake;
import io.assay.lake.OpsTable;
import io.assay.lake.PublishedSlices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The ledger of a lake, {@code ops.*}: read once, kept in memory while jobs run, and written once,
 * each table in one commit, when {@link #flush} is called. A process that is killed before has lost
 * the rows of its checks and of its runs, not its publications: they are in the commits, and so is
 * what follows from them.
 */
public final class Ledger {
  private final SparkSession spark;
  private final Lake lake;
  private final Progress progress;
  private final LedgerRows rows;
  private final Map<Table, List<Row>> unwritten = new LinkedHashMap<>();
  private final List<Publication> publications = new ArrayList<>();
  private final PublicationReader reader;
  private final Publications known = new Publications(this::look);
  private final Set<String> ownRuns = new HashSet<>();
  private final LostMarks lostMarks;
  private Recovery recovery;
  private long version;

  public Ledger(SparkSession spark, Lake lake, String codeVersion, Progress progress) {
    this.spark = spark;
    this.lake = lake;
    this.progress = progress;
    this.rows = new LedgerRows(codeVersion);
    this.reader = new PublicationReader(spark, lake);
    this.lostMarks = new LostMarks(spark, lake);
    // In this order they are written. Days that are stale before the deliveries that made them so:
    // whoever is killed in between has marked too much, never too little. A run's own row last:
    // what it names is then there.
    for (Table table :
        List.of(
            OpsTables.QUALITY_CHECK,
            OpsTables.INGEST_ACCOUNTING,
            OpsTables.STALE_DAY,
            OpsTables.PUBLICATION,
            OpsTables.RUN)) {
      unwritten.put(table, null);
    }
  }

  /** Tells of a run of this process, whose publications are to be added by {@link #add}. */
  public void begin(String runId) {
    ownRuns.add(runId);
  }

  /** What was published, by this process too. */
  public PublishedSlices published() {
    recovery();
    return known;
  }

  /**
   * Days that are stale, with the time, which the ledger lacks: deliveries of killed runs made them
   * so, or the table of their marks was lost.
   */
  public Map<LocalDate, Instant> unwrittenMarks() {
    Map<LocalDate, Instant> marks = new HashMap<>();
    for (Row row : recovery().staleDays()) {
      Instant at = Publication.instant(row.getAs("marked_at"));
      LocalDate day = LocalDate.parse(row.getAs("as_of").toString());
      marks.merge(day, at, (a, b) -> a.isAfter(b) ? a : b);
    }
    return marks;
  }

  /** Notes what a job, or a whole run, did and how it ended. */
  public void add(RunRecord record, Outcome outcome) {
    Instant now = Instant.now();
    for (Published p : record.published()) {
      add(Publication.of(record.runId(), record.job(), p, now));
    }
    for (RunRecord.Confirmed slice : record.confirmed()) {
      Publication last = known.last(slice.table(), slice.slice().toString());
      if (last != null) {
        add(last.confirmed(record.runId(), record.job(), slice.inputsHash(), now));
      }
    }
    unwritten(OpsTables.PUBLICATION);
    unwritten(OpsTables.QUALITY_CHECK).addAll(LedgerRows.checks(record, now));
    record.ledger().forEach((table, more) -> unwritten(table).addAll(more));
    unwritten(OpsTables.RUN).add(rows.run(record, outcome));
  }

  private void add(Publication publication) {
    publications.add(publication);
    known.add(publication);
  }

  /** Writes what was noted since the last time. */
  public void flush(String runId) {
    if (!recovery().staleDays().isEmpty()) {
      unwritten(OpsTables.STALE_DAY).addAll(recovery().staleDays());
    }
    for (Map.Entry<Table, List<Row>> table : unwritten.entrySet()) {
      if (table.getKey().equals(OpsTables.PUBLICATION)) {
        writePublications(runId);
      } else if (table.getValue() != null) {
        OpsTable.append(spark, lake, table.getKey(), runId, progress, table.getValue());
      }
      table.setValue(null);
    }
  }

  /** Two processes may have found the same commits of a third one: each is recorded once. */
  private void writePublications(String runId) {
    List<Publication> all = new ArrayList<>(recovery().found());
    all.addAll(publications);
    version =
        OpsTable.append(
            spark,
            lake,
            OpsTables.PUBLICATION,
            runId,
            progress,
            now -> {
              Set<List<Object>> there = now == version ? Set.of() : reader.keysOf(runIds(all));
              return all.stream()
                  .filter(p -> !there.contains(p.key()))
                  .map(Publication::row)
                  .toList();
            });
    recovery().written();
    publications.clear();
  }

  private static Set<String> runIds(List<Publication> publications) {
    return publications.stream().map(Publication::runId).collect(Collectors.toSet());
  }

  private List<Row> unwritten(Table table) {
    return unwritten.compute(table, (t, held) -> held == null ? new ArrayList<>() : held);
  }

  /** The ledger is read when it is first asked for. */
  private Recovery recovery() {
    if (recovery == null) {
      version = reader.version();
      boolean held = reader.isHeld();
      recovery = new Recovery(lake, known, reader.read(known), held, ownRuns);
      recovery.look();
      if (lostMarks.areLost()) {
        List<Publication> all = new ArrayList<>(reader.ofBronze());
        recovery.found().stream().filter(Publication::isOfBronze).forEach(all::add);
        recovery.mark(lostMarks.rows(all));
        // Made again even if no day is stale, so that nobody has to look another time.
        unwritten(OpsTables.STALE_DAY);
      }
    }
    return recovery;
  }

  private void look() {
    recovery().look();
  }
}
