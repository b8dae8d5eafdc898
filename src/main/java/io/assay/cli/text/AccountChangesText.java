package io.assay.cli.text;

import io.assay.reporting.changes.ChangesQuestion;
import io.assay.reporting.changes.ChangesReport;
import io.assay.reporting.changes.ChangesReport.ChangeTotals;
import io.assay.reporting.changes.ChangesReport.ChangedAccount;
import io.assay.reporting.changes.ChangesReport.ChangedKind;
import io.assay.reporting.changes.ChangesReport.ChangedPart;
import io.assay.reporting.changes.ChangesReport.KindTotals;
import io.assay.text.Printable;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Which accounts changed and why, for people. */
public final class AccountChangesText {
  /** Parts of a likelihood that are shown; the smaller ones together are one line. */
  private static final int SHOWN = 8;

  /** Parts below this are shown only together. */
  private static final double SMALL = 0.05;

  private AccountChangesText() {}

  public static void print(ChangesReport report, ChangesQuestion question, PrintStream out) {
    if (question.accountId() == null) {
      print(report.totals(), question, out);
    }
    if (!report.accounts().isEmpty()) {
      out.println(head(report, question));
      out.println(
          "A part above 0 raises the suspicion, one below 0 lowers it; they add up to the"
              + " change of the\nlog-odds. What a signal is: src/docs/signals.md.");
    }
    report.accounts().forEach(account -> print(account, out));
  }

  private static String head(ChangesReport report, ChangesQuestion question) {
    if (question.accountId() != null) {
      return "What moved it";
    }
    long moved = report.totals().moved();
    int shown = report.accounts().size();
    return shown < moved
        ? "The " + shown + " accounts that moved most, of " + Texts.count(moved)
        : "The accounts that moved, the most moved first";
  }

  private static void print(ChangeTotals totals, ChangesQuestion question, PrintStream out) {
    out.println(
        "Accounts"
            + (question.platform() == null ? "" : " of " + Printable.of(question.platform())));
    out.println();
    out.println(
        Texts.counted(totals.both(), "account")
            + " seen on both days, "
            + Texts.count(totals.appeared())
            + " on the later only, "
            + Texts.count(totals.gone())
            + " on the earlier only.");
    out.println(
        "Flagged: "
            + Texts.count(totals.flaggedBefore())
            + " before, "
            + Texts.count(totals.flaggedAfter())
            + " after. Of those seen on both days "
            + Texts.count(totals.newlyFlagged())
            + " newly, "
            + Texts.count(totals.noLongerFlagged())
            + " no longer"
            + (totals.decided() == 0
                ? "."
                : "; a person decided " + Texts.count(totals.decided()) + " of these."));
    out.println();
    String least = points(question.minChange());
    TextTable table =
        new TextTable(
            "kind", "judged on both", "up " + least, "down " + least, "newly judged", "no longer");
    for (KindTotals kind : totals.kinds()) {
      table.row(
          kind.kind(),
          Texts.count(kind.both()),
          Texts.count(kind.up()),
          Texts.count(kind.down()),
          Texts.count(kind.newlyKnown()),
          Texts.count(kind.noLongerKnown()));
    }
    out.print(table);
    out.println();
  }

  private static void print(ChangedAccount account, PrintStream out) {
    out.println();
    String handle = account.handle() == null ? "" : ", " + account.handle();
    out.println(Printable.of(account.platform() + " " + account.accountId() + handle));
    out.println("  " + flag(account));
    if (!Objects.equals(account.decisionFrom(), account.decisionTo())) {
      out.println("  " + Printable.of(decision(account)));
    }
    if (!Objects.equals(account.clusterFrom(), account.clusterTo())) {
      out.println(
          "  cluster: " + named(account.clusterFrom()) + " -> " + named(account.clusterTo()));
    }
    account.kinds().forEach(kind -> print(kind, out));
  }

  private static String named(String cluster) {
    return cluster == null ? "none" : cluster;
  }

  private static String flag(ChangedAccount account) {
    if (account.hasAppeared()) {
      return "seen on the later day only, " + flagged(account.flaggedTo());
    }
    if (account.isGone()) {
      return "seen on the earlier day only, " + flagged(account.flaggedFrom());
    }
    boolean same = account.flaggedFrom().equals(account.flaggedTo());
    return same
        ? flagged(account.flaggedTo()) + " on both days"
        : account.flaggedTo() ? "newly flagged" : "no longer flagged";
  }

  private static String flagged(boolean flagged) {
    return flagged ? "flagged" : "not flagged";
  }

  private static String decision(ChangedAccount account) {
    String before = account.decisionFrom() == null ? "nothing" : account.decisionFrom();
    return account.decisionTo() == null
        ? "a person's decision ended: " + before
        : "a person decided: "
            + before
            + " -> "
            + account.decisionTo()
            + ", by "
            + account.decidedBy()
            + ": "
            + account.decidedWhy();
  }

  private static void print(ChangedKind kind, PrintStream out) {
    String line = "  " + kind.kind() + ": " + likely(kind.from()) + " -> " + likely(kind.to());
    if (kind.logOddsFrom() == null) {
      out.println(line);
      return;
    }
    double change = kind.logOddsTo() - kind.logOddsFrom();
    out.println(
        line
            + String.format(
                Locale.ROOT,
                ", log-odds %.2f -> %.2f (%+.2f)",
                kind.logOddsFrom(),
                kind.logOddsTo(),
                change));
    List<ChangedPart> parts = kind.parts();
    int shown =
        (int) parts.stream().filter(part -> Math.abs(part.part()) >= SMALL).limit(SHOWN).count();
    parts.stream().limit(shown).forEach(part -> out.println(part(part)));
    List<ChangedPart> rest = parts.stream().skip(shown).toList();
    if (!rest.isEmpty()) {
      out.println(
          String.format(
              Locale.ROOT,
              "    %+7.2f  %s together",
              rest.stream().mapToDouble(ChangedPart::part).sum(),
              Texts.counted(rest.size(), "smaller part")));
    }
  }

  private static String part(ChangedPart part) {
    return String.format(
        Locale.ROOT, "    %+7.2f  %s: %s", part.part(), part.signal(), PartText.of(part));
  }

  private static String likely(Double likelihood) {
    return likelihood == null
        ? "not to be judged"
        : String.format(Locale.ROOT, "%.1f %% likely", likelihood * 100);
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%.0f points", share * 100);
  }
}
