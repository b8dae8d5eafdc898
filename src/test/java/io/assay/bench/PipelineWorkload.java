package io.assay.bench;

import io.assay.contracts.SilverTables;
import io.assay.ingest.Crawl;
import io.assay.lake.Lake;
import io.assay.lake.Progress;
import io.assay.pipeline.Jobs;
import io.assay.pipeline.Pipeline;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The pipeline as the command line runs it, with the shipped settings: checks and ledger too. */
final class PipelineWorkload implements Workload {

  private final SparkSession spark;
  private final Lake lake;
  private final LocalDate day;
  private final Settings settings = SettingsLoader.load(List.of(), List.of());

  PipelineWorkload(SparkSession spark, Path lake, LocalDate day) {
    this.spark = spark;
    this.lake = Lake.openOrCreate(spark, lake.toString());
    this.day = day;
  }

  @Override
  public void ingest(Path crawl) {
    pipeline().ingest(new Crawl(crawl.toString(), "bench", day, null, null));
  }

  @Override
  public void conform() {
    pipeline().run(Jobs.daily("conform"), day);
  }

  @Override
  public void engagement() {
    pipeline().run(Jobs.daily("engagement"), day);
  }

  @Override
  public String posts() {
    return lake.path(SilverTables.POST);
  }

  private Pipeline pipeline() {
    return new Pipeline(spark, lake, settings, "bench", Progress.silent());
  }
}
