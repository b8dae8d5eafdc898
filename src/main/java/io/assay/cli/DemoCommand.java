package io.assay.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.cli.text.TextTable;
import io.assay.cli.text.Texts;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.Table;
import io.assay.contracts.UserError;
import io.assay.ingest.Crawl;
import io.assay.job.Published;
import io.assay.pipeline.JobReport;
import io.assay.reporting.html.ReportFiles;
import io.assay.settings.Settings;
import io.assay.workbench.worlds.CrawlDate;
import io.assay.workbench.worlds.World;
import io.assay.workbench.worlds.WorldFile;
import io.assay.workbench.worlds.WorldGeneration;
import io.assay.workbench.worlds.WorldLoader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The whole pipeline on a made-up crawl, for somebody who sees it for the first time. */
final class DemoCommand implements Command {
  private static final Path FOLDER = Path.of("assay-demo");
  private static final Path PAGE = FOLDER.resolve("report.html");
  private static final LocalDate DAY = CrawlDate.DEFAULT;
  private static final String WORLD = "demo";
  private static final long SEED = 1;

  /** Feeds that the demo's crawl has; a folder without one of them is of another hand. */
  private static final List<String> FEEDS =
      List.of("accounts", "posts", "interactions", "follows", "labels");

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String summary() {
    return "make a sample crawl, run everything on it and show the result";
  }

  @Override
  public String description() {
    return "Makes up a crawl in assay-demo/crawl: 4,000 accounts, some of which cheat, by the world"
        + " conf/worlds/demo.yaml. Ingests it into a lake, measures it, and prints how"
        + " engagement is distributed by follower band, who is doubted and why, and who acts"
        + " together. Writes this and more as a page to open in a browser,"
        + " assay-demo/report.html. Takes about a minute; a second time it reuses the crawl"
        + " and replaces the results.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("jobs/assay demo", "into assay-demo/ of the working directory"),
        new Example("jobs/assay demo --lake /tmp/lake", "with the tables elsewhere"));
  }

  @Override
  public void declare(Subparser parser) {
    parser
        .addArgument("--lake")
        .metavar("DIR")
        .setDefault(FOLDER.resolve("lake").toString())
        .help("folder of all tables (default: assay-demo/lake)");
    Options.dryRun(parser);
    Options.settings(parser);
    Options.reporting(parser);
  }

  @Override
  public String run(Invocation call) {
    Settings settings = call.settings();
    Path files = FOLDER.resolve("crawl");
    if (call.dryRun()) {
      call.summary().dryRun();
      call.out().println("would make a sample crawl in " + files + ", unless it is there");
      call.out().println("would ingest and measure it into the lake " + call.lake());
      call.out().println("would write the report " + PAGE);
      return "dry run, nothing was written. Run it without --dry-run.";
    }
    boolean made = isCrawl(files);
    if (!made) {
      GenerateCommand.requireFree(files.toString());
    }
    try (LakeRun run = LakeRun.onNew(call, call.lake(), settings)) {
      if (!made) {
        World world = WorldLoader.load(WorldFile.of(WORLD));
        new GenerateWorld(WorldGeneration.of(world, SEED, DAY))
            .write(call, run.spark(), files.toString(), false);
      }
      run.pipeline().ingest(new Crawl(files.toString(), WORLD, DAY, null, null));
      run.pipeline().runAll(DAY);
      print(call, run);
      ReportCommand.of(call, run, DAY).write(ReportFiles.at(PAGE.toString()));
      return "the tables are in "
          + call.lake()
          + ", the report in "
          + PAGE
          + ": open it in a browser. Next, your own crawl: jobs/assay ingest PATH --crawl-id ID"
          + " --crawl-date DATE --lake DIR, then jobs/assay run --as-of DATE --lake DIR";
    }
  }

  /** Whether the crawl of an earlier call is there. */
  private static boolean isCrawl(Path files) {
    if (Files.exists(FOLDER) && !Files.isDirectory(FOLDER)) {
      throw new UserError(FOLDER + " is a file", "Move it, or call demo in another folder.");
    }
    Stream<String> there = FEEDS.stream().filter(feed -> Files.isDirectory(files.resolve(feed)));
    long feeds = there.count();
    if (feeds > 0 && feeds < FEEDS.size()) {
      throw new UserError(
          "the crawl in " + files + " is not the demo's, or of an older version",
          "Remove the folder " + files + ", or call demo in another folder.");
    }
    return feeds > 0;
  }

  private static void print(Invocation call, LakeRun run) {
    PrintStream out = call.out();
    out.println("Engagement per follower, (likes + comments) / followers, by follower band");
    out.println();
    out.print(
        DemoBands.of(
            ofTheDay(run, EngagementTables.BAND_DISTRIBUTION),
            run.settings().bands().defaultScheme()));
    out.println();
    new DemoDoubts(
            new DemoEvidence(table -> ofTheDay(run, table)).creators(),
            run.settings().assessment().flagAtLeast())
        .print(out);
    out.println();
    new DemoGroups(table -> ofTheDay(run, table)).print(out);
    out.println();
    out.println("Tables");
    out.println();
    TextTable tables = new TextTable("table", "rows", "folder");
    for (JobReport report : run.pipeline().reports()) {
      for (Published p : report.published()) {
        String folder = call.lake() + "/" + p.table().replace('.', '/');
        tables.row(p.table(), Texts.count(p.rows()), folder);
      }
    }
    out.print(tables);
    out.println();
    out.println("What each column means: jobs/assay tables");
  }

  private static Dataset<Row> ofTheDay(LakeRun run, Table table) {
    return run.spark()
        .read()
        .format("delta")
        .load(run.lake().path(table))
        .where(col(table.dayColumn()).equalTo(lit(DAY)));
  }
}
