package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.synthetic.CrawlWriter;
import io.assay.synthetic.CrawlWriter.Written;
import io.assay.synthetic.GeneratorOptions;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.spark.sql.SparkSession;

/** Makes up a crawl. */
final class GenerateCommand implements Command {

  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String summary() {
    return "make up a crawl of any size, the same for the same seed";
  }

  @Override
  public String description() {
    return "Writes a made-up crawl in the canonical format, JSON Lines: engagement falls with size,"
        + " spreads log-normally and has heavy tails. The same numbers and seed give the same"
        + " bytes.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "jobs/assay generate --accounts 2000 --posts 40000 --seed 1 --out crawl/",
            "a crawl to try things on"),
        new Example(
            "jobs/assay generate --accounts 200000 --posts 20000000 --seed 1 --gzip --out big/",
            "one to measure speed on"));
  }

  @Override
  public void declare(Subparser parser) {
    number(parser, "--accounts", 2000, "accounts");
    number(parser, "--posts", 40_000, "posts of all accounts together");
    number(parser, "--seed", 1, "another seed, another crawl");
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
  public String run(Invocation call) {
    String out = Invocation.notBlank("--out", call.text("out"));
    GeneratorOptions options =
        new GeneratorOptions(
            number(call, "accounts"),
            number(call, "posts"),
            number(call, "seed"),
            (int) Math.min(number(call, "snapshots"), Integer.MAX_VALUE),
            Dates.day("--crawl-date", call.text("crawl_date")),
            call.flag("gzip"));
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

  private static void number(Subparser parser, String option, long otherwise, String help) {
    parser
        .addArgument(option)
        .metavar("N")
        .setDefault(Long.toString(otherwise))
        .help(help + " (default: " + otherwise + ")");
  }

  private static long number(Invocation call, String option) {
    String text = call.text(option);
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
