package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.lake.SparkSessions;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * Proves that a command ends before Spark starts. Other tests of the same process may have a
 * session open; the command does not see it, so that one which it wants becomes a new one.
 */
final class BeforeSpark {
  private BeforeSpark() {}

  /** Runs a command; fails if it opened a session. */
  static CliRun run(Supplier<CliRun> command) {
    Option<SparkSession> active = SparkSession.getActiveSession();
    Option<SparkSession> open = SparkSession.getDefaultSession();
    SparkSession.clearActiveSession();
    SparkSession.clearDefaultSession();
    try {
      CliRun run = command.get();
      assertThat(SparkSessions.isOpen()).as("Spark was started: " + run.lastLine()).isFalse();
      return run;
    } finally {
      active.foreach(
          session -> {
            SparkSession.setActiveSession(session);
            return null;
          });
      open.foreach(
          session -> {
            SparkSession.setDefaultSession(session);
            return null;
          });
    }
  }
}
