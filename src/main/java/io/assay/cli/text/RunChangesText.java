package io.assay.cli.text;

import io.assay.ledger.MadeDay;
import io.assay.reporting.changes.RunChanges;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** In what the runs of two days differ, for people. */
public final class RunChangesText {
  /** Differences of one sort that are shown. */
  private static final int SHOWN = 8;

  private RunChangesText() {}

  public static void print(RunChanges runs, PrintStream out) {
    out.println("What made the two days");
    out.println();
    out.println("  " + day(runs.from()));
    out.println("  " + day(runs.to()));
    out.println();
    long days = ChronoUnit.DAYS.between(runs.from().day(), runs.to().day());
    print("inputs", runs.inputs(), "the same crawls; only the day differs", out);
    print("settings", runs.settings(), "the same", out);
    print("models", runs.models(), "the same", out);
    print(
        "version", runs.version(), "the same, " + String.join(", ", runs.to().codeVersions()), out);
    out.println();
    out.println("Cause: " + runs.cause() + ". " + meaning(runs, Texts.counted(days, "day")));
    out.println();
  }

  private static String day(MadeDay made) {
    return made.day() + "  run " + made.runId();
  }

  private static void print(String what, List<String> lines, String none, PrintStream out) {
    List<String> shown = lines.isEmpty() ? List.of(none) : lines.stream().limit(SHOWN).toList();
    for (int i = 0; i < shown.size(); i++) {
      out.println(String.format("  %-10s", i == 0 ? what : "") + shown.get(i));
    }
    if (lines.size() > SHOWN) {
      out.println(String.format("  %-10s", "") + "and " + (lines.size() - SHOWN) + " more");
    }
  }

  private static String meaning(RunChanges runs, String days) {
    List<String> differing = runs.differing();
    if (differing.isEmpty()) {
      return "Crawls, settings, models and version are the same. Only the day\n"
          + "differs: it is "
          + days
          + " later, accounts are older, and what is counted of the last days moved on.";
    }
    String meaning =
        differing.size() > 1
            ? "The two days do not show which of these moved what."
            : differing.get(0).equals("inputs")
                ? "The days were made of different crawls, as days usually are."
                : "The same crawls were judged otherwise.";
    return differing.containsAll(List.of("settings", "models"))
        ? meaning + " Settings name the\nmodels and their weights, so that both may be one change."
        : meaning;
  }
}
