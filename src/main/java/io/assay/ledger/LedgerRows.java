package io.assay.ledger;

import io.assay.job.RunRecord;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of {@code ops.run} and {@code ops.quality_check}, in the order of their columns. */
final class LedgerRows {
  private final String codeVersion;
  private final String settingsHash;

  LedgerRows(String codeVersion, String settingsHash) {
    this.codeVersion = codeVersion;
    this.settingsHash = settingsHash;
  }

  Row run(RunRecord record, Outcome outcome) {
    List<Row> inputs =
        record.inputs().stream()
            .map(i -> RowFactory.create(i.name(), i.bytes(), i.version(), i.rows()))
            .toList();
    List<Row> outputs =
        outcome.published().stream()
            .map(p -> RowFactory.create(p.table(), p.version(), p.rows(), p.contentHash()))
            .toList();
    return RowFactory.create(
        record.runId(),
        record.job(),
        date(outcome.asOf()),
        outcome.crawlId(),
        date(outcome.crawlDate()),
        Timestamp.from(outcome.startedAt()),
        outcome.seconds(),
        outcome.succeeded() ? "succeeded" : "failed",
        (long) outcome.exitCode(),
        outcome.message(),
        codeVersion,
        settingsHash,
        CollectionConverters.asScala(inputs).toSeq(),
        CollectionConverters.asScala(outputs).toSeq());
  }

  static List<Row> checks(RunRecord record, Timestamp now) {
    List<Row> rows = new ArrayList<>();
    for (RunRecord.Checked checked : record.checks()) {
      checked
          .results()
          .forEach(
              c ->
                  rows.add(
                      RowFactory.create(
                          record.runId(),
                          record.job(),
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
