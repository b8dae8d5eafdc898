package io.assay.ledger;

import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.assay.contracts.Field;
import io.assay.contracts.OpsTables;
import io.assay.contracts.Table;
import io.assay.lake.CommitNote;
import io.assay.lake.Lake;
import io.assay.lake.Slice;
import io.assay.lake.StaleDays;
import io.assay.lake.TableLog;
import io.assay.lake.delta.CommitLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads {@code ops.publication} once and makes it whole from the tables' own logs: commits that a
 * run made before it was killed say what they published; commits of other programs are noted too,
 * so that they stay known when Delta cleans its log.
 *
 * <p>Cost: one query of the ledger, a listing of each table's log, and the commits that the ledger
 * does not name yet.
 */
final class PublicationReader {
  /** Operations that leave the rows of a table as they are, by Delta's names. */
  private static final Set<String> LEAVE_ROWS =
      Set.of(
          "OPTIMIZE",
          "VACUUM START",
          "VACUUM END",
          "ADD COLUMNS",
          "CHANGE COLUMN",
          "CHANGE COLUMNS",
          "ADD CONSTRAINT",
          "DROP CONSTRAINT",
          "SET TBLPROPERTIES",
          "UNSET TBLPROPERTIES",
          "UPGRADE PROTOCOL",
          "COMPUTE STATS",
          "CREATE TABLE");

  private final Lake lake;
  private final Publications publications = new Publications();
  private final Map<String, Set<Long>> recorded = new HashMap<>();
  private final List<Publication> recovered = new ArrayList<>();
  private final List<Row> staleDays = new ArrayList<>();
  private long ledgerVersion;

  PublicationReader(SparkSession spark, Lake lake) {
    this.lake = lake;
    this.ledgerVersion = lake.log(OpsTables.PUBLICATION.id()).newest();
    List<Publication> ledger = ledger(spark);
    List<String> tables = lake.tables().stream().filter(PublicationReader::isPublished).toList();
    for (String table : tables) {
      long newest = lake.log(table).newest();
      // A table that was removed and made anew has lost what the ledger says of it.
      ledger.stream()
          .filter(p -> p.table().equals(table) && p.version() <= newest)
          .forEach(publications::add);
    }
    // Deliveries last: which days they make stale is known once all days are.
    tables.stream().filter(table -> !isBronze(table)).forEach(this::recover);
    tables.stream().filter(PublicationReader::isBronze).forEach(this::recover);
  }

  private static boolean isPublished(String table) {
    return !table.startsWith("ops.") || table.equals(OpsTables.QUARANTINE.id());
  }

  private static boolean isBronze(String table) {
    return table.startsWith("bronze.");
  }

  Publications publications() {
    return publications;
  }

  /** What the ledger does not name yet. */
  List<Publication> recovered() {
    return recovered;
  }

  /** Rows of {@code ops.stale_day} that killed deliveries would have written. */
  List<Row> staleDays() {
    return staleDays;
  }

  /** Version of {@code ops.publication} that was read; less than any once it was written to. */
  long ledgerVersion() {
    return ledgerVersion;
  }

  /** What was recovered stands in the ledger now. */
  void written() {
    recovered.clear();
    staleDays.clear();
    ledgerVersion = Long.MIN_VALUE;
  }

  private List<Publication> ledger(SparkSession spark) {
    if (!lake.holds(OpsTables.PUBLICATION)) {
      return List.of();
    }
    Table table = OpsTables.PUBLICATION;
    Column[] columns = table.fields().stream().map(Field::col).toArray(Column[]::new);
    List<Publication> last = new ArrayList<>();
    // A row for each slice that was ever published.
    for (Row row :
        TableLog.read(spark, lake, table)
            .groupBy("table_name", "slice")
            .agg(max_by(struct(columns), struct("version", "published_at")), collect_set("version"))
            .collectAsList()) {
      recorded.computeIfAbsent(row.getString(0), t -> new HashSet<>()).addAll(row.<Long>getList(3));
      last.add(Publication.of(row.getStruct(2)));
    }
    return last;
  }

  private void recover(String table) {
    CommitLog log = lake.log(table);
    Set<Long> known = recorded.getOrDefault(table, Set.of());
    // Those that Delta has removed from the log an earlier run has seen and noted.
    for (long version : log.versions()) {
      if (!known.contains(version)) {
        log.commit(version).ifPresent(commit -> recover(table, commit));
      }
    }
  }

  private void recover(String table, CommitLog.Commit commit) {
    Optional<CommitNote> note =
        CommitNote.of(commit.userMetadata()).filter(n -> n.table().equals(table));
    if (note.isPresent()) {
      recovered(Publication.of(note.get(), commit.version()), note.get());
    } else if (!LEAVE_ROWS.contains(commit.operation())) {
      Instant at = Instant.ofEpochMilli(commit.at());
      add(Publication.unknown(table, commit.operation(), commit.version(), at));
    }
  }

  private void recovered(Publication publication, CommitNote note) {
    Publication before = publications.last(publication.table(), publication.slice());
    boolean same = before != null && before.contentHash().equals(publication.contentHash());
    if (isBronze(publication.table()) && !same) {
      Slice slice = new Slice(note.slice());
      LocalDate crawlDate = (LocalDate) slice.values().get("crawl_date");
      staleDays.addAll(
          StaleDays.rows(
              publications.silverDays(crawlDate),
              String.valueOf(slice.values().get("crawl_id")),
              crawlDate,
              note.runId(),
              note.publishedAt()));
    }
    add(publication);
  }

  private void add(Publication publication) {
    publications.add(publication);
    recovered.add(publication);
  }
}
