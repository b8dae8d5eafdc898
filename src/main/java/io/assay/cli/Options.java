package io.assay.cli;

import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.ArgumentGroup;
import net.sourceforge.argparse4j.inf.Subparser;

/** Options that several commands share, declared once so that they read the same everywhere. */
final class Options {
  static final String REGISTER = "register";

  private Options() {}

  static void lake(Subparser parser) {
    lake(parser, true);
  }

  static void lake(Subparser parser, boolean required) {
    parser
        .addArgument("--lake")
        .metavar("DIR")
        .required(required)
        .help("folder of all tables; made by the first ingest");
  }

  static void asOf(Subparser parser) {
    parser
        .addArgument("--as-of")
        .metavar("DATE")
        .required(true)
        .help("day to run for, YYYY-MM-DD; nothing after that UTC day is read");
  }

  /** One day, or a span of days. */
  static void days(Subparser parser) {
    parser
        .addArgument("--as-of")
        .metavar("DATE")
        .help("day to run for, YYYY-MM-DD; nothing after that UTC day is read");
    parser
        .addArgument("--from")
        .metavar("DATE")
        .help("first day of a span; days that are up to date are left out");
    parser.addArgument("--to").metavar("DATE").help("last day of the span");
  }

  static void register(Subparser parser) {
    parser
        .addArgument("--" + REGISTER)
        .action(Arguments.storeTrue())
        .help("enter the tables in Spark's catalog by name; through spark-submit");
  }

  static void settings(Subparser parser) {
    ArgumentGroup group = parser.addArgumentGroup("settings");
    group
        .addArgument("--conf")
        .metavar("FILE")
        .action(Arguments.append())
        .help("settings that differ from conf/assay.yaml; repeatable, later wins");
    group
        .addArgument("--set")
        .metavar("KEY=VALUE")
        .action(Arguments.append())
        .help("one setting, e.g. engagement.min_posts=3; repeatable, wins over files");
  }

  static void dryRun(Subparser parser) {
    parser
        .addArgument("--dry-run")
        .action(Arguments.storeTrue())
        .help("say what would be read and replaced, check that it could; no writes");
  }

  static void reporting(Subparser parser) {
    ArgumentGroup group = parser.addArgumentGroup("reporting");
    group
        .addArgument("--summary")
        .metavar("FILE")
        .help("write the outcome as JSON, also when the command fails");
    group
        .addArgument("--verbose")
        .action(Arguments.storeTrue())
        .help("show Spark's own log, and the stack trace of a failure");
  }

  static void format(Subparser parser, String... choices) {
    parser
        .addArgument("--format")
        .metavar("FORMAT")
        .choices((Object[]) choices)
        .setDefault(choices[0])
        .help(String.join(" or ", choices) + " (default: " + choices[0] + ")");
  }
}
