package io.assay.ingest;

import io.assay.job.Slice;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One delivery of crawl files.
 *
 * @param path folder (or, with a mapping, also a file) that was delivered
 * @param id source and name, given by the operator
 * @param date the whole UTC day of the delivery
 * @param mapping how another crawler's format becomes feeds; null for the canonical format
 * @param crawledAt when records were seen that do not say it themselves; null if they all do
 */
public record Crawl(String path, String id, LocalDate date, Mapping mapping, Instant crawledAt) {

  /** How its numbers and times are written. */
  Notation notation() {
    return mapping == null ? Notation.UNSAID : mapping.notation();
  }

  /** What an ingest of this delivery replaces. */
  public Slice slice() {
    return Slice.of(id, date);
  }
}
