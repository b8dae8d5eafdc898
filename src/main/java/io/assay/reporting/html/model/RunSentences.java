package io.assay.reporting.html.model;

import java.util.List;
import java.util.Locale;

/** What the run read and how good it was, in three sentences. */
public final class RunSentences {
  private RunSentences() {}

  /** What was read, how much of it was fit, and what the results lack for it. */
  public static List<String> of(RunFacts run, VerdictFacts verdicts) {
    return List.of(read(run, verdicts), fit(run), lacks(run, verdicts));
  }

  private static String read(RunFacts run, VerdictFacts verdicts) {
    String when =
        run.firstDelivery() == null
            ? ""
            : run.firstDelivery().equals(run.lastDelivery())
                ? " of " + run.firstDelivery()
                : " from " + run.firstDelivery() + " to " + run.lastDelivery();
    List<String> platforms = verdicts.platforms();
    return "The run read "
        + counted(run.deliveries(), "crawl delivery", "crawl deliveries")
        + when
        + " and knows "
        + counted(verdicts.accounts(), "account", "accounts")
        + " of "
        + (platforms.isEmpty() ? "no platform" : joined(platforms))
        + ", "
        + counted(run.accepted("posts"), "sight of a post", "sights of posts")
        + " and "
        + counted(
            run.accepted("interactions"), "single like or comment", "single likes and comments")
        + ".";
  }

  private static String fit(RunFacts run) {
    if (run.records() == 0) {
      return "What became of the delivered records is not in the ledger.";
    }
    String refused =
        run.refused() == 0
            ? "none was refused"
            : count(run.refused())
                + " ("
                + percent(run.refused(), run.records())
                + ") "
                + (run.refused() == 1 ? "was" : "were")
                + " refused as unfit";
    return "Of "
        + counted(run.records(), "delivered record", "delivered records")
        + " "
        + refused
        + ", "
        + (run.duplicates() == 0 ? "none was" : count(run.duplicates()) + " left out as")
        + (run.duplicates() == 1 || run.duplicates() == 0 ? " a duplicate" : " duplicates")
        + ", and "
        + (run.warningsInAll() == 0
            ? "every check of the results passed."
            : counted(run.warningsInAll(), "check", "checks")
                + " of the results "
                + (run.warningsInAll() == 1 ? "warns." : "warn."));
  }

  private static String lacks(RunFacts run, VerdictFacts verdicts) {
    if (verdicts.accounts() == 0) {
      return "There is no account to assess.";
    }
    if (run.records() > 0 && run.accepted("interactions") == 0) {
      return "Nobody's single likes and comments were crawled, so pods, farms and the quality of"
          + " audiences could not be judged.";
    }
    if (verdicts.notAssessable() == 0) {
      return "Every account could be judged in some respect; what could not be judged of each is"
          + " said at the end.";
    }
    return counted(verdicts.notAssessable(), "account", "accounts")
        + " ("
        + percent(verdicts.notAssessable(), verdicts.accounts())
        + ") could not be assessed at all; why is said at the end.";
  }

  private static String joined(List<String> names) {
    return names.size() == 1
        ? names.get(0)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }

  private static String counted(long count, String one, String several) {
    return count(count) + " " + (count == 1 ? one : several);
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String percent(long part, long whole) {
    double percent = 100.0 * part / whole;
    return percent < 0.1
        ? "less than 0.1 %"
        : String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
  }
}
