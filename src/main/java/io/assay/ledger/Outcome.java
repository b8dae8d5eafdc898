package io.assay.ledger;

import io.assay.job.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How a job, or a whole run, ended.
 *
 * @param asOf day it was run for; null for a delivery
 * @param crawlId delivery it was run for; null for a day
 * @param crawlDate day of the delivery; null for a day
 * @param settingsHash hash of the settings that the job reads
 * @param exitCode 0, or that of the failure
 * @param message why it failed; null when it did not
 * @param published what it published, also before it failed
 */
public record Outcome(
    LocalDate asOf,
    String crawlId,
    LocalDate crawlDate,
    String settingsHash,
    Instant startedAt,
    double seconds,
    int exitCode,
    String message,
    List<Published> published) {

  boolean succeeded() {
    return exitCode == 0;
  }
}
