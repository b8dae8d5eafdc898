package io.assay.bench;

import io.assay.contracts.OpsTables;
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
import java.util.Locale;
import org.apache.spark.sql.Row;
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

  /** What the last conform read of the days before, as the ledger has it. */
  String historyRead() {
    Row read =
        spark
            .read()
            .format("delta")
            .load(lake.path(OpsTables.RUN))
            .where("job = 'conform' AND as_of = DATE'" + day + "'")
            .selectExpr("explode(inputs) i")
            .where("i.name LIKE 'silver.interaction (%'")
            .selectExpr("coalesce(sum(i.bytes), 0L)")
            .head();
    long held =
        spark
            .read()
            .format("delta")
            .load(lake.path(SilverTables.INTERACTION))
            .where("first_seen_on < DATE'" + day + "'")
            .select("_metadata.file_path", "_metadata.file_size")
            .distinct()
            .selectExpr("coalesce(sum(file_size), 0L)")
            .head()
            .getLong(0);
    return String.format(
        Locale.ROOT, "key columns of files of %,d of %,d kB", read.getLong(0) / 1000, held / 1000);
  }

  private Pipeline pipeline() {
    return new Pipeline(spark, lake, settings, "bench", Progress.silent());
  }
}
