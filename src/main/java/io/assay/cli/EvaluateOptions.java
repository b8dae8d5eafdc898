package io.assay.cli;

import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.ArgumentGroup;
import net.sourceforge.argparse4j.inf.Subparser;

/** The arguments of {@code assay evaluate}. */
final class EvaluateOptions {

  private EvaluateOptions() {}

  static void declare(Subparser parser) {
    what(parser.addArgumentGroup("what is evaluated"));
    columns(parser.addArgumentGroup("its columns"));
    where(parser.addArgumentGroup("whose accounts"));
    labels(parser.addArgumentGroup("labels"));
    how(parser.addArgumentGroup("how"));
    Options.settings(parser);
    Options.reporting(parser);
  }

  private static void what(ArgumentGroup group) {
    text(
        group, "--table", "TABLE", "path (Delta, Parquet, CSV, JSON Lines) or gold.account_growth");
    several(group, "--baseline", "NAME", "a yardstick instead of a table, see above; repeatable");
    text(group, "--questions", "FILE", "all that a file asks, by its name in conf/evaluations");
    text(group, "--as-of", "DATE", "day whose rows are meant, YYYY-MM-DD");
    text(group, "--where", "SQL", "only rows of the table for which this holds");
    text(group, "--platform-column", "COL", "default: platform");
    text(group, "--account-column", "COL", "default: account_id");
  }

  private static void columns(ArgumentGroup group) {
    several(group, "--score", "COLUMN", "a number that orders by suspicion; repeatable");
    several(group, "--likelihood", "COLUMN", "a probability 0-1; repeatable");
    several(group, "--group", "COLUMN", "the group an account was found in; repeatable");
    group
        .addArgument("--low-is-suspicious")
        .action(Arguments.storeTrue())
        .help("low scores are the suspicious ones");
    text(group, "--threshold", "NUMBER", "flag from it on (default: .5, or the score at rank R)");
    text(group, "--flag", "COLUMN", "true for flagged accounts, in place of a threshold");
    several(group, "--segment", "COLUMN", "also by this column, e.g. band; repeatable");
  }

  private static void where(ArgumentGroup group) {
    text(group, "--lake", "DIR", "lake to read; results are added to its ops.evaluation");
    several(
        group, "--crawl", "PATH", "delivery to load into a lake made for this call; repeatable");
    text(group, "--mapping", "FILE", "their format, see conf/sources");
    text(group, "--crawled-at", "TIME", "when their records were seen that do not say so");
    several(group, "--world", "NAME", "world to make a crawl of, or its file; repeatable");
    text(group, "--accounts", "N", "so many accounts in it (default: as the world says)");
    text(group, "--seeds", "N", "so many seeds, also for {seed} in a path: shows the spread");
    text(group, "--first-seed", "N", "the first of them (default: 1)");
  }

  private static void labels(ArgumentGroup group) {
    text(group, "--labels", "PATH", "labels feed, or a crawl with one (default: the lake's)");
    text(group, "--label-source", "NAME", "only labels whose source is this");
    text(group, "--positive", "LABELS", "labels that count, by comma (default: all but genuine)");
    text(group, "--positive-class", "C,C", "of these only those of such a class, by comma");
  }

  private static void how(ArgumentGroup group) {
    text(group, "--bootstrap", "N", "replicates of the intervals, 0 for none (default: 200)");
    text(group, "--bootstrap-seed", "N", "another seed, other draws (default: 1)");
    text(group, "--json", "FILE", "write every number as JSON");
    text(group, "--work", "DIR", "keep in it what is made of each crawl and world");
    group
        .addArgument("--resume")
        .action(Arguments.storeTrue())
        .help("carry on in that folder: what is done is not done again");
  }

  private static void text(ArgumentGroup group, String name, String metavar, String help) {
    group.addArgument(name).metavar(metavar).help(help);
  }

  private static void several(ArgumentGroup group, String name, String metavar, String help) {
    group.addArgument(name).metavar(metavar).action(Arguments.append()).help(help);
  }
}
