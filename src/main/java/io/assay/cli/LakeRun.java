package io.assay.cli;

import io.assay.contracts.Table;
import io.assay.lake.Lake;
import io.assay.lake.SparkSessions;
import io.assay.pipeline.Job;
import io.assay.pipeline.JobReport;
import io.assay.pipeline.Pipeline;
import io.assay.settings.Settings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** What a command that runs jobs has open: Spark, the lake, and the run itself. */
final class LakeRun implements AutoCloseable {
  private final Invocation call;
  private final SparkSession spark;
  private final Settings settings;
  private final Lake lake;
  private final Pipeline pipeline;

  private LakeRun(Invocation call, Settings settings, SparkSession spark, Lake lake) {
    this.call = call;
    this.settings = settings;
    this.spark = spark;
    this.lake = lake;
    this.pipeline = new Pipeline(spark, lake, settings, Cli.version(), call.progress());
    call.summary().follow(pipeline);
  }

  /** Opens a lake that has to be there. */
  static LakeRun on(Invocation call, String location, Settings settings) {
    SparkSession spark = spark(call);
    return opened(spark, () -> new LakeRun(call, settings, spark, Lake.open(spark, location)));
  }

  /** Opens a lake, and makes it where there is none; a dry run makes nothing. */
  static LakeRun onNew(Invocation call, String location, Settings settings) {
    SparkSession spark = spark(call);
    return opened(
        spark,
        () ->
            new LakeRun(
                call,
                settings,
                spark,
                call.dryRun()
                    ? Lake.openable(spark, location)
                    : Lake.openOrCreate(spark, location)));
  }

  private static LakeRun opened(SparkSession spark, Supplier<LakeRun> open) {
    try {
      return open.get();
    } catch (RuntimeException e) {
      spark.stop();
      throw e;
    }
  }

  /** Spark, as quiet as the caller wants it. */
  static SparkSession spark(Invocation call) {
    boolean embedded = SparkSessions.embedded();
    SparkSession spark = SparkSessions.open("assay " + call.text(Parser.COMMAND));
    if (!embedded) {
      // Embedded runs have conf/log4j2.properties; spark-submit starts with its own.
      spark.sparkContext().setLogLevel(call.flag("verbose") ? "INFO" : "ERROR");
    }
    return spark;
  }

  SparkSession spark() {
    return spark;
  }

  Settings settings() {
    return settings;
  }

  Lake lake() {
    return lake;
  }

  Pipeline pipeline() {
    return pipeline;
  }

  /** Checks that the jobs could run one after the other, and says what they would do. */
  void rehearse(List<Job> jobs, String slice) {
    call.summary().dryRun();
    PrintStream out = call.out();
    List<Table> made = new ArrayList<>();
    for (Job job : jobs) {
      pipeline.requireRunnable(job, List.copyOf(made));
      out.println(job.name());
      job.reads().forEach(table -> out.println("  would read     " + lake.path(table)));
      for (Table table : job.writes()) {
        String verb = lake.holds(table) ? "would replace  " : "would create   ";
        out.println("  " + verb + lake.path(table) + "  " + slice);
      }
      made.addAll(job.writes());
    }
  }

  /** What was published, in one sentence. */
  String published(String subject) {
    List<JobReport> reports = pipeline.reports();
    long tables = reports.stream().mapToLong(r -> r.published().size()).sum();
    double seconds = reports.stream().mapToDouble(JobReport::seconds).sum();
    String jobs = reports.stream().map(JobReport::job).collect(Collectors.joining(", "));
    return jobs
        + " published "
        + Texts.counted(tables, "table")
        + " for "
        + subject
        + " in "
        + Texts.seconds(seconds)
        + ", run "
        + pipeline.runId()
        + ".";
  }

  @Override
  public void close() {
    spark.stop();
  }
}
