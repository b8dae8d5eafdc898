package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.lake.LocalFiles;
import io.assay.workbench.worlds.CrawlFolder;
import io.assay.workbench.worlds.CrawlWriter;
import io.assay.workbench.worlds.CrawlWriter.Written;
import io.assay.workbench.worlds.GeneratorOptions;
import io.assay.workbench.worlds.WorldGeneration;
import java.nio.file.Path;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.spark.sql.SparkSession;

/** Makes up a crawl. */
final class GenerateCommand implements Command {
  private static final long ACCOUNTS = 2_000;
  private static final long POSTS = 40_000;
  private static final long SEED = 1;

  /** What a world file says. */
  private static final List<String> NOT_OF_WORLDS = List.of("accounts", "posts", "snapshots");

  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String summary() {
    return "make up a crawl of any size, or of a world with planted fraud";
  }

  @Override
  public String description() {
    return "Writes a made-up crawl in the canonical format, JSON Lines: engagement falls with size,"
        + " spreads log-normally and has heavy tails. The same numbers and seed give the same"
        + " bytes. With --world the crawl has people who act, too: pods, farms, bots and bought"
        + " audiences are planted among innocents who look like them, and the labels feed says who"
        + " is who. Worlds are in conf/worlds; default.yaml explains every key.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "jobs/assay generate --accounts 2000 --posts 40000 --seed 1 --out crawl/",
            "a crawl to try things on"),
        new Example(
            "jobs/assay generate --accounts 200000 --posts 20000000 --seed 1 --gzip --out big/",
            "one to measure speed on"),
        new Example(
            "jobs/assay generate --world conf/worlds/default.yaml --seed 1 --out world/",
            "one with planted fraud, to measure detectors on"));
  }

  @Override
  public void declare(Subparser parser) {
    parser.addArgument("--world").metavar("FILE").help("world to make a crawl of");
    number(parser, "--accounts", ACCOUNTS, "accounts");
    number(parser, "--posts", POSTS, "posts of all accounts together");
    number(parser, "--seed", SEED, "another seed, another crawl");
    number(
        parser,
        "--snapshots",
        GeneratorOptions.DEFAULT_SNAPSHOTS,
        "how often each account was seen");
    parser
        .addArgument("--crawl-date")
        .metavar("DATE")
        .setDefault(GeneratorOptions.DEFAULT_CRAWL_DATE.toString())
        .help("day of the delivery (default: " + GeneratorOptions.DEFAULT_CRAWL_DATE + ")");
    parser
        .addArgument("--out")
        .metavar("DIR")
        .setDefault("assay-crawl")
        .help("folder to write, new or empty (default: assay-crawl)");
    parser.addArgument("--gzip").action(Arguments.storeTrue()).help("compress the files");
    Options.dryRun(parser);
    Options.reporting(parser);
  }

  @Override
  public String conflict(Namespace given) {
    if (given.getString("world") == null) {
      return null;
    }
    return NOT_OF_WORLDS.stream()
        .filter(option -> given.getString(option) != null)
        .findFirst()
        .map(option -> "--" + option + " and --world were both given; the world file says it")
        .orElse(null);
  }

  @Override
  public String run(Invocation call) {
    String out = Invocation.notBlank("--out", call.text("out"));
    GeneratorOptions options =
        new GeneratorOptions(
            number(call, "accounts", ACCOUNTS),
            number(call, "posts", POSTS),
            number(call, "seed", SEED),
            (int)
                Math.min(
                    number(call, "snapshots", GeneratorOptions.DEFAULT_SNAPSHOTS),
                    Integer.MAX_VALUE),
            Dates.day("--crawl-date", call.text("crawl_date")),
            call.flag("gzip"));
    if (!call.dryRun()) {
      requireFree(out);
    }
    if (call.text("world") != null) {
      Path world = Path.of(Invocation.notBlank("--world", call.text("world")));
      WorldGeneration generation = WorldGeneration.of(world, options.seed(), options.crawlDate());
      return new GenerateWorld(generation).run(call, out, options.gzip());
    }
    if (call.dryRun()) {
      call.summary().dryRun();
      call.out()
          .println(
              "would write "
                  + Texts.counted(options.accountRows(), "account row")
                  + " and "
                  + Texts.counted(options.posts(), "post")
                  + " to "
                  + out);
      return "dry run, nothing was written. Run it without --dry-run.";
    }
    try (SparkRun session = SparkRun.open(call)) {
      Written written = write(call, session.spark(), options, out);
      return "wrote "
          + Texts.counted(written.files(), "file")
          + " to "
          + out
          + ". Next: jobs/assay ingest "
          + out
          + " --crawl-id sample --crawl-date "
          + options.crawlDate()
          + " --lake DIR";
    }
  }

  /** Looks, before Spark starts, whether a crawl could be put into a folder of this machine. */
  static void requireFree(String out) {
    LocalFiles.of(out).ifPresent(files -> CrawlFolder.requireFree(files, out));
  }

  /** Writes the crawl and tells how it went. */
  static Written write(Invocation call, SparkSession spark, GeneratorOptions options, String out) {
    long start = System.nanoTime();
    call.progress().started("generate", "started");
    Written written = new CrawlWriter(spark).write(options, out);
    call.progress()
        .started(
            "generate",
            Texts.count(written.accountRows())
                + " account rows and "
                + Texts.count(written.postRows())
                + " posts in "
                + Texts.seconds((System.nanoTime() - start) / 1e9));
    return written;
  }

  /** Has no default of its own, so that one can tell whether it was given. */
  private static void number(Subparser parser, String option, long otherwise, String help) {
    parser.addArgument(option).metavar("N").help(help + " (default: " + otherwise + ")");
  }

  private static long number(Invocation call, String option, long otherwise) {
    String text = call.text(option);
    if (text == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(text.replace("_", ""));
    } catch (NumberFormatException e) {
      throw new UserError(
          "--" + option + " " + text + " is not a whole number",
          "For example --" + option + " 2000.",
          e);
    }
  }
}
