package io.assay.pipeline;

import io.assay.contracts.AssayError;
import io.assay.contracts.Table;
import io.assay.ingest.Crawl;
import io.assay.ingest.IngestJob;
import io.assay.lake.Lake;
import io.assay.lake.LakeSink;
import io.assay.lake.LakeSource;
import io.assay.lake.Progress;
import io.assay.lake.RunLog;
import io.assay.lake.Slice;
import io.assay.lake.StageContext;
import io.assay.lake.TableLock;
import io.assay.lake.Unchecked;
import io.assay.settings.Settings;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Runs jobs against one lake and keeps the ledger. One object is one run: its jobs share a run id,
 * and {@link #reports} tells, also after a failure, what became of each.
 */
public final class Pipeline {
  /** Name under which a whole day's run stands in the ledger, beside its jobs. */
  public static final String RUN = "run";

  private final SparkSession spark;
  private final Lake lake;
  private final Settings settings;
  private final Progress progress;
  private final Ledger ledger;
  private final String runId = newRunId();
  private final List<JobReport> reports = new ArrayList<>();

  public Pipeline(
      SparkSession spark, Lake lake, Settings settings, String codeVersion, Progress progress) {
    this.spark = spark;
    this.lake = lake;
    this.settings = settings;
    this.progress = progress;
    this.ledger = new Ledger(spark, lake, codeVersion, settings.hash());
  }

  public String runId() {
    return runId;
  }

  /** The jobs that have ended so far, in order. */
  public List<JobReport> reports() {
    return List.copyOf(reports);
  }

  /** Reads one delivery into bronze. */
  public void ingest(Crawl crawl) {
    Slice slice = crawl.slice();
    Ledger.Subject subject = new Ledger.Subject(null, crawl.id(), crawl.date());
    recorded(
        Jobs.INGEST.name(),
        subject,
        log -> {
          try (LakeSink sink =
              new LakeSink(spark, lake, Jobs.INGEST.writes(), slice, log, progress)) {
            IngestJob.run(spark, lake, settings.ingest(), crawl, sink, log, progress);
          }
        });
  }

  /** Runs one job for a day. */
  public void run(Job job, LocalDate asOf) {
    recorded(
        job.name(),
        new Ledger.Subject(asOf, null, null),
        log -> {
          job.reads().forEach(t -> LakeSource.requirePublished(spark, lake, t, asOf));
          try (LakeSink sink =
              new LakeSink(spark, lake, job.writes(), Slice.of(asOf), log, progress)) {
            LakeSource source = new LakeSource(spark, lake, job.readable(), log);
            job.body().accept(new StageContext(spark, settings, asOf, source, sink));
          }
        });
  }

  /** Runs all daily jobs in order; the ledger then also holds a row for the run as a whole. */
  public void runAll(LocalDate asOf) {
    Instant startedAt = Instant.now();
    RunLog log = new RunLog(runId, RUN);
    Ledger.Subject subject = new Ledger.Subject(asOf, null, null);
    for (Job job : Jobs.DAILY) {
      try {
        run(job, asOf);
      } catch (Exception e) {
        ledger.write(log, subject, startedAt, report(log, startedAt, e));
        throw Unchecked.rethrow(e);
      }
    }
    ledger.write(log, subject, startedAt, report(log, startedAt, null));
  }

  /**
   * Checks, without writing, that a job could start: what it reads is there for the day and nobody
   * holds what it writes.
   *
   * @param asOf the day; null for ingest
   * @param made tables that earlier jobs of the same run will have written by then
   */
  public void requireRunnable(Job job, LocalDate asOf, List<Table> made) {
    for (Table table : job.reads()) {
      if (!made.contains(table)) {
        LakeSource.requirePublished(spark, lake, table, asOf);
      }
    }
    for (Table table : job.writes()) {
      TableLock.requireFree(lake, table);
    }
  }

  /** A job's work; what it reads and publishes is noted in the log. */
  private interface Work {
    void run(RunLog log);
  }

  private void recorded(String job, Ledger.Subject subject, Work work) {
    Instant startedAt = Instant.now();
    RunLog log = new RunLog(runId, job);
    progress.started(job, "started");
    JobReport report;
    try {
      work.run(log);
      report = report(log, startedAt, null);
    } catch (Exception e) {
      report = report(log, startedAt, e);
      reports.add(report);
      try {
        ledger.write(log, subject, startedAt, report);
      } catch (Exception unwritten) {
        e.addSuppressed(unwritten);
      }
      throw Unchecked.rethrow(e);
    }
    reports.add(report);
    ledger.write(log, subject, startedAt, report);
  }

  private static JobReport report(RunLog log, Instant startedAt, Exception failure) {
    double seconds = java.time.Duration.between(startedAt, Instant.now()).toMillis() / 1000.0;
    int code = failure == null ? 0 : failure instanceof AssayError known ? known.exitCode() : 1;
    String message = failure == null ? null : String.valueOf(failure.getMessage());
    return new JobReport(log.job(), code, message, seconds, log.published());
  }

  /** A name that no other run has; names of later runs sort after it. */
  public static String newRunId() {
    byte[] random = new byte[4];
    new SecureRandom().nextBytes(random);
    return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now())
        + "-"
        + HexFormat.of().formatHex(random);
  }
}
