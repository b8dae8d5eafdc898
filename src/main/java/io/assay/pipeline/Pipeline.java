package io.assay.pipeline;

import io.assay.contracts.AssayError;
import io.assay.contracts.Table;
import io.assay.ingest.Crawl;
import io.assay.ingest.CrawlFiles;
import io.assay.ingest.IngestJob;
import io.assay.job.CheckResult;
import io.assay.job.DeclaredSettings;
import io.assay.job.DeliveryContext;
import io.assay.job.Job;
import io.assay.job.JobContext;
import io.assay.job.Progress;
import io.assay.job.RunRecord;
import io.assay.job.Slice;
import io.assay.job.Stage;
import io.assay.job.Unchecked;
import io.assay.lake.Lake;
import io.assay.lake.LakeSink;
import io.assay.lake.LakeSource;
import io.assay.lake.SizedSession;
import io.assay.lake.TableLock;
import io.assay.ledger.DeliverySink;
import io.assay.ledger.Ledger;
import io.assay.ledger.Outcome;
import io.assay.settings.Settings;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * Runs jobs against one lake and keeps the ledger. One object is one run: its jobs share a run id,
 * and {@link #reports} tells, also after a failure, what became of each.
 */
public final class Pipeline {
  /** Name under which a whole day's run stands in the ledger, beside its jobs. */
  public static final String RUN = "run";

  /** About so long is a record of a delivery; compressed ones are told to be fewer. */
  private static final long BYTES_PER_RECORD = 256;

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
    this.ledger = new Ledger(spark, lake, codeVersion, progress);
    ledger.begin(runId);
  }

  private Pipeline(Pipeline before) {
    this.spark = before.spark;
    this.lake = before.lake;
    this.settings = before.settings;
    this.progress = before.progress;
    this.ledger = before.ledger;
    ledger.begin(runId);
  }

  /** Another run on the same lake, which knows what this one has read of the ledger. */
  public Pipeline next() {
    return new Pipeline(this);
  }

  public String runId() {
    return runId;
  }

  /** The jobs that have ended so far, in order. */
  public List<JobReport> reports() {
    return List.copyOf(reports);
  }

  /**
   * Reads one delivery into bronze.
   *
   * @return its files
   */
  public CrawlFiles ingest(Crawl crawl) {
    return ingest(crawl, () -> CrawlFiles.of(spark, crawl, settings.ingest()));
  }

  /**
   * The same, of a delivery whose files were listed before.
   *
   * @param list gives them; they are closed when they were read
   */
  public CrawlFiles ingest(Crawl crawl, Supplier<CrawlFiles> list) {
    AtomicReference<CrawlFiles> listed = new AtomicReference<>();
    Subject subject =
        new Subject(null, crawl.id(), crawl.date(), settings.hash(IngestJob.STAGE.settings()));
    writingLedger(
        () ->
            recorded(
                IngestJob.STAGE.name(),
                subject,
                record -> {
                  try (CrawlFiles files = list.get()) {
                    files.requireEveryFeed(crawl.mapping());
                    files.requireSeenBy(spark);
                    listed.set(files);
                    long records = files.bytes() / BYTES_PER_RECORD;
                    SizedSession.during(spark, records, () -> ingest(crawl, files, record));
                  }
                }));
    return listed.get();
  }

  private void ingest(Crawl crawl, CrawlFiles files, RunRecord record) {
    try (LakeSink sink =
        new LakeSink(spark, lake, IngestJob.STAGE.writes(), crawl.slice(), record, progress)) {
      DeliverySink delivery = new DeliverySink(sink, ledger.published(), record, crawl.slice());
      IngestJob.run(
          new DeliveryContext(
              spark, new DeclaredSettings(settings, IngestJob.STAGE), delivery, record, progress),
          crawl,
          files);
    }
  }

  /** Runs one job for a day. */
  public void run(Job job, LocalDate asOf) {
    run(List.of(job), asOf);
  }

  /** Runs some jobs for a day, in the order given. */
  public void run(List<Job> jobs, LocalDate asOf) {
    writingLedger(() -> jobs.forEach(job -> runOne(job, asOf)));
    warn();
  }

  /** Runs all daily jobs in order; the ledger then also holds a row for the run as a whole. */
  public void runAll(LocalDate asOf) {
    Instant startedAt = Instant.now();
    RunRecord record = new RunRecord(runId, RUN);
    Subject subject = new Subject(asOf, null, null, settings.hash());
    writingLedger(
        () -> {
          Throwable failure = null;
          try {
            Jobs.DAILY.forEach(job -> runOne(job, asOf));
          } catch (Exception | OutOfMemoryError | StackOverflowError | LinkageError e) {
            failure = e;
          }
          ledger.add(record, outcome(subject, startedAt, report(record, startedAt, failure)));
          if (failure != null) {
            throw Unchecked.rethrow(failure);
          }
        });
    warn();
  }

  private void runOne(Job job, LocalDate asOf) {
    recorded(
        job.name(),
        new Subject(asOf, null, null, settings.hash(job.stage().settings())),
        record -> {
          LakeSource source =
              new LakeSource(
                  spark, lake, job.stage().inputs(), job.writes(), record, ledger.published());
          job.reads().forEach(table -> source.requirePublished(table, asOf));
          SizedSession.during(spark, rows(job, asOf, source), () -> run(job, asOf, source, record));
        });
  }

  private void run(Job job, LocalDate asOf, LakeSource source, RunRecord record) {
    try (LakeSink sink =
        new LakeSink(spark, lake, job.writes(), Slice.of(asOf), record, progress)) {
      job.body()
          .accept(
              new JobContext(
                  spark, new DeclaredSettings(settings, job.stage()), asOf, source, sink));
    }
  }

  /**
   * Of its inputs that it may read: those of the day, or of conform's window up to it. A table
   * without days is small.
   */
  private long rows(Job job, LocalDate asOf, LakeSource source) {
    LocalDate first = asOf.minusDays(settings.conform().windowDays() - 1L);
    return job.stage().inputs().stream()
        .filter(table -> !table.partitionBy().isEmpty())
        .mapToLong(table -> source.rows(table, table.isOfTheDay() ? asOf : first, asOf))
        .sum();
  }

  /** Tells which days have to be made, by what the ledger and the tables' own logs know. */
  public Backfill backfill(String codeVersion) {
    return new Backfill(spark, lake, settings, codeVersion, ledger.unwrittenMarks());
  }

  /** Looks for accounts that act together, and publishes nothing. */
  public CoActionSearch coActions() {
    return new CoActionSearch(spark, lake, settings, ledger.published(), progress);
  }

  /**
   * Checks, without writing, that a job could start: what it reads is there for the day and nobody
   * holds what it writes.
   *
   * @param asOf the day; null for ingest
   * @param made tables that earlier jobs of the same run will have written by then
   */
  public void requireRunnable(Stage job, LocalDate asOf, List<Table> made) {
    LakeSource source = LakeSource.unrecorded(spark, lake, job.reads(), ledger.published());
    job.reads().stream()
        .filter(table -> !made.contains(table))
        .forEach(table -> source.requirePublished(table, asOf));
    for (Table table : job.writes()) {
      TableLock.requireFree(lake, table);
    }
  }

  /** A job's work; what it reads and publishes is noted in the record. */
  private interface Work {
    void run(RunRecord record);
  }

  /** What a job was run for: a day, or a delivery; and under which settings. */
  private record Subject(
      LocalDate asOf, String crawlId, LocalDate crawlDate, String settingsHash) {}

  /** The ledger's tables are written once, also when the work fails. */
  private void writingLedger(Runnable work) {
    try {
      work.run();
    } catch (Exception | OutOfMemoryError | StackOverflowError | LinkageError e) {
      try {
        ledger.flush(runId);
      } catch (Exception unwritten) {
        e.addSuppressed(unwritten);
      }
      throw Unchecked.rethrow(e);
    }
    ledger.flush(runId);
  }

  private void recorded(String job, Subject subject, Work work) {
    Instant startedAt = Instant.now();
    RunRecord record = new RunRecord(runId, job);
    progress.started(job, "started");
    Throwable failure = null;
    try {
      work.run(record);
    } catch (Exception | OutOfMemoryError | StackOverflowError | LinkageError e) {
      failure = e;
    }
    JobReport report = report(record, startedAt, failure);
    reports.add(report);
    ledger.add(record, outcome(subject, startedAt, report));
    if (failure != null) {
      throw Unchecked.rethrow(failure);
    }
  }

  private static Outcome outcome(Subject subject, Instant startedAt, JobReport report) {
    return new Outcome(
        subject.asOf(),
        subject.crawlId(),
        subject.crawlDate(),
        subject.settingsHash(),
        startedAt,
        report.seconds(),
        report.exitCode(),
        report.message(),
        report.published());
  }

  private static JobReport report(RunRecord record, Instant startedAt, Throwable failure) {
    double seconds = java.time.Duration.between(startedAt, Instant.now()).toMillis() / 1000.0;
    int code = failure == null ? 0 : failure instanceof AssayError known ? known.exitCode() : 1;
    String message = failure == null ? null : String.valueOf(failure.getMessage());
    return new JobReport(
        record.job(), code, message, seconds, record.published(), warnings(record));
  }

  private static List<String> warnings(RunRecord record) {
    List<String> warnings = new ArrayList<>();
    for (RunRecord.Checked checked : record.checks()) {
      for (CheckResult result : checked.results()) {
        if (result.told() && !result.passed()) {
          warnings.add(
              String.format(
                  Locale.ROOT,
                  "%s %s, %s: %,d of %,d %s",
                  checked.table(),
                  checked.slice(),
                  result.name(),
                  result.violations(),
                  result.rows(),
                  result.hint()));
        }
      }
    }
    return warnings;
  }

  /**
   * Says last what somebody should look at: among the lines of all jobs it would be passed over.
   */
  private void warn() {
    reports.forEach(
        report -> report.warnings().forEach(finding -> progress.warned(report.job(), finding)));
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
