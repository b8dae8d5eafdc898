package io.assay.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Namespace;

/**
 * @param rows numbers of posts to measure, rising, accounts are a hundredth; for {@code signals}
 *     numbers of accounts, posts and interactions are four times as many; for {@code coordination}
 *     numbers of interactions; for {@code shares} accounts of a ring
 * @param repeat how often each is measured; the median counts
 * @param work folder for crawls, which are kept, and lakes
 * @param keep whether lakes that only have to be read are kept there as well
 * @param only {@code load}, {@code engagement} or both; or {@code days}, {@code recrawls}, {@code
 *     signals}, {@code coordination}, {@code forms}, {@code shares}, {@code world}, {@code small}
 * @param history after how many days the next one is measured, rising; for {@code days}
 */
record BenchOptions(
    List<Long> rows,
    int repeat,
    Path work,
    boolean keep,
    List<String> only,
    List<Integer> history) {

  private static final List<String> ALL = List.of("load", "engagement");
  private static final String POSTS = "2000000,6000000,20000000";
  private static final String ACCOUNTS = "500000,1500000,5000000";
  private static final String INTERACTIONS = "1000000,3000000";
  private static final String RINGS = "150,300,1000";

  /** Ends the process with a usage message if the arguments are wrong. */
  static BenchOptions parse(String[] args) {
    ArgumentParser parser =
        ArgumentParsers.newFor("jobs/bench")
            .build()
            .description(
                "Measures Assay beside the least that Spark must do, on made-up crawls: load ="
                    + " ingest + conform beside reading the same JSON Lines and writing Parquet;"
                    + " engagement = the job beside a plain average by account, and beside its main tables"
                    + " in Spark SQL and in DuckDB; days = ingest + conform of one"
                    + " more day of interactions after so many days of them, beside reading"
                    + " and writing that day's rows; recrawls = 30 daily deliveries of the same"
                    + " posts; signals = the job beside reading its inputs and writing copies of its"
                    + " outputs; coordination = the job beside counting pairs of actor and"
                    + " post and, up to a million, beside joining pairs of posts in Spark SQL, and"
                    + " with a post that has half of all interactions; forms = that job by one process"
                    + " beside the same by many tasks, as for platforms above coordination.max_events; shares = finding a ring in"
                    + " lockstep among ten thousand people, without a lake; world = making the crawl of conf/worlds/scale.yaml; small ="
                    + " processes that ingest and run the crawl of conf/worlds/demo.yaml, beside processes that write"
                    + " the same tables from ready-made rows, with Spark jobs, SQL executions and"
                    + " Delta commits a table. Only world and small measure a world with people; the"
                    + " other crawls are made by columns, as no world is as large.");
    parser
        .addArgument("--rows")
        .metavar("N,N,...")
        .help(
            "numbers of posts (default: "
                + POSTS
                + "); signals: of accounts, with four times as many posts and interactions"
                + " (default: "
                + ACCOUNTS
                + "); coordination, forms: of interactions (default: "
                + INTERACTIONS
                + "); shares: of accounts in the ring (default: "
                + RINGS
                + ")");
    parser
        .addArgument("--repeat")
        .metavar("N")
        .type(Integer.class)
        .setDefault(3)
        .help("how often; the median counts (default: 3)");
    parser
        .addArgument("--work")
        .metavar("DIR")
        .setDefault("target/bench")
        .help("folder for crawls, kept, and lakes, removed (default: target/bench)");
    parser
        .addArgument("--keep")
        .action(Arguments.storeTrue())
        .help(
            "engagement, signals, coordination, forms: keep the lakes too, for the next run with the same --work");
    parser
        .addArgument("--only")
        .choices(
            List.of(
                "load",
                "engagement",
                "days",
                "recrawls",
                "signals",
                "coordination",
                "forms",
                "shares",
                "world",
                "small"))
        .help(
            "measure only this; days and recrawls take --rows as rows of one day, world and small"
                + " no --rows");
    parser
        .addArgument("--history")
        .metavar("N,N,...")
        .setDefault("7,14,28")
        .help("days: after how many days the next one is measured (default: 7,14,28)");
    try {
      Namespace parsed = parser.parseArgs(args);
      String only = parsed.getString("only");
      String given = parsed.getString("rows");
      List<Long> rows = numbers(given != null ? given : usual(only));
      List<Integer> history =
          numbers(parsed.getString("history")).stream().map(Math::toIntExact).toList();
      int repeat = parsed.getInt("repeat");
      if (repeat < 1 || rows.get(0) < 100 || history.get(0) < 0) {
        throw new ArgumentParserException(
            "--repeat must be at least 1, --rows at least 100, --history at least 0", parser);
      }
      return new BenchOptions(
          rows,
          repeat,
          Path.of(parsed.getString("work")),
          parsed.getBoolean("keep"),
          only == null ? ALL : List.of(only),
          history);
    } catch (NumberFormatException | ArithmeticException e) {
      parser.handleError(
          new ArgumentParserException(
              "--rows and --history take whole numbers: " + e.getMessage(), parser));
    } catch (ArgumentParserException e) {
      parser.handleError(e);
      System.exit(e.getClass() == ArgumentParserException.class ? 2 : 0);
    }
    System.exit(2);
    throw new IllegalStateException();
  }

  private static String usual(String only) {
    if ("signals".equals(only)) {
      return ACCOUNTS;
    }
    if ("shares".equals(only)) {
      return RINGS;
    }
    return "coordination".equals(only) || "forms".equals(only) ? INTERACTIONS : POSTS;
  }

  private static List<Long> numbers(String text) {
    return Arrays.stream(text.split(","))
        .map(n -> Long.valueOf(n.strip().replace("_", "")))
        .sorted()
        .toList();
  }
}
