package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.job.Progress;
import io.assay.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import net.sourceforge.argparse4j.helper.HelpScreenException;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Namespace;

/**
 * Runs one command line: results on stdout, progress and failures on stderr, whose last line says
 * what happened and what to do, and an exit code that means something.
 */
final class Cli {
  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final Parser parser;

  Cli(PrintStream out, PrintStream err) {
    this(out, err, Commands.ALL);
  }

  Cli(PrintStream out, PrintStream err, List<Command> commands) {
    this.out = out;
    this.err = err;
    commands.forEach(command -> this.commands.put(command.name(), command));
    this.parser = new Parser(commands);
  }

  /**
   * @return the process's exit code
   */
  int run(String[] args) {
    if (args.length == 0) {
      err.print(parser.help());
      return fail(new Failure(2, "no command given", "Start with `jobs/assay demo`."), null);
    }
    Namespace options;
    try {
      options = parser.parse(args);
    } catch (HelpScreenException e) {
      out.print(parser.helpFor(e));
      return 0;
    } catch (Parser.VersionAsked e) {
      out.println("assay " + version());
      return 0;
    } catch (ArgumentParserException e) {
      return misused(args, e);
    }
    return run(options);
  }

  private int run(Namespace options) {
    String command = options.getString(Parser.COMMAND);
    boolean verbose = Boolean.TRUE.equals(options.getBoolean("verbose"));
    Summary summary = null;
    try {
      summary = Summary.open(command, options.getString("summary"));
      String done =
          commands.get(command).run(new Invocation(options, out, new Progress(err), summary));
      out.flush();
      summary.succeeded(done);
      err.println("assay: done: " + Printable.of(done));
      return 0;
    } catch (Exception | OutOfMemoryError | StackOverflowError | LinkageError e) {
      if (verbose) {
        e.printStackTrace(err);
      }
      return fail(Failure.of(e), summary);
    }
  }

  private int fail(Failure failure, Summary summary) {
    out.flush();
    if (failure.message().indexOf('\n') >= 0) {
      failure.message().lines().forEach(line -> err.println(Printable.of(line)));
    }
    if (summary != null) {
      try {
        summary.failed(failure);
      } catch (UserError e) {
        err.println("assay: " + Printable.of(e.getMessage()));
      }
    }
    err.println(failure.lastLine());
    return failure.exitCode();
  }

  /** Arguments that do not follow the grammar: usage, then what is wrong. */
  private int misused(String[] args, ArgumentParserException e) {
    err.print(parser.usageFor(e));
    String help = e.getParser() == null ? "" : Parser.commandOf(e.getParser());
    Failure failure =
        new Failure(
            2,
            String.valueOf(e.getMessage()).strip(),
            "See `jobs/assay " + (help.isEmpty() ? "" : help + " ") + "--help`.");
    Summary summary = null;
    try {
      summary = Summary.open(args[0], summaryIn(args));
    } catch (UserError unwritable) {
      err.println("assay: " + Printable.of(unwritable.getMessage()));
    }
    return fail(failure, summary);
  }

  /** The summary's file, from arguments that could not be parsed. */
  private static String summaryIn(String[] args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--summary") && i + 1 < args.length) {
        return args[i + 1];
      }
      if (args[i].startsWith("--summary=")) {
        return args[i].substring("--summary=".length());
      }
    }
    return null;
  }

  /** The application's version, out of the jar, and the commit it was built from if known. */
  static String version() {
    String version = Cli.class.getPackage().getImplementationVersion();
    try (InputStream built = Cli.class.getResourceAsStream("commit.properties")) {
      Properties commit = new Properties();
      if (built != null) {
        commit.load(built);
      }
      return (version == null ? "development" : version)
          + (commit.isEmpty() ? "" : "+" + commit.getProperty("git.commit.id.describe"));
    } catch (IOException e) {
      throw new UncheckedIOException("the jar's commit.properties cannot be read", e);
    }
  }
}
