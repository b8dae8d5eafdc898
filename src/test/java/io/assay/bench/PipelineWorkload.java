package io.assay.bench;

import static org.apache.spark.sql.functions.col;

import io.assay.contracts.BronzeTables;
import io.assay.contracts.OpsTables;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import io.assay.ingest.Crawl;
import io.assay.job.Job;
import io.assay.lake.Lake;
import io.assay.pipeline.Jobs;
import io.assay.pipeline.Pipeline;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import io.assay.testing.Silent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The pipeline as the command line runs it: checks and ledger too. */
final class PipelineWorkload implements Workload {

  private final SparkSession spark;
  private final Lake lake;
  private final LocalDate day;
  private final Settings settings;

  /**
   * @param assignments settings that differ from those shipped, as {@code a.b=c}
   */
  PipelineWorkload(SparkSession spark, Path lake, LocalDate day, String... assignments) {
    this.spark = spark;
    this.settings = SettingsLoader.load(List.of(), List.of(assignments));
    this.lake = Lake.openOrCreate(spark, lake.toString());
    this.day = day;
  }

  @Override
  public void ingest(Path crawl) {
    pipeline().ingest(new Crawl(crawl.toString(), "bench", day, null, null));
  }

  @Override
  public void conform() {
    run(Jobs.daily("conform"));
  }

  @Override
  public void engagement() {
    run(Jobs.daily("engagement"));
  }

  /** Runs a job for the day. */
  void run(Job job) {
    pipeline().run(job, day);
  }

  boolean holds(Table table) {
    return lake.holds(table);
  }

  /** What a job of the day may read: the day's state, or the events of all days up to it. */
  Dataset<Row> slice(Table table) {
    Column held = col(table.dayColumn());
    return table(table)
        .where(table.dayColumn().equals("as_of") ? held.equalTo(day) : held.leq(day));
  }

  @Override
  public String posts() {
    return lake.path(SilverTables.POST);
  }

  /** The files that the last conform of interactions had to do with. */
  String bytesHeld() {
    long read =
        megabytes(
            table(OpsTables.RUN)
                .where("job = 'conform' AND as_of = DATE'" + day + "'")
                .selectExpr("explode(inputs) i")
                .where("i.name LIKE 'silver.interaction (%'")
                .selectExpr("i.bytes"));
    return "the day's bronze has "
        + megabytes(files(BronzeTables.INTERACTION_OBSERVATION, "crawl_date = DATE'" + day + "'"))
        + " MB, the days before "
        + megabytes(files(SilverTables.INTERACTION, "first_seen_on < DATE'" + day + "'"))
        + " MB, of which files of "
        + read
        + " MB may hold today's posts; of those only key columns are read";
  }

  private Dataset<Row> table(Table table) {
    return spark.read().format("delta").load(lake.path(table));
  }

  private Dataset<Row> files(Table table, String where) {
    return table(table)
        .where(where)
        .select("_metadata.file_path", "_metadata.file_size")
        .distinct()
        .select("file_size");
  }

  private static long megabytes(Dataset<Row> sizes) {
    return sizes.toDF("bytes").selectExpr("coalesce(sum(bytes), 0L)").head().getLong(0) / 1_000_000;
  }

  private Pipeline pipeline() {
    return new Pipeline(spark, lake, settings, "bench", Silent.progress());
  }
}
