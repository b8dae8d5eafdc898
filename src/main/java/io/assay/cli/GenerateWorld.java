package io.assay.cli;

import io.assay.cli.text.TextTable;
import io.assay.cli.text.Texts;
import io.assay.workbench.worlds.LabelledSort;
import io.assay.workbench.worlds.WorldCrawl.Written;
import io.assay.workbench.worlds.WorldGeneration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Makes the crawl of a world and shows what is in it.
 *
 * @param generation what is made
 * @param dates of the daily deliveries; none for one delivery of everything
 */
record GenerateWorld(WorldGeneration generation, List<LocalDate> dates) {

  /** In one delivery. */
  GenerateWorld(WorldGeneration generation) {
    this(generation, List.of());
  }

  /** Shows what is planted and, unless it is a dry run, writes it. */
  String run(Invocation call, String out, boolean gzip) {
    call.out().print(kinds());
    if (call.dryRun()) {
      call.summary().dryRun();
      call.out()
          .println(
              "would write "
                  + Texts.counted(generation.world().accounts(), "account")
                  + ", "
                  + Texts.counted(generation.society().posts(), "post")
                  + " and what was done to them to "
                  + out
                  + (dates.isEmpty() ? "" : ", in " + dates.size() + " daily deliveries"));
      return "dry run, nothing was written. Run it without --dry-run.";
    }
    try (SparkRun session = SparkRun.open(call)) {
      Written written = write(call, session.spark(), out, gzip);
      call.out().println();
      call.out().println("Engagement by followers: (likes + comments) / followers of accounts");
      call.out().println();
      call.out().print(distributions(session.spark(), newest(out)));
      return "wrote "
          + Texts.counted(written.files(), "file")
          + " to "
          + out
          + ". Next: "
          + (dates.isEmpty()
              ? "jobs/assay ingest "
                  + out
                  + " --crawl-id "
                  + generation.world().name()
                  + " --crawl-date "
                  + generation.crawlDate()
                  + " --lake DIR"
              : ofDays(out));
    }
  }

  /** The folder in which everything was seen last. */
  private String newest(String out) {
    return dates.isEmpty() ? out : out + "/" + generation.crawlDate();
  }

  /** A shell's loop over the days' folders. */
  private String ofDays(String out) {
    return "for day in "
        + out
        + "/*; do jobs/assay ingest $day --crawl-id "
        + generation.world().name()
        + " --crawl-date $(basename $day) --lake DIR; done; jobs/assay run --from "
        + dates.get(0)
        + " --to "
        + generation.crawlDate()
        + " --lake DIR";
  }

  /** Writes the crawl and tells how it went. */
  Written write(Invocation call, SparkSession spark, String out, boolean gzip) {
    long start = System.nanoTime();
    call.progress().started("generate", "started");
    Written written =
        dates.isEmpty()
            ? generation.write(spark, out, gzip)
            : generation.writeDaily(spark, out, gzip, dates.size());
    call.progress()
        .started(
            "generate",
            Texts.counted(written.posts(), "post")
                + " and "
                + Texts.counted(written.interactions(), "interaction")
                + " in "
                + Texts.seconds((System.nanoTime() - start) / 1e9));
    return written;
  }

  /** Of the files, as a reader finds them. */
  private static TextTable distributions(SparkSession spark, String out) {
    TextTable table =
        new TextTable(
            "followers",
            "accounts",
            "rate p10",
            "median",
            "p90",
            "comments per 100 likes",
            "spread");
    for (Row row : WorldGeneration.distributions(spark, out).collectAsList()) {
      table.row(
          row.getString(0),
          Texts.count(row.getLong(1)),
          Texts.percent(row.getDouble(2)),
          Texts.percent(row.getDouble(3)),
          Texts.percent(row.getDouble(4)),
          String.format(Locale.ROOT, "%.1f", row.<Double>getAs(5)),
          String.format(Locale.ROOT, "%.2f", row.<Double>getAs(6)));
    }
    return table;
  }

  /** Who is in the world. */
  private TextTable kinds() {
    TextTable table = new TextTable("label", "class", "accounts", "share", "groups");
    for (LabelledSort kind : generation.society().kinds()) {
      table.row(
          kind.label(),
          kind.sort(),
          Texts.count(kind.accounts()),
          Texts.percent(kind.accounts() / (double) generation.world().accounts()),
          kind.groups() == 0 ? "-" : Texts.count(kind.groups()));
    }
    return table;
  }
}
