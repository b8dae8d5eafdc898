package io.assay.pipeline;

import io.assay.job.Published;
import java.util.List;

/**
 * What became of one job.
 *
 * @param job job name
 * @param exitCode 0, or that of the failure
 * @param message why it failed; null when it did not
 * @param seconds duration
 * @param published what it published, also before it failed
 * @param warnings what somebody should look at, in words
 */
public record JobReport(
    String job,
    int exitCode,
    String message,
    double seconds,
    List<Published> published,
    List<String> warnings) {

  public boolean succeeded() {
    return exitCode == 0;
  }
}
