package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.lake.LocalFiles;
import io.assay.workbench.worlds.CrawlDate;
import io.assay.workbench.worlds.CrawlFolder;
import io.assay.workbench.worlds.World;
import io.assay.workbench.worlds.WorldFile;
import io.assay.workbench.worlds.WorldGeneration;
import io.assay.workbench.worlds.WorldLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/** Makes up a crawl. */
final class GenerateCommand implements Command {
  private static final String WORLD = "default";
  private static final String SEED = "1";

  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String summary() {
    return "make up a crawl of a world with planted fraud, of any size";
  }

  @Override
  public String description() {
    return "Writes a made-up crawl in the canonical format, JSON Lines, of a world in which people"
        + " act: pods, farms, bots and bought audiences are planted among innocents who look like"
        + " them, and the labels feed says who is who. The same world, accounts, seed and date give"
        + " the same bytes. Worlds are in conf/worlds; default.yaml explains every key of them.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "jobs/assay generate --world demo --seed 1 --out crawl/", "a crawl to try things on"),
        new Example(
            "jobs/assay generate --world default --seed 1 --out world/",
            "20,000 accounts, to measure detectors on"),
        new Example(
            "jobs/assay generate --world default --daily --days 28 --out days/",
            "a delivery for each of the last 28 days, as days/2026-10-03/"),
        new Example(
            "jobs/assay generate --world default --accounts 200000 --gzip --out big/",
            "ten times as many, to measure speed on"));
  }

  @Override
  public void declare(Subparser parser) {
    parser
        .addArgument("--world")
        .metavar("NAME")
        .setDefault(WORLD)
        .help("a world of conf/worlds, or the path of one (default: " + WORLD + ")");
    parser
        .addArgument("--accounts")
        .metavar("N")
        .help("accounts, niches in proportion (default: as the world says)");
    parser
        .addArgument("--seed")
        .metavar("N")
        .setDefault(SEED)
        .help("another seed, another crawl of the same world (default: " + SEED + ")");
    parser
        .addArgument("--crawl-date")
        .metavar("DATE")
        .setDefault(CrawlDate.DEFAULT.toString())
        .help("day of the delivery (default: " + CrawlDate.DEFAULT + ")");
    parser
        .addArgument("--out")
        .metavar("DIR")
        .setDefault("assay-crawl")
        .help("folder to write, new or empty (default: assay-crawl)");
    parser
        .addArgument("--daily")
        .action(Arguments.storeTrue())
        .help("one delivery a day, each in a folder of its date");
    parser
        .addArgument("--days")
        .metavar("N")
        .help("so many of the last days, what is older in the first (default: all)");
    parser.addArgument("--gzip").action(Arguments.storeTrue()).help("compress the files");
    Options.dryRun(parser);
    Options.reporting(parser);
  }

  @Override
  public String run(Invocation call) {
    String out = Invocation.notBlank("--out", call.text("out"));
    long seed = number(call, "seed");
    LocalDate crawlDate = Dates.day("--crawl-date", call.text("crawl_date"));
    World world = world(call);
    boolean daily = call.flag("daily");
    if (!daily && call.text("days") != null) {
      throw new UserError("--days is of daily deliveries", "Give --daily, or leave it out.");
    }
    if (!call.dryRun()) {
      requireFree(out);
    }
    WorldGeneration generation = WorldGeneration.of(world, seed, crawlDate);
    List<LocalDate> dates =
        daily
            ? generation.dates(call.text("days") == null ? generation.days() : number(call, "days"))
            : List.of();
    return new GenerateWorld(generation, dates).run(call, out, call.flag("gzip"));
  }

  private static World world(Invocation call) {
    Path file = WorldFile.of(Invocation.notBlank("--world", call.text("world")));
    return call.text("accounts") == null
        ? WorldLoader.load(file)
        : WorldLoader.load(file, number(call, "accounts"));
  }

  /** Looks, before Spark starts, whether a crawl could be put into a folder of this machine. */
  static void requireFree(String out) {
    LocalFiles.of(out).ifPresent(files -> CrawlFolder.requireFree(files, out));
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
