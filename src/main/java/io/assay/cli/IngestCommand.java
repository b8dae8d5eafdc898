package io.assay.cli;

import io.assay.cli.text.MappingReport;
import io.assay.cli.text.Texts;
import io.assay.contracts.Feed;
import io.assay.ingest.Crawl;
import io.assay.ingest.CrawlFiles;
import io.assay.ingest.IngestJob;
import io.assay.ingest.InputFile;
import io.assay.ingest.Mapping;
import io.assay.settings.Settings;
import io.assay.text.Printable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import net.sourceforge.argparse4j.inf.ArgumentGroup;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Reads one delivery of crawl files into bronze. */
final class IngestCommand implements Command {

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String summary() {
    return "load one delivery of crawl files into the lake";
  }

  @Override
  public String description() {
    return "Reads one crawl into the bronze tables: a folder with accounts/, posts/ and other"
        + " feeds as JSON Lines, CSV or Parquet, packed or in archives, or any other layout through"
        + " a mapping file. Records that cannot"
        + " be used go to ops.quarantine with the reason; too many of them stop the crawl with"
        + " exit code 3 and nothing is published. The same crawl id and date again replaces that"
        + " crawl. See src/docs/feeds.md and"
        + " mappings.md.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "jobs/assay ingest crawl/ --crawl-id mine --crawl-date 2026-10-31 --lake lake/",
            "a crawl in the canonical format"),
        new Example(
            "jobs/assay ingest export.csv --crawl-id vendor-full --crawl-date 2026-10-31"
                + " --mapping conf/sources/vendor.yaml --lake lake/",
            "another crawler's format, through a mapping"),
        new Example(
            "jobs/assay ingest crawl/ --crawl-id mine --crawl-date 2026-10-31 --lake lake/"
                + " --dry-run",
            "see which files would be read"),
        new Example(
            "jobs/assay ingest --check-mapping conf/sources/vendor.yaml --sample export.csv",
            "try a mapping that you are writing"));
  }

  @Override
  public void declare(Subparser parser) {
    parser
        .addArgument("path")
        .nargs("?")
        .metavar("PATH")
        .help("folder, file or archive of the delivery; taken literally, * is no wildcard");
    parser
        .addArgument("--crawl-id")
        .metavar("ID")
        .help("source and name of the delivery, in letters, digits, . _ -");
    parser
        .addArgument("--crawl-date")
        .metavar("DATE")
        .help("day of the delivery, YYYY-MM-DD; what was seen after it is refused");
    parser
        .addArgument("--mapping")
        .metavar("FILE")
        .help("how files of another format become feeds; see conf/sources");
    parser
        .addArgument("--crawled-at")
        .metavar("TIME")
        .help("when records were seen that do not say so: 2026-10-31T12:00:00Z");
    Options.lake(parser, false);
    Options.dryRun(parser);
    ArgumentGroup check = parser.addArgumentGroup("trying a mapping, instead of a load");
    check
        .addArgument("--check-mapping")
        .metavar("FILE")
        .help("show what the mapping makes of the sample; needs no lake, no writes");
    check.addArgument("--sample").metavar("PATH").help("folder or file to try it on");
    Options.settings(parser);
    Options.reporting(parser);
  }

  @Override
  public String conflict(Namespace given) {
    if (given.getString("check_mapping") == null) {
      if (given.getString("sample") != null) {
        return "--sample goes with --check-mapping";
      }
      for (String needed : List.of("path", "crawl_id", "crawl_date", "lake")) {
        if (given.getString(needed) == null) {
          return "argument " + written(needed) + " is required";
        }
      }
      return null;
    }
    if (given.getString("sample") == null) {
      return "argument --sample is required with --check-mapping";
    }
    for (String other : List.of("path", "mapping", "lake")) {
      if (given.getString(other) != null) {
        return "argument " + written(other) + " does not go with --check-mapping";
      }
    }
    return null;
  }

  private static String written(String argument) {
    return argument.equals("path") ? "PATH" : "--" + argument.replace('_', '-');
  }

  @Override
  public String run(Invocation call) {
    if (call.text("check_mapping") != null) {
      return MappingTrial.run(call);
    }
    Crawl crawl = crawl(call);
    crawl.slice(); // refuses an unusable id before Spark starts
    Settings settings = call.settings();
    try (CrawlFiles here = Delivery.files(crawl, settings.ingest()).orElse(null)) {
      if (here != null) {
        here.requireEveryFeed(crawl.mapping());
      }
      return run(call, crawl, settings, here);
    }
  }

  /**
   * @param here its files, where they could be listed without Spark
   */
  private static String run(Invocation call, Crawl crawl, Settings settings, CrawlFiles here) {
    try (LakeRun run = LakeRun.onNew(call, call.lake(), settings)) {
      Supplier<CrawlFiles> list =
          () -> here != null ? here : CrawlFiles.of(run.spark(), crawl, settings.ingest());
      if (call.dryRun()) {
        try (CrawlFiles files = list.get()) {
          files.byFeed().forEach((feed, found) -> list(call, feed, found));
          MappingReport.unread(call.out(), files.unread());
          files.requireEveryFeed(crawl.mapping());
        }
        run.rehearse(List.of(IngestJob.STAGE), null, crawl.slice().toString());
        return "dry run, nothing was written. Run it without --dry-run.";
      }
      CrawlFiles files = run.pipeline().ingest(crawl, list);
      return run.published("crawl " + crawl.slice())
          + unread(files)
          + " Next: jobs/assay run --as-of "
          + crawl.date()
          + " --lake "
          + call.lake();
    }
  }

  private static String unread(CrawlFiles files) {
    return files.unread().isEmpty()
        ? ""
        : " Files that are not read: " + Printable.of(files.unreadWritten()) + ".";
  }

  private static void list(Invocation call, Feed feed, List<InputFile> files) {
    if (files.isEmpty()) {
      call.out().println(feed.name() + ": not delivered");
    }
    for (InputFile file : files) {
      call.out()
          .println(
              feed.name()
                  + ": would read "
                  + Printable.of(file.name())
                  + "  "
                  + Texts.count(file.bytes())
                  + " bytes");
    }
  }

  private static Crawl crawl(Invocation call) {
    String path = Invocation.notBlank("PATH", call.text("path"));
    String id = call.text("crawl_id");
    LocalDate date = Dates.day("--crawl-date", call.text("crawl_date"));
    String mapping = call.text("mapping");
    String seen = call.text("crawled_at");
    Instant crawledAt = seen == null ? null : Dates.moment("--crawled-at", seen);
    return new Crawl(
        path, id, date, mapping == null ? null : Mapping.load(Path.of(mapping)), crawledAt);
  }
}
