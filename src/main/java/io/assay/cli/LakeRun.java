package io.assay.cli;

import io.assay.cli.text.Texts;
import io.assay.contracts.Table;
import io.assay.job.Stage;
import io.assay.job.Unchecked;
import io.assay.lake.Lake;
import io.assay.lake.LakeLocation;
import io.assay.pipeline.JobReport;
import io.assay.pipeline.Pipeline;
import io.assay.settings.Settings;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** What a command that runs jobs has open: Spark, the lake, and the run itself. */
final class LakeRun implements AutoCloseable {
  private final Invocation call;
  private final SparkRun session;
  private final Settings settings;
  private final Lake lake;
  private Pipeline pipeline;

  private LakeRun(Invocation call, Settings settings, SparkRun session, Lake lake) {
    this.call = call;
    this.settings = settings;
    this.session = session;
    this.lake = lake;
    newRun();
  }

  /** Begins a run of its own: one of several days has a row in the ledger for each. */
  Pipeline newRun() {
    pipeline =
        pipeline == null
            ? new Pipeline(session.spark(), lake, settings, Cli.version(), call.progress())
            : pipeline.next();
    call.summary().follow(pipeline);
    return pipeline;
  }

  /** Opens a lake that has to be there; where that can be seen before Spark starts, it is. */
  static LakeRun on(Invocation call, String location, Settings settings) {
    LakeLocation.requireLake(location);
    return open(call, settings, spark -> Lake.open(spark, location));
  }

  /** Opens a lake, and makes it where there is none; a dry run makes nothing. */
  static LakeRun onNew(Invocation call, String location, Settings settings) {
    LakeLocation.requireOpenable(location);
    return open(
        call,
        settings,
        spark ->
            call.dryRun() ? Lake.openable(spark, location) : Lake.openOrCreate(spark, location));
  }

  private static LakeRun open(
      Invocation call, Settings settings, Function<SparkSession, Lake> lake) {
    SparkRun session = SparkRun.open(call);
    try {
      return new LakeRun(call, settings, session, lake.apply(session.spark()));
    } catch (Exception e) {
      session.close();
      throw Unchecked.rethrow(e);
    }
  }

  SparkSession spark() {
    return session.spark();
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
  void rehearse(List<Stage> stages, LocalDate asOf, String slice) {
    call.summary().dryRun();
    PrintStream out = call.out();
    List<Table> made = new ArrayList<>();
    for (Stage job : stages) {
      pipeline.requireRunnable(job, asOf, List.copyOf(made));
      out.println(job.name());
      job.inputs().stream()
          .filter(table -> lake.holds(table) || made.contains(table))
          .forEach(table -> out.println("  would read     " + lake.path(table)));
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
    session.close();
  }
}
