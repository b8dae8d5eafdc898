package io.assay.cli;

import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** One command of {@code assay}. */
interface Command {

  /** The word that calls it. */
  String name();

  /** What it does, in one line for the list of commands. */
  String summary();

  /** What it does, for a stranger. */
  String description();

  /** Complete command lines, each with a word on what it does. */
  List<Example> examples();

  /** Declares its arguments. */
  void declare(Subparser parser);

  /**
   * What is wrong with arguments that cannot stand together, as the end of a sentence about them;
   * null if nothing is.
   */
  default String conflict(Namespace given) {
    return null;
  }

  /**
   * Does it.
   *
   * @return what happened, for the last line on stderr
   * @throws io.assay.contracts.AssayError for anything that the caller can mend
   */
  String run(Invocation call);

  /**
   * @param line complete command line
   * @param says what it does
   */
  record Example(String line, String says) {}
}
