package io.assay.ledger;

import io.assay.contracts.OpsTables;
import io.assay.job.Slice;
import io.assay.lake.CommitNote;
import io.assay.lake.Lake;
import io.assay.lake.delta.CommitLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Finds in the tables' own logs what the ledger does not name: commits that a run made before it
 * was killed, or makes just now, say what they published; commits of other programs and maintenance
 * are noted too, so that they stay known when Delta cleans its log and no commit is read twice.
 *
 * <p>Cost: a listing of each table's log, and the commits that are not named yet.
 */
final class Recovery {
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
  private final Publications publications;
  private final Map<String, Set<Long>> named;
  private final boolean marksLate;
  private final Set<String> ownRuns;
  private final List<Publication> found = new ArrayList<>();
  private final Set<Row> staleDays = new LinkedHashSet<>();

  /**
   * @param publications what the ledger names, to be completed
   * @param named versions that it names, by table
   * @param marksLate whether a delivery that is found may have come late; not where the whole
   *     ledger was lost, since then all would seem to
   * @param ownRuns of this process, which tell the ledger themselves
   */
  Recovery(
      Lake lake,
      Publications publications,
      Map<String, Set<Long>> named,
      boolean marksLate,
      Set<String> ownRuns) {
    this.lake = lake;
    this.publications = publications;
    this.named = new HashMap<>(named);
    this.marksLate = marksLate;
    this.ownRuns = ownRuns;
  }

  /** Looks into the logs; what was found before is not found again. */
  void look() {
    List<String> tables = lake.tables().stream().filter(Recovery::isPublished).toList();
    // Deliveries last: which days they make stale is known once all days are.
    tables.stream().filter(table -> !isBronze(table)).forEach(this::look);
    tables.stream().filter(Recovery::isBronze).forEach(this::look);
  }

  /** What the ledger does not name yet. */
  List<Publication> found() {
    return found;
  }

  /** Adds rows of {@code ops.stale_day} that are to be written. */
  void mark(List<Row> stale) {
    staleDays.addAll(stale);
  }

  /** Rows of {@code ops.stale_day} that are to be written: killed deliveries did not come to it. */
  List<Row> staleDays() {
    return List.copyOf(staleDays);
  }

  /** What was found stands in the ledger now. */
  void written() {
    found.clear();
    staleDays.clear();
  }

  private static boolean isPublished(String table) {
    return !table.startsWith("ops.") || table.equals(OpsTables.QUARANTINE.id());
  }

  private static boolean isBronze(String table) {
    return table.startsWith("bronze.");
  }

  private void look(String table) {
    CommitLog log = lake.log(table);
    // Those that Delta has removed from the log an earlier run has seen and noted.
    for (long version : log.versions()) {
      if (!named.getOrDefault(table, Set.of()).contains(version)) {
        log.commit(version).ifPresent(commit -> note(table, commit));
        named.computeIfAbsent(table, t -> new HashSet<>()).add(version);
      }
    }
  }

  private void note(String table, CommitLog.Commit commit) {
    Optional<CommitNote> note =
        CommitNote.of(commit.userMetadata()).filter(n -> n.table().equals(table));
    Instant at = Instant.ofEpochMilli(commit.visibleAt());
    if (note.isPresent() && ownRuns.contains(note.get().runId())) {
      return;
    }
    if (note.isPresent()) {
      Publication publication = Publication.of(note.get(), commit.version());
      if (marksLate && isBronze(table) && isNews(publication)) {
        mark(note.get(), at);
      }
      add(publication);
    } else if (LEAVE_ROWS.contains(commit.operation())) {
      add(Publication.maintenance(table, commit.operation(), commit.version(), at));
    } else {
      add(Publication.unknown(table, commit.operation(), commit.version(), at));
    }
  }

  private boolean isNews(Publication publication) {
    Publication before = publications.last(publication.table(), publication.slice());
    return before == null || !before.contentHash().equals(publication.contentHash());
  }

  private void mark(CommitNote note, Instant visibleAt) {
    Slice slice = new Slice(note.slice());
    LocalDate crawlDate = (LocalDate) slice.values().get("crawl_date");
    mark(
        StaleDays.rows(
            publications.silverDays(crawlDate),
            String.valueOf(slice.values().get("crawl_id")),
            crawlDate,
            note.runId(),
            visibleAt));
  }

  private void add(Publication publication) {
    publications.add(publication);
    found.add(publication);
  }
}
