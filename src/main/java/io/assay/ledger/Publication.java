package io.assay.ledger;

import io.assay.contracts.OpsTables;
import io.assay.contracts.RowLayout;
import io.assay.job.Published;
import io.assay.job.Slice;
import io.assay.lake.CommitNote;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * A row of {@code ops.publication}: which version of a table belongs to which slice, of which run.
 *
 * @param slice what was replaced; {@link #UNKNOWN} where another program changed the table, {@link
 *     #NONE} where it changed no row
 * @param day day it belongs to; null for a crawl
 * @param inputsHash hash of what it was made of; null where no later run asks
 */
record Publication(
    String runId,
    String job,
    String table,
    String slice,
    LocalDate day,
    long version,
    long rows,
    String contentHash,
    Instant publishedAt,
    String inputsHash) {

  /** Slice of a commit that is not of ours: any row may have been changed. */
  static final String UNKNOWN = "unknown";

  /** Slice of a commit that leaves the rows as they are. */
  static final String NONE = "none";

  private static final RowLayout LAYOUT = RowLayout.of(OpsTables.PUBLICATION);

  static Publication of(String runId, String job, Published p, Instant at) {
    return new Publication(
        runId,
        job,
        p.table(),
        p.slice().toString(),
        p.slice().day(),
        p.version(),
        p.rows(),
        p.contentHash(),
        at,
        p.inputsHash());
  }

  /** What a commit says of itself. */
  static Publication of(CommitNote note, long version) {
    Slice slice = new Slice(note.slice());
    return new Publication(
        note.runId(),
        note.job(),
        note.table(),
        slice.toString(),
        slice.day(),
        version,
        note.rows(),
        note.contentHash(),
        note.publishedAt(),
        note.inputsHash());
  }

  /** A change by another program, which says nothing but the name of its operation. */
  static Publication unknown(String table, String operation, long version, Instant at) {
    return new Publication(UNKNOWN, operation, table, UNKNOWN, null, version, 0, UNKNOWN, at, null);
  }

  /** Maintenance, noted so that its commit need not be read again. */
  static Publication maintenance(String table, String operation, long version, Instant at) {
    return new Publication(UNKNOWN, operation, table, NONE, null, version, 0, NONE, at, null);
  }

  /** The same version of the slice, which a run found to stand beside other inputs. */
  Publication confirmed(String byRun, String byJob, String inputsHashNow, Instant at) {
    return new Publication(
        byRun, byJob, table, slice, day, version, rows, contentHash, at, inputsHashNow);
  }

  /** The same, of which is not known any more what it holds. */
  Publication withContent(String hash) {
    return new Publication(
        runId, job, table, slice, day, version, rows, hash, publishedAt, inputsHash);
  }

  /** What tells its row from others. */
  List<Object> key() {
    return List.of(runId, table, slice, version);
  }

  boolean isUnknown() {
    return slice.equals(UNKNOWN);
  }

  /** Whether it is maintenance. */
  boolean changesNothing() {
    return slice.equals(NONE);
  }

  boolean isOfBronze() {
    return table.startsWith("bronze.");
  }

  Row row() {
    return LAYOUT
        .row()
        .set("run_id", runId)
        .set("job", job)
        .set("table_name", table)
        .set("slice", slice)
        .set("as_of", day)
        .set("version", version)
        .set("rows", rows)
        .set("content_hash", contentHash)
        .set("published_at", publishedAt)
        .set("inputs_hash", inputsHash)
        .row();
  }

  /** A row as it was read. */
  static Publication of(Row row) {
    Object day = row.getAs("as_of");
    return new Publication(
        row.getAs("run_id"),
        row.getAs("job"),
        row.getAs("table_name"),
        row.getAs("slice"),
        day == null ? null : LocalDate.parse(day.toString()),
        row.<Long>getAs("version"),
        row.<Long>getAs("rows"),
        row.getAs("content_hash"),
        instant(row.getAs("published_at")),
        row.getAs("inputs_hash"));
  }

  /** A time as Spark hands it over, which is a matter of its settings. */
  static Instant instant(Object time) {
    return time instanceof Instant at ? at : ((Timestamp) time).toInstant();
  }
}
