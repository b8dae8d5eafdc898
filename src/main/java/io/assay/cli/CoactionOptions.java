package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.coordination.coaction.CoActionRule;
import io.assay.coordination.coaction.CoActions;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * The arguments of {@code assay coaction}, checked before Spark starts.
 *
 * @param question what is asked
 * @param out file to write
 * @param exactIds whether ids are written as they are, even where a spreadsheet would run them
 */
record CoactionOptions(CoActions.Question question, String out, boolean exactIds) {
  private static final long MOST_SHARES = 1_000_000_000;

  static void declare(Subparser parser) {
    Options.asOf(parser);
    Options.lake(parser);
    parser
        .addArgument("--platform")
        .metavar("P")
        .help("only shares of this platform (default: all of them together)");
    parser
        .addArgument("--object")
        .metavar("PATTERN")
        .required(true)
        .help("ids of the objects, as SQL LIKE: % any signs, _ any one; quote it");
    parser
        .addArgument("--window")
        .metavar("SECONDS")
        .required(true)
        .help("two shares of an object count if at most so far apart");
    parser
        .addArgument("--min-participation")
        .metavar("N")
        .required(true)
        .help("shares an account needs, see src/docs/methods.md; 1 for all");
    parser
        .addArgument("--out")
        .metavar("FILE")
        .required(true)
        .help("CSV file to write, whole or not at all; replaces an older one");
    parser
        .addArgument("--exact-ids")
        .action(Arguments.storeTrue())
        .help("no apostrophe before ids that begin with = + - @ or '");
    Options.settings(parser);
    Options.reporting(parser);
  }

  /**
   * @throws UserError for arguments that cannot be
   */
  static CoactionOptions of(Invocation call) {
    String platform = call.text("platform");
    if (platform != null) {
      Invocation.notBlank("--platform", platform);
    }
    return new CoactionOptions(
        new CoActions.Question(
            objects(Invocation.notBlank("--object", call.text("object"))),
            platform,
            new CoActionRule(
                whole(
                    "--window",
                    call.text("window"),
                    CoActionRule.MAX_WINDOW_SECONDS,
                    "a whole number of seconds"),
                (int)
                    whole(
                        "--min-participation",
                        call.text("min_participation"),
                        MOST_SHARES,
                        "a whole number of shares"))),
        Invocation.notBlank("--out", call.text("out")),
        call.flag("exact_ids"));
  }

  /** A backslash has to stand before a sign that it takes the meaning from. */
  private static String objects(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '\\') {
        i++;
        if (i == pattern.length() || "%_\\".indexOf(pattern.charAt(i)) < 0) {
          throw new UserError(
              "--object " + pattern + " has a \\ that stands before none of % _ \\",
              "Write \\\\ for a backslash that is part of an id.");
        }
      }
    }
    return pattern;
  }

  private static long whole(String option, String text, long most, String what) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, in our words
    }
    throw new UserError(
        option + " " + text + " is not " + what + " from 1 to " + most,
        "For example " + option + " " + (option.equals("--window") ? 30 : 2) + ".");
  }
}
