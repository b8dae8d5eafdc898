package io.assay.pipeline;

import io.assay.contracts.OpsTables;
import io.assay.lake.Lake;
import io.assay.lake.Published;
import io.assay.lake.RunLog;
import io.assay.lake.TableLog;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** Writes what ran into {@code ops.run}, {@code ops.publication} and {@code ops.quality_check}. */
final class Ledger {
  private final SparkSession spark;
  private final Lake lake;
  private final String codeVersion;
  private final String settingsHash;

  Ledger(SparkSession spark, Lake lake, String codeVersion, String settingsHash) {
    this.spark = spark;
    this.lake = lake;
    this.codeVersion = codeVersion;
    this.settingsHash = settingsHash;
  }

  /** What a job was run for: a day, or a delivery. */
  record Subject(LocalDate asOf, String crawlId, LocalDate crawlDate) {}

  /** The run's own row comes last: what it names is then there. */
  void write(RunLog log, Subject subject, Instant startedAt, JobReport report) {
    Timestamp now = Timestamp.from(Instant.now());
    TableLog.append(spark, lake, OpsTables.QUALITY_CHECK, log.runId(), checks(log, now));
    TableLog.append(spark, lake, OpsTables.PUBLICATION, log.runId(), publications(log, now));
    TableLog.append(
        spark, lake, OpsTables.RUN, log.runId(), List.of(run(log, subject, startedAt, report)));
  }

  private Row run(RunLog log, Subject subject, Instant startedAt, JobReport report) {
    List<Row> inputs =
        log.inputs().stream()
            .map(i -> RowFactory.create(i.name(), i.bytes(), i.version(), i.rows()))
            .toList();
    List<Row> outputs =
        report.published().stream()
            .map(p -> RowFactory.create(p.table(), p.version(), p.rows(), p.contentHash()))
            .toList();
    return RowFactory.create(
        log.runId(),
        log.job(),
        date(subject.asOf()),
        subject.crawlId(),
        date(subject.crawlDate()),
        Timestamp.from(startedAt),
        report.seconds(),
        report.succeeded() ? "succeeded" : "failed",
        (long) report.exitCode(),
        report.message(),
        codeVersion,
        settingsHash,
        CollectionConverters.asScala(inputs).toSeq(),
        CollectionConverters.asScala(outputs).toSeq());
  }

  private static List<Row> publications(RunLog log, Timestamp now) {
    List<Row> rows = new ArrayList<>();
    for (Published p : log.published()) {
      rows.add(
          RowFactory.create(
              log.runId(),
              log.job(),
              p.table(),
              p.slice().toString(),
              date(p.slice().day()),
              p.version(),
              p.rows(),
              p.contentHash(),
              now,
              p.madeOf()));
    }
    return rows;
  }

  private static List<Row> checks(RunLog log, Timestamp now) {
    List<Row> rows = new ArrayList<>();
    for (RunLog.Checked checked : log.checks()) {
      checked
          .results()
          .forEach(
              c ->
                  rows.add(
                      RowFactory.create(
                          log.runId(),
                          log.job(),
                          checked.table(),
                          checked.slice().toString(),
                          c.name(),
                          c.severity().name(),
                          c.passed(),
                          c.violations(),
                          c.rows(),
                          c.hint(),
                          now)));
    }
    return rows;
  }

  private static Date date(LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }
}
