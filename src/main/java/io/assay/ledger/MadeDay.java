package io.assay.ledger;

import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.job.Replaced;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What made a day: the jobs that ended in its last complete run, and what they published.
 *
 * @param day the day
 * @param jobs by name, in the order in which they run
 * @param published by table (layer and name): what these jobs published of the day
 * @param deliveries what had been delivered of the time up to the day when the first of them began:
 *     by slice, what each table (layer and name) held of it then
 */
public record MadeDay(
    LocalDate day,
    Map<String, SucceededJob> jobs,
    Map<String, Replaced> published,
    Map<String, Map<String, Replaced>> deliveries) {

  /**
   * A job that succeeded.
   *
   * @param settingsHash hash of the settings that it reads
   */
  public record SucceededJob(
      String runId, Instant startedAt, String settingsHash, String codeVersion) {}

  /** The run in which the last of the jobs succeeded. */
  public String runId() {
    return jobs.values().stream().reduce((first, next) -> next).orElseThrow().runId();
  }

  /** Versions of the application that ran the jobs, usually one. */
  public List<String> codeVersions() {
    return jobs.values().stream().map(SucceededJob::codeVersion).distinct().sorted().toList();
  }

  /**
   * What was published of a table.
   *
   * @throws UserError if nothing was, as by an older version that did not have the table
   */
  public Replaced published(Table table) {
    Replaced slice = published.get(table.id());
    if (slice == null) {
      throw new UserError(
          "run " + runId() + " of " + day + " published no " + table.id(),
          "An older version made the day; make it again: assay run --as-of " + day + ".");
    }
    return slice;
  }
}
