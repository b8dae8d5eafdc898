package io.assay.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.assay.cli.text.TextTable;
import io.assay.cli.text.Texts;
import io.assay.contracts.EngagementTables;
import io.assay.contracts.UserError;
import io.assay.ingest.Crawl;
import io.assay.job.Published;
import io.assay.pipeline.JobReport;
import io.assay.settings.Settings;
import io.assay.workbench.worlds.GeneratorOptions;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.spark.sql.Row;

/** The whole pipeline on a made-up crawl, for somebody who sees it for the first time. */
final class DemoCommand implements Command {
  private static final Path FOLDER = Path.of("assay-demo");
  private static final LocalDate DAY = GeneratorOptions.DEFAULT_CRAWL_DATE;
  private static final GeneratorOptions SAMPLE = GeneratorOptions.of(2000, 40_000, 1);

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
    return "Makes up a crawl of 2,000 accounts and 40,000 posts in assay-demo/crawl, ingests it"
        + " into a lake, measures it and prints how engagement is distributed by follower band."
        + " Takes about half a minute; a second time it reuses the crawl and replaces the results.";
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
      return "dry run, nothing was written. Run it without --dry-run.";
    }
    boolean made = isCrawl(files);
    if (!made) {
      GenerateCommand.requireFree(files.toString());
    }
    try (LakeRun run = LakeRun.onNew(call, call.lake(), settings)) {
      if (!made) {
        GenerateCommand.write(call, run.spark(), SAMPLE, files.toString());
      }
      run.pipeline().ingest(new Crawl(files.toString(), "demo", DAY, null, null));
      run.pipeline().runAll(DAY);
      print(call, run);
      return "the tables are in "
          + call.lake()
          + ". Next, your own crawl: jobs/assay ingest PATH --crawl-id ID --crawl-date DATE --lake"
          + " DIR, then jobs/assay run --as-of DATE --lake DIR";
    }
  }

  private static boolean isCrawl(Path files) {
    if (Files.isDirectory(files.resolve("accounts")) && Files.isDirectory(files.resolve("posts"))) {
      return true;
    }
    if (Files.exists(FOLDER) && !Files.isDirectory(FOLDER)) {
      throw new UserError(FOLDER + " is a file", "Move it, or call demo in another folder.");
    }
    return false;
  }

  private static void print(Invocation call, LakeRun run) {
    PrintStream out = call.out();
    out.println("Engagement per follower, (likes + comments) / followers, by follower band");
    out.println();
    out.print(bands(run));
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

  /** Platform by band of the default scheme. */
  private static TextTable bands(LakeRun run) {
    TextTable table =
        new TextTable(
            "platform", "band", "accounts", "median", "95 % interval", "middle half of accounts");
    List<Row> rows =
        run.spark()
            .read()
            .format("delta")
            .load(run.lake().path(EngagementTables.BAND_DISTRIBUTION))
            .where(col("as_of").equalTo(lit(DAY)))
            .where(col("metric").equalTo("rate_public").and(col("media_type").equalTo("all")))
            .where(col("scheme").equalTo(run.settings().bands().defaultScheme()))
            .orderBy("platform", "band_order")
            .select("platform", "band", "n", "median", "median_low", "median_high", "p25", "p75")
            .collectAsList();
    for (Row row : rows) {
      table.row(
          row.getString(0),
          row.getString(1),
          Texts.count(row.getLong(2)),
          Texts.percent(row.getAs("median")),
          range(row, "median_low", "median_high"),
          range(row, "p25", "p75"));
    }
    return table;
  }

  private static String range(Row row, String low, String high) {
    Double from = row.getAs(low);
    Double to = row.getAs(high);
    return from == null || to == null ? "-" : Texts.percent(from) + " to " + Texts.percent(to);
  }
}
