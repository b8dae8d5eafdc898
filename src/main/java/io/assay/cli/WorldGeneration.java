package io.assay.cli;

import io.assay.contracts.Feed;
import io.assay.contracts.Feeds;
import io.assay.contracts.Field;
import io.assay.job.LiteralPaths;
import io.assay.workbench.worlds.CrawlDate;
import io.assay.workbench.worlds.Distributions;
import io.assay.workbench.worlds.LabelledSort;
import io.assay.workbench.worlds.Society;
import io.assay.workbench.worlds.World;
import io.assay.workbench.worlds.WorldCrawl;
import io.assay.workbench.worlds.WorldCrawl.Written;
import io.assay.workbench.worlds.WorldLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Makes the crawl of a world.
 *
 * @param society the world under a seed, on the day of the delivery
 */
record WorldGeneration(World world, Society society, LocalDate crawlDate) {

  static WorldGeneration of(World world, long seed, LocalDate crawlDate) {
    return new WorldGeneration(world, Society.of(world, seed, crawlDate), crawlDate);
  }

  /** Crawls of worlds to be evaluated. */
  static final class Crawls implements CrawlOfWorld {
    @Override
    public void check(Path file) {
      WorldLoader.load(file);
    }

    @Override
    public LocalDate write(SparkSession spark, Path file, long seed, String folder) {
      WorldGeneration generation = of(WorldLoader.load(file), seed, CrawlDate.DEFAULT);
      new WorldCrawl(spark, generation.society()).write(folder, false);
      return generation.crawlDate();
    }
  }

  /** Shows what is planted and, unless it is a dry run, writes it. */
  String run(Invocation call, String out, boolean gzip) {
    call.out().print(kinds());
    if (call.dryRun()) {
      call.summary().dryRun();
      call.out()
          .println(
              "would write "
                  + Texts.counted(world.accounts(), "account")
                  + ", "
                  + Texts.counted(society.posts(), "post")
                  + " and what was done to them to "
                  + out);
      return "dry run, nothing was written. Run it without --dry-run.";
    }
    try (SparkRun session = SparkRun.open(call)) {
      Written written = write(call, session.spark(), out, gzip);
      call.out().println();
      call.out().println("Engagement by followers: (likes + comments) / followers of accounts");
      call.out().println();
      call.out().print(distributions(session.spark(), out));
      return "wrote "
          + Texts.counted(written.files(), "file")
          + " to "
          + out
          + ". Next: jobs/assay ingest "
          + out
          + " --crawl-id "
          + world.name()
          + " --crawl-date "
          + crawlDate
          + " --lake DIR";
    }
  }

  /** Writes the crawl and tells how it went. */
  Written write(Invocation call, SparkSession spark, String out, boolean gzip) {
    long start = System.nanoTime();
    call.progress().started("generate", "started");
    Written written = new WorldCrawl(spark, society).write(out, gzip);
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
    Dataset<Row> found =
        Distributions.of(feed(spark, out, Feeds.ACCOUNTS), feed(spark, out, Feeds.POSTS));
    for (Row row : found.collectAsList()) {
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

  private static Dataset<Row> feed(SparkSession spark, String out, Feed feed) {
    StructType schema =
        DataTypes.createStructType(
            feed.fields().stream().map(Field::structField).toArray(StructField[]::new));
    return spark.read().schema(schema).json(LiteralPaths.of(List.of(out + "/" + feed.name())));
  }

  /** Who is in the world. */
  private TextTable kinds() {
    TextTable table = new TextTable("label", "class", "accounts", "share", "groups");
    for (LabelledSort kind : society.kinds()) {
      table.row(
          kind.label(),
          kind.sort(),
          Texts.count(kind.accounts()),
          Texts.percent(kind.accounts() / (double) world.accounts()),
          kind.groups() == 0 ? "-" : Texts.count(kind.groups()));
    }
    return table;
  }
}
