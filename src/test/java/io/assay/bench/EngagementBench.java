package io.assay.bench;

import io.assay.contracts.EngagementTables;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * The engagement job beside three yardsticks on the same Parquet in the same process, by turns: an
 * average grouped by account; the rates of accounts and the distribution over bands in Spark SQL;
 * and the same in DuckDB. What the two compute is checked to be what the job published.
 */
final class EngagementBench {
  private static final long POSTS_PER_ACCOUNT = 100;
  private static final long LARGE = 20_000_000;
  private static final double AVERAGE_BAR = 12;
  private static final double AVERAGE_BAR_LARGE = 5;
  private static final double SPARK_SQL_BAR_LARGE = 0.6;
  private static final double DUCKDB_BAR_LARGE = 6;

  private final SparkSession spark;
  private final Path work;
  private final KeptLakes lakes;
  private final Settings settings = SettingsLoader.load(List.of(), List.of());

  EngagementBench(SparkSession spark, Path work, KeptLakes lakes) {
    this.spark = spark;
    this.work = work;
    this.lakes = lakes;
  }

  /** A crawl of so many posts, and a hundredth of the accounts. */
  static PlainCrawl crawlOf(SparkSession spark, long posts) {
    return new PlainCrawl(spark, Math.max(1, posts / POSTS_PER_ACCOUNT), posts);
  }

  /** One size. */
  List<Comparison> measure(long posts, int repeat) {
    Path lake = lakes.path("engagement-" + posts);
    lakes.prepare(
        lake,
        () -> {
          PipelineWorkload workload = new PipelineWorkload(spark, lake, PlainCrawl.DAY);
          workload.ingest(crawlOf(spark, posts).written(work));
          workload.conform();
        });
    PipelineWorkload workload = new PipelineWorkload(spark, lake, PlainCrawl.DAY);
    SqlEngines engines = new SqlEngines(spark, workload, settings, PlainCrawl.DAY);
    Baseline baseline = new Baseline(spark);
    Path bySpark = work.resolve("engagement-by-spark");
    Path byDuckdb = work.resolve("engagement-by-duckdb");
    boolean large = posts >= LARGE;
    Comparison average =
        new Comparison("/ average", posts, large ? AVERAGE_BAR_LARGE : AVERAGE_BAR);
    Comparison sql = new Comparison("/ Spark SQL", posts, large ? SPARK_SQL_BAR_LARGE : Double.NaN);
    Comparison duckdb = new Comparison("/ DuckDB", posts, large ? DUCKDB_BAR_LARGE : Double.NaN);
    for (int i = 0; i < repeat; i++) {
      Comparison.round(
          i,
          workload::engagement,
          List.of(
              new Comparison.Yardstick(average, () -> baseline.averages(workload.posts())),
              new Comparison.Yardstick(sql, () -> engines.spark(bySpark)),
              new Comparison.Yardstick(duckdb, () -> engines.duckdb(byDuckdb))));
    }
    check(workload, bySpark, byDuckdb);
    lakes.delete().accept(bySpark);
    lakes.delete().accept(byDuckdb);
    lakes.release(lake);
    return List.of(average, sql, duckdb);
  }

  private void check(PipelineWorkload workload, Path bySpark, Path byDuckdb) {
    check(workload, "Spark SQL", bySpark, "accounts", "bands");
    check(workload, "DuckDB", byDuckdb, "accounts.parquet", "bands.parquet");
  }

  private void check(
      PipelineWorkload workload, String engine, Path folder, String accounts, String bands) {
    Agreement.ofAccounts(
        engine,
        spark.read().parquet(folder.resolve(accounts).toString()),
        workload.slice(EngagementTables.ACCOUNT_ENGAGEMENT));
    Agreement.ofBands(
        engine,
        spark.read().parquet(folder.resolve(bands).toString()),
        workload.slice(EngagementTables.BAND_DISTRIBUTION));
  }
}
