package io.assay.bench;

import io.assay.contracts.Table;
import io.assay.pipeline.Job;
import io.assay.pipeline.Jobs;
import io.assay.synthetic.GeneratorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * A daily job that reads many tables, beside reading these tables and writing copies of what it
 * writes. What the job computes is then all that the ratio shows.
 */
final class SignalsBench {
  private static final double BAR = 3;

  /** In the folder of a lake that holds all that the job needs. */
  private static final String READY = "ready";

  private final SparkSession spark;
  private final Path work;
  private final Consumer<Path> delete;
  private final boolean keep;
  private final Job job;
  private final Baseline baseline;
  private boolean warm;

  /**
   * @param keep whether a lake stays, and one that stayed is used as it is
   * @param job name of the job to measure; those before it are run, but not measured
   */
  SignalsBench(SparkSession spark, Path work, Consumer<Path> delete, boolean keep, String job) {
    this.spark = spark;
    this.work = work;
    this.delete = delete;
    this.keep = keep;
    this.job = Jobs.daily(job);
    this.baseline = new Baseline(spark);
  }

  /** One size, on a lake of its own. */
  List<Comparison> measure(long accounts, int repeat) {
    SignalsCrawl crawl = new SignalsCrawl(spark, accounts);
    GeneratorOptions made = crawl.options();
    String name = "lake-" + job.name() + "-" + accounts;
    // Delta keeps the state of tables it has seen: a lake that goes is never made again.
    Path lake = work.resolve(keep ? name : name + "-" + ProcessHandle.current().pid());
    Path copies = work.resolve("baseline");
    PipelineWorkload workload = new PipelineWorkload(spark, lake, made.crawlDate());
    prepare(crawl, workload, lake);
    Comparison comparison = new Comparison(job.name(), accounts, BAR);
    for (int i = 0; i < repeat; i++) {
      comparison.round(i, () -> untouched(workload, copies), () -> workload.run(job));
    }
    delete.accept(copies);
    if (!keep) {
      delete.accept(lake);
    }
    return List.of(comparison);
  }

  /**
   * Everything that the job needs, and the job itself once: the baseline copies what it wrote, and
   * the first size does not pay for the JVM's start.
   */
  private void prepare(SignalsCrawl crawl, PipelineWorkload workload, Path lake) {
    long accounts = crawl.options().accounts();
    System.err.printf(Locale.ROOT, "%s of %,d accounts, not measured:", job.name(), accounts);
    boolean ready = Files.exists(lake.resolve(READY));
    if (!ready) {
      step("silver", () -> workload.run(new SilverOfCrawl(crawl).job()));
      int first = Jobs.DAILY.indexOf(Jobs.daily("conform")) + 1;
      for (Job earlier : Jobs.DAILY.subList(first, Jobs.DAILY.indexOf(job))) {
        step(earlier.name(), () -> workload.run(earlier));
      }
    }
    if (!ready || !warm) {
      step(job.name(), () -> workload.run(job));
      warm = true;
    }
    markReady(lake);
    System.err.println();
    System.err.println("  reads " + sizes(workload, job.inputs()));
    System.err.println("  writes " + sizes(workload, job.writes()));
  }

  private static void markReady(Path lake) {
    try {
      Files.writeString(lake.resolve(READY), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void untouched(PipelineWorkload workload, Path copies) {
    for (Table table : held(workload, job.inputs())) {
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
