package io.assay.cli;

import io.assay.contracts.AssayError;
import io.assay.text.Printable;

/**
 * What a failure means to the caller.
 *
 * @param exitCode the process's exit code
 * @param message what happened, possibly in several lines
 * @param remedy what to do
 */
record Failure(int exitCode, String message, String remedy) {
  private static final int MAX_DEPTH = 50;

  /** Finds the failure that can be explained, however deep it was wrapped on its way here. */
  static Failure of(Throwable thrown) {
    Throwable deepest = thrown;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      if (deepest instanceof AssayError known) {
        return new Failure(known.exitCode(), known.getMessage(), known.remedy());
      }
      if (deepest instanceof OutOfMemoryError) {
        return new Failure(
            1, "Java ran out of memory", "Give it more, e.g. ASSAY_JAVA_OPTS=-Xmx8g.");
      }
      String text = String.valueOf(deepest.getMessage());
      if (text.contains("No space left on device")) {
        return new Failure(
            1,
            "a disk is full",
            "Free space in the lake's folder and in Spark's scratch folder (/tmp, or"
                + " spark.local.dir), and run the same command again.");
      }
      if (text.contains("SparkContext was shut down")
          || text.contains("SparkContext has been shutdown")) {
        return new Failure(
            1,
            "the run was stopped from outside",
            "Run the same command again: tables are as before or whole.");
      }
      if (deepest.getCause() == null || deepest.getCause() == deepest) {
        break;
      }
      deepest = deepest.getCause();
    }
    return new Failure(
        1,
        "unexpected " + deepest.getClass().getSimpleName() + ": " + firstLine(deepest),
        "This is a bug; run again with --verbose for the stack trace, and report it.");
  }

  /** The last line on stderr. */
  String lastLine() {
    String head = message.lines().findFirst().orElse("").strip();
    head = head.endsWith(":") || head.endsWith(".") ? head.substring(0, head.length() - 1) : head;
    return "assay: error: " + Printable.of(head) + ". " + Printable.of(remedy);
  }

  private static String firstLine(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("no message");
  }
}
