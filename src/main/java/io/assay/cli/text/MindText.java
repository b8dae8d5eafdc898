package io.assay.cli.text;

import io.assay.contracts.Family;
import io.assay.contracts.Signal;
import io.assay.contracts.SignalInput;
import io.assay.contracts.Signals;
import io.assay.reporting.explain.AccountPage;
import io.assay.reporting.explain.PageQuery;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What would change what is thought of an account. */
final class MindText {
  /** Reasons for what is missing that are told. */
  private static final int REASONS = 4;

  /** Below this likelihood nobody asks what would explain it. */
  private static final double WORTH_EXPLAINING = 0.1;

  private MindText() {}

  static void into(PageText text, AccountPage page) {
    text.heading("What would change our mind");
    double least = page.row(PageQuery.ACCOUNT).getAs("flag_at_least");
    for (Row kind : PiecesText.told(page)) {
      List<Row> pieces = PiecesText.of(page, kind);
      explained(text, kind, pieces, least);
    }
    List<Row> missing = page.rows(PageQuery.MISSING);
    missing.stream().limit(REASONS).forEach(reason -> text.point(missing(reason)));
    if (missing.isEmpty()) {
      text.point(
          "Nothing is missing that is measured of accounts; more posts and engagements of it would make"
              + " all of this surer.");
    }
  }

  /** What is left of a likelihood if what speaks for it has an innocent explanation. */
  private static void explained(PageText text, Row kind, List<Row> pieces, double least) {
    Row first = pieces.get(0);
    double likelihood = kind.getAs("likelihood");
    double left = first.getAs("without_it");
    Double odds = kind.getAs("odds_to_flag");
    if (likelihood < least && odds == null) {
      text.point("No evidence would flag it: the line is at 100 %, which nothing reaches.");
    } else if (likelihood < least) {
      text.point(
          "To flag it would take evidence that makes it "
              + Texts.factor(odds)
              + " times as likely (by odds) that it "
              + StandingText.about(kind)
              + ".");
    }
    if (first.<Double>getAs("contribution") <= 0 || likelihood < WORTH_EXPLAINING) {
      return;
    }
    text.point(
        "What says most that it "
            + StandingText.about(kind)
            + " is this: "
            + SignalText.called(first.getAs("signal"), first.<Double>getAs("value"))
            + ". Should that have an innocent explanation ("
            + SignalText.benign(first.getAs("signal"))
            + "), the likelihood is "
            + (Texts.likelihood(left).equals(Texts.likelihood(likelihood)) ? "still " : "")
            + Texts.likelihood(left)
            + ".");
    if (likelihood >= least && left >= least) {
      text.detail(enough(pieces, least));
    }
  }

  private static String enough(List<Row> pieces, double least) {
    return pieces.stream()
        .filter(piece -> piece.<Double>getAs("without_first") < least)
        .findFirst()
        .map(
            piece ->
                "It would take innocent explanations for the "
                    + piece.<Integer>getAs("place")
                    + " strongest pieces to bring it below "
                    + Texts.likelihood(least)
                    + ", to "
                    + Texts.likelihood(piece.<Double>getAs("without_first"))
                    + ".")
        .orElse("Innocent explanations of all of them would not bring it below that.");
  }

  private static String missing(Row row) {
    List<String> inputs = row.getList(row.fieldIndex("inputs"));
    Set<Family> told = new TreeSet<>();
    for (Signal signal : Signals.ALL) {
      if (inputs.contains(signal.input().title()) && signal.family() != Family.CONTEXT) {
        told.add(signal.family());
      }
    }
    return "Missing: "
        + inputs.stream().map(MindText::about).collect(Collectors.joining("; "))
        + ", because: "
        + row.getAs("reason")
        + "."
        + (told.isEmpty()
            ? ""
            : " It would tell "
                + told.stream().map(Family::about).collect(Collectors.joining("; "))
                + ".");
  }

  private static String about(String input) {
    return SignalInput.valueOf(input.toUpperCase(Locale.ROOT)).about();
  }
}
