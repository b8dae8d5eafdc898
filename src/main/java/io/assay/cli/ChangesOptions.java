package io.assay.cli;

import io.assay.contracts.Kind;
import io.assay.contracts.UserError;
import io.assay.reporting.changes.ChangesQuestion;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * The arguments of {@code assay changes}, checked before Spark starts.
 *
 * @param question what is asked
 * @param out file to write; null for none
 */
record ChangesOptions(ChangesQuestion question, String out) {
  private static final String LEAST_CHANGE = "0.1";
  private static final String FEW = "20";

  /** All that are told one by one are held in memory, with what moved them. */
  private static final int MOST = 1_000;

  static void declare(Subparser parser) {
    parser.addArgument("--from").metavar("DATE").required(true).help("the earlier day, YYYY-MM-DD");
    parser.addArgument("--to").metavar("DATE").required(true).help("the later day");
    Options.lake(parser);
    parser.addArgument("--platform").metavar("P").help("only accounts of this platform");
    parser
        .addArgument("--account-id")
        .metavar("ID")
        .help("only this account, whether or not it moved");
    parser
        .addArgument("--kind")
        .metavar("KIND")
        .choices((Object[]) Kind.titles().toArray(String[]::new))
        .help("only one kind: " + String.join(", ", Kind.titles()));
    parser
        .addArgument("--min-change")
        .metavar("SHARE")
        .setDefault(LEAST_CHANGE)
        .help("a likelihood that changed by so much moved (default: " + LEAST_CHANGE + ")");
    parser
        .addArgument("--limit")
        .metavar("N")
        .setDefault(FEW)
        .help("accounts that are shown, those that moved most (default: " + FEW + ")");
    parser
        .addArgument("--out")
        .metavar("FILE")
        .help("CSV file for all that moved, whole or not at all; replaces an older one");
    Options.reporting(parser);
  }

  /**
   * @throws UserError for arguments that cannot be
   */
  static ChangesOptions of(Invocation call) {
    LocalDate from = Dates.day("--from", call.text("from"));
    LocalDate to = Dates.day("--to", call.text("to"));
    if (from.equals(to)) {
      throw new UserError(
          "--from and --to are the same day, " + from, "Name two days that were run.");
    }
    if (to.isBefore(from)) {
      throw new UserError(
          "--to " + to + " is before --from " + from,
          "Swap them: changes are told from the earlier day to the later.");
    }
    String kind = call.text("kind");
    return new ChangesOptions(
        new ChangesQuestion(
            from,
            to,
            given(call, "--platform", "platform"),
            given(call, "--account-id", "account_id"),
            kind == null ? Arrays.asList(Kind.values()) : List.of(Kind.of(kind)),
            share(call.text("min_change")),
            limit(call.text("limit"))),
        given(call, "--out", "out"));
  }

  private static String given(Invocation call, String option, String name) {
    String text = call.text(name);
    return text == null ? null : Invocation.notBlank(option, text);
  }

  private static double share(String text) {
    try {
      double share = Double.parseDouble(text);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // told below, in our words
    }
    throw new UserError(
        "--min-change " + text + " is not a share from 0 to 1",
        "For example --min-change 0.1, which is ten points of a hundred.");
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // told below, in our words
    }
    throw new UserError(
        "--limit " + text + " is not a whole number of accounts from 1 to " + MOST,
        "For example --limit 20; --out FILE.csv writes all of them.");
  }
}
