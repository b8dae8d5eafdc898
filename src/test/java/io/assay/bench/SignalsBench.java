package io.assay.bench;

import io.assay.contracts.Table;
import io.assay.job.Job;
import io.assay.pipeline.Jobs;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * A daily job that reads many tables, beside reading these tables and writing copies of what it
 * writes. What the job computes is then all that the ratio shows.
 */
final class SignalsBench {
  private static final double BAR = 3;

  private final SparkSession spark;
  private final Path work;
  private final KeptLakes lakes;
  private final Job job;
  private final Baseline baseline;
  private boolean warm;

  /**
   * @param job name of the job to measure; those before it are run, but not measured
   */
  SignalsBench(SparkSession spark, Path work, KeptLakes lakes, String job) {
    this.spark = spark;
    this.work = work;
    this.lakes = lakes;
    this.job = Jobs.daily(job);
    this.baseline = new Baseline(spark);
  }

  /** One size, on a lake of its own. */
  List<Comparison> measure(long accounts, int repeat) {
    SignalsCrawl crawl = new SignalsCrawl(spark, accounts);
    Path lake = lakes.path(job.name() + "-" + accounts);
    Path copies = work.resolve("baseline");
    lakes.prepare(
        lake, () -> prepare(accounts, crawl, new PipelineWorkload(spark, lake, PlainCrawl.DAY)));
    PipelineWorkload workload = new PipelineWorkload(spark, lake, PlainCrawl.DAY);
    begin(workload, accounts);
    Comparison comparison = new Comparison(job.name(), accounts, BAR);
    for (int i = 0; i < repeat; i++) {
      comparison.round(i, () -> untouched(workload, copies), () -> workload.run(job));
    }
    lakes.delete().accept(copies);
    lakes.release(lake);
    return List.of(comparison);
  }

  /** Everything that the job needs. */
  private void prepare(long accounts, SignalsCrawl crawl, PipelineWorkload workload) {
    System.err.printf(Locale.ROOT, "lake of %,d accounts, not measured:", accounts);
    step("silver", () -> workload.run(new SilverOfCrawl(crawl).job()));
    int first = Jobs.DAILY.indexOf(Jobs.daily("conform")) + 1;
    for (Job earlier : Jobs.DAILY.subList(first, Jobs.DAILY.indexOf(job))) {
      step(earlier.name(), () -> workload.run(earlier));
    }
    System.err.println();
  }

  /**
   * The job once, not measured, where a process or a lake is new: the baseline copies what it
   * wrote, and the first size does not pay for the JVM's start.
   */
  private void begin(PipelineWorkload workload, long accounts) {
    System.err.printf(Locale.ROOT, "%s of %,d accounts%n", job.name(), accounts);
    if (!warm || !job.writes().stream().allMatch(workload::holds)) {
      workload.run(job);
      warm = true;
    }
    System.err.println("  reads " + sizes(workload, job.stage().inputs()));
    System.err.println("  writes " + sizes(workload, job.writes()));
  }

  private void untouched(PipelineWorkload workload, Path copies) {
    for (Table table : held(workload, job.stage().inputs())) {
      baseline.read(workload.slice(table));
    }
    for (Table table : held(workload, job.writes())) {
      baseline.copy(workload.slice(table), copies.resolve(table.name()));
    }
  }

  private static List<Table> held(PipelineWorkload workload, List<Table> tables) {
    return tables.stream().filter(workload::holds).toList();
  }

  private static String sizes(PipelineWorkload workload, List<Table> tables) {
    return held(workload, tables).stream()
        .map(t -> String.format(Locale.ROOT, "%s %,d", t.id(), workload.slice(t).count()))
        .collect(Collectors.joining(", "));
  }

  private static void step(String name, Runnable work) {
    long start = System.nanoTime();
    work.run();
    System.err.printf(Locale.ROOT, " %s %.1f s", name, (System.nanoTime() - start) / 1e9);
  }
}
