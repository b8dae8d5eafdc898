package io.assay.bench;

import io.assay.contracts.Table;
import io.assay.ingest.Crawl;
import io.assay.job.Published;
import io.assay.lake.Lake;
import io.assay.lake.SparkSessions;
import io.assay.pipeline.JobReport;
import io.assay.pipeline.Jobs;
import io.assay.pipeline.Pipeline;
import io.assay.settings.SettingsLoader;
import io.assay.testing.Silent;
import io.assay.workbench.worlds.CrawlDate;
import io.assay.workbench.worlds.Society;
import io.assay.workbench.worlds.WorldCrawl;
import io.assay.workbench.worlds.WorldFile;
import io.assay.workbench.worlds.WorldLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Every slice that the jobs publish of a small crawl, as plain Parquet: what {@link Floor} writes.
 *
 * @param table what it belongs to
 * @param predicate SQL that is true for its rows
 * @param rows folder of the Parquet file
 */
record ReadyRows(Table table, String predicate, Path rows) {

  /** The demo's world and seed. */
  static final String WORLD = "demo";

  static final long SEED = 1;
  static final LocalDate DAY = CrawlDate.DEFAULT;

  static final String CRAWL_ID = "small";

  private static final String LIST = "slices.tsv";

  /**
   * A program that makes the crawl, unless it is there, and runs everything on it.
   *
   * @param args folder of the crawl · a new folder for the lake · a new folder for the rows, which
   *     gets one below it for ingest and one for the daily jobs
   */
  public static void main(String[] args) throws IOException {
    Path crawl = Path.of(args[0]);
    Path rows = Path.of(args[2]);
    try (SparkSession spark = SparkSessions.open("assay bench")) {
      if (!Files.exists(crawl)) {
        Society society = Society.of(WorldLoader.load(WorldFile.of(WORLD)), SEED, DAY);
        new WorldCrawl(spark, society).write(crawl.toString(), false);
      }
      Lake lake = Lake.openOrCreate(spark, args[1]);
      Pipeline ingest = pipeline(spark, lake);
      ingest.ingest(new Crawl(crawl.toString(), CRAWL_ID, DAY, null, null));
      write(spark, lake, ingest, rows.resolve("ingest"));
      Pipeline run = pipeline(spark, lake);
      run.runAll(DAY);
      write(spark, lake, run, rows.resolve("run"));
    }
  }

  private static Pipeline pipeline(SparkSession spark, Lake lake) {
    return new Pipeline(
        spark, lake, SettingsLoader.load(List.of(), List.of()), "bench", Silent.progress());
  }

  private static void write(SparkSession spark, Lake lake, Pipeline run, Path folder)
      throws IOException {
    List<String> list = new ArrayList<>();
    for (JobReport report : run.reports()) {
      for (Published published : report.published()) {
        Path rows = folder.resolve(String.valueOf(list.size()));
        String predicate = published.slice().predicate();
        spark
            .read()
            .format("delta")
            .load(lake.path(table(published.table())))
            .where(predicate)
            .coalesce(1)
            .write()
            .mode(SaveMode.ErrorIfExists)
            .parquet(rows.toString());
        list.add(published.table() + "\t" + predicate + "\t" + rows.getFileName());
      }
    }
    Files.write(folder.resolve(LIST), list);
  }

  /** What a folder of rows holds, in the order of publication. */
  static List<ReadyRows> in(Path folder) throws IOException {
    List<ReadyRows> all = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(LIST))) {
      String[] part = line.split("\t");
      all.add(new ReadyRows(table(part[0]), part[1], folder.resolve(part[2])));
    }
    return all;
  }

  private static Table table(String id) {
    return Jobs.all().stream()
        .flatMap(job -> job.writes().stream())
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no job writes " + id));
  }
}
