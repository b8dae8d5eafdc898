package io.assay.ledger;

import io.assay.contracts.OpsTables;
import io.assay.contracts.RowLayout;
import io.assay.job.CheckResult;
import io.assay.job.Published;
import io.assay.job.RunRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** Rows of {@code ops.run} and {@code ops.quality_check}. */
final class LedgerRows {
  private static final RowLayout RUN = RowLayout.of(OpsTables.RUN);
  private static final RowLayout INPUT = RowLayout.elementOf(OpsTables.RUN, "inputs");
  private static final RowLayout OUTPUT = RowLayout.elementOf(OpsTables.RUN, "outputs");
  private static final RowLayout CHECK = RowLayout.of(OpsTables.QUALITY_CHECK);

  private final String codeVersion;

  LedgerRows(String codeVersion) {
    this.codeVersion = codeVersion;
  }

  Row run(RunRecord log, Outcome outcome) {
    return RUN.row()
        .set("run_id", log.runId())
        .set("job", log.job())
        .set("as_of", outcome.asOf())
        .set("crawl_id", outcome.crawlId())
        .set("crawl_date", outcome.crawlDate())
        .set("started_at", outcome.startedAt())
        .set("seconds", outcome.seconds())
        .set("outcome", outcome.succeeded() ? "succeeded" : "failed")
        .set("exit_code", (long) outcome.exitCode())
        .set("message", outcome.message())
        .set("code_version", codeVersion)
        .set("settings_hash", outcome.settingsHash())
        .set("inputs", log.inputs().stream().map(LedgerRows::input).toList())
        .set("outputs", outcome.published().stream().map(LedgerRows::output).toList())
        .row();
  }

  private static Row input(RunRecord.Input input) {
    return INPUT
        .row()
        .set("name", input.name())
        .set("bytes", input.bytes())
        .set("version", input.version())
        .set("rows", input.rows())
        .row();
  }

  private static Row output(Published published) {
    return OUTPUT
        .row()
        .set("name", published.table())
        .set("version", published.version())
        .set("rows", published.rows())
        .set("content_hash", published.contentHash())
        .row();
  }

  static List<Row> checks(RunRecord log, Instant now) {
    List<Row> rows = new ArrayList<>();
    for (RunRecord.Checked checked : log.checks()) {
      for (CheckResult result : checked.results()) {
        rows.add(
            CHECK
                .row()
                .set("run_id", log.runId())
                .set("job", log.job())
                .set("table_name", checked.table())
                .set("slice", checked.slice().toString())
                .set("check_name", result.name())
                .set("severity", result.severity().name())
                .set("passed", result.passed())
                .set("violations", result.violations())
                .set("rows", result.rows())
                .set("hint", result.hint())
                .set("checked_at", now)
                .row());
      }
    }
    return rows;
  }
}
