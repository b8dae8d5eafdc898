package io.assay.cli;

import io.assay.cli.Command.Example;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.helper.HelpScreenException;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.ArgumentAction;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;

/** The grammar of the command line, and its help. */
final class Parser {
  static final String COMMAND = "command";

  private static final int WIDTH = 100;
  private static final String DESCRIPTION =
      "Measures how much of a creator's influence is real: loads crawled accounts and posts into"
          + " Delta tables, measures engagement by follower band, and says which accounts behave"
          + " like bots or have bought followers or engagement, and why. Spark runs embedded, or"
          + " through"
          + " spark-submit where SPARK_HOME is set or spark-submit's options (--master, --conf k=v)"
          + " stand before the command.";

  private static final List<Example> FIRST_STEPS =
      List.of(
          new Example("jobs/assay demo", "a sample crawl through the whole pipeline"),
          new Example(
              "jobs/assay ingest crawl/ --crawl-id mine --crawl-date 2026-10-31 --lake lake/",
              "load a crawl of your own"),
          new Example(
              "jobs/assay run --as-of 2026-10-31 --lake lake/", "and measure it as of that day"),
          new Example(
              "jobs/assay --master spark://host:7077 run --as-of 2026-10-31 --lake lake/",
              "the same on a cluster"),
          new Example("jobs/assay ingest --help", "what a command takes"));

  private final ArgumentParser root;
  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final Map<String, Subparser> subparsers = new LinkedHashMap<>();

  Parser(Iterable<Command> commands) {
    root =
        ArgumentParsers.newFor("assay")
            .locale(Locale.ENGLISH)
            .terminalWidthDetection(false)
            .defaultFormatWidth(WIDTH)
            .addHelp(false)
            .build();
    help(root);
    root.addArgument("--version").action(new Stop()).help("show the version and exit");
    Subparsers all = root.addSubparsers().title("commands").metavar("COMMAND").dest(COMMAND);
    for (Command command : commands) {
      Subparser parser = all.addParser(command.name(), false).help(command.summary());
      command.declare(parser);
      help(parser);
      this.commands.put(command.name(), command);
      this.subparsers.put(command.name(), parser);
    }
  }

  Namespace parse(String[] args) throws ArgumentParserException {
    Namespace given = root.parseArgs(args);
    String command = given.getString(COMMAND);
    String conflict = commands.get(command).conflict(given);
    if (conflict != null) {
      throw new ArgumentParserException(conflict, subparsers.get(command));
    }
    return given;
  }

  /** Help of all commands together. */
  String help() {
    return help(root, root);
  }

  /** Help of the command that an exception belongs to. */
  String helpFor(ArgumentParserException e) {
    return help(e.getParser(), root);
  }

  /** Usage of the command that an exception belongs to. */
  String usageFor(ArgumentParserException e) {
    return (e.getParser() == null ? root : e.getParser()).formatUsage();
  }

  /** The command that a parser reads; empty for the parser of all commands. */
  static String commandOf(ArgumentParser parser) {
    String[] words = parser.formatUsage().strip().split("\\s+");
    return words.length > 2 && words[2].matches("[a-z]+") ? words[2] : "";
  }

  /** Usage, what it does, its arguments, examples. The library would justify the prose. */
  private String help(ArgumentParser given, ArgumentParser otherwise) {
    ArgumentParser parser = given == null ? otherwise : given;
    Command command = commands.get(commandOf(parser));
    String usage = parser.formatUsage();
    String arguments = parser.formatHelp().substring(usage.length()).stripTrailing();
    StringBuilder text = new StringBuilder(usage).append('\n');
    text.append(wrapped(command == null ? DESCRIPTION : command.description()));
    text.append(arguments.startsWith("\n") ? "" : "\n").append(arguments);
    text.append("\n\nexamples:\n");
    for (Example example : command == null ? FIRST_STEPS : command.examples()) {
      text.append("  # ").append(example.says()).append('\n');
      text.append("  ").append(example.line()).append('\n');
    }
    return text.toString();
  }

  private static String wrapped(String prose) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String word : prose.split(" ")) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        text.append('\n');
        column = 0;
      }
      text.append(column == 0 ? "" : " ").append(word);
      column += (column == 0 ? 0 : 1) + word.length();
    }
    return text.append('\n').toString();
  }

  private static void help(ArgumentParser parser) {
    parser.addArgument("-h", "--help").action(new Stop()).help("show this help and exit");
  }

  /** Ends parsing at an option that asks for a page instead of work. */
  private static final class Stop implements ArgumentAction {
    @Override
    @Deprecated // by the library, which still declares it abstract and calls it
    public void run(
        ArgumentParser parser,
        Argument argument,
        Map<String, Object> attributes,
        String flag,
        Object value)
        throws ArgumentParserException {
      throw flag.equals("--version") ? new VersionAsked(parser) : new HelpScreenException(parser);
    }

    @Override
    public void onAttach(Argument argument) {
      // nothing to prepare
    }

    @Override
    public boolean consumeArgument() {
      return false;
    }
  }

  /** Thrown by {@code --version}. */
  static final class VersionAsked extends ArgumentParserException {
    private static final long serialVersionUID = 1L;

    VersionAsked(ArgumentParser parser) {
      super(parser);
    }
  }
}
