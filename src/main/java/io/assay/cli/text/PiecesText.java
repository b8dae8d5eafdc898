package io.assay.cli.text;

import io.assay.reporting.explain.AccountPage;
import io.assay.reporting.explain.PageQuery;
import java.util.List;
import org.apache.spark.sql.Row;

/** What the likeliest kinds of fraud are made of, piece by piece. */
final class PiecesText {
  /** Pieces shown of a kind, those first that speak for it most. */
  private static final int SHOWN = 5;

  private static final int LONGEST = 62;

  private PiecesText() {}

  static void into(PageText text, AccountPage page) {
    for (Row kind : told(page)) {
      text.heading(
          Texts.likelihood(kind.<Double>getAs("likelihood"))
              + " likely that it "
              + StandingText.about(kind)
              + ": what that is made of");
      table(text, of(page, kind));
    }
  }

  /** The kinds that are worth a look: all that flag it, else the likeliest. */
  static List<Row> told(AccountPage page) {
    double least = page.row(PageQuery.ACCOUNT).getAs("flag_at_least");
    List<Row> known =
        page.rows(PageQuery.KINDS).stream()
            .filter(k -> k.getAs("likelihood") != null && !of(page, k).isEmpty())
            .toList();
    List<Row> flagging =
        known.stream().filter(k -> k.<Double>getAs("likelihood") >= least).toList();
    return flagging.isEmpty() ? known.stream().limit(1).toList() : flagging;
  }

  /** The pieces of a kind, in their order. */
  static List<Row> of(AccountPage page, Row kind) {
    return page.rows(PageQuery.PIECES).stream()
        .filter(piece -> piece.getAs("kind").equals(kind.getAs("kind")))
        .toList();
  }

  private static void table(PageText text, List<Row> pieces) {
    TextTable table = new TextTable("piece", "weight", "odds", "without it");
    int last = pieces.size() - 1;
    for (int i = 0; i <= last; i++) {
      Row piece = pieces.get(i);
      // The one that speaks against it most is the last.
      if (i < SHOWN || i == last) {
        boolean speaksFor = piece.<Double>getAs("contribution") >= 0;
        table.row(
            shortened(SignalText.called(piece.getAs("signal"), piece.<Double>getAs("value"))),
            Texts.factor(piece.<Double>getAs("weight")),
            (speaksFor ? "x " : "/ ") + Texts.factor(piece.<Double>getAs("odds_factor")),
            Texts.likelihood(piece.<Double>getAs("without_it")));
      }
    }
    text.table(table);
    text.paragraph(
        "All in all "
            + pieces.get(0).<Long>getAs("pieces")
            + " pieces; x multiplies the odds, / divides them."
            + (last > SHOWN
                ? " Shown are the strongest, and the one that speaks against it most."
                : ""));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
