package io.assay.cli;

import io.assay.cli.text.AccountChangesText;
import io.assay.cli.text.RunChangesText;
import io.assay.cli.text.Texts;
import io.assay.contracts.AssessmentTables;
import io.assay.job.Job;
import io.assay.job.Stage;
import io.assay.lake.Lake;
import io.assay.lake.LakeLocation;
import io.assay.pipeline.Jobs;
import io.assay.reporting.changes.Changes;
import io.assay.reporting.changes.ChangesCsv;
import io.assay.reporting.changes.ChangesReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.spark.sql.Row;

/** Tells what changed between two days, and why. */
final class ChangesCommand implements Command {

  @Override
  public String name() {
    return "changes";
  }

  @Override
  public String summary() {
    return "tell what changed between two days: whose likelihoods moved, by what, and why";
  }

  @Override
  public String description() {
    return "Compares the last complete runs of two days. Says in what they differ (inputs, settings,"
        + " models, version of the application), how many accounts are flagged newly or no longer,"
        + " and of the accounts whose likelihoods moved most what moved them: signals whose values"
        + " changed, peers who changed, groups, and the level of the whole platform, in parts that add"
        + " up to the change. Reads finished days only; nothing in the lake changes. See"
        + " src/docs/operations.md.";
  }

  @Override
  public List<Example> examples() {
    String line = "jobs/assay changes --lake lake/ --from 2026-10-30 --to 2026-10-31";
    return List.of(
        new Example(line, "the day, and the twenty accounts that moved most"),
        new Example(line + " --platform x --account-id 4711", "why one account moved"),
        new Example(
            line + " --kind bot --min-change 0.3 --out moved.csv",
            "all whose likelihood of being a bot changed by thirty points or more"));
  }

  @Override
  public void declare(Subparser parser) {
    ChangesOptions.declare(parser);
  }

  @Override
  public String run(Invocation call) {
    ChangesOptions options = ChangesOptions.of(call);
    String location = call.lake();
    LakeLocation.requireLake(location);
    WholeFile file = options.out() == null ? null : WholeFile.at(options.out());
    try (SparkRun session = SparkRun.open(call)) {
      Changes changes =
          new Changes(session.spark(), Lake.open(session.spark(), location), stages());
      long[] written = new long[1];
      ChangesReport report =
          file == null
              ? changes.tell(options.question(), null)
              : file.write(
                  out ->
                      changes.tell(
                          options.question(), rows -> written[0] = write(rows, out, file)));
      RunChangesText.print(report.runs(), call.out());
      AccountChangesText.print(report, options.question(), call.out());
      return told(report, options, written[0]);
    }
  }

  private static long write(Iterator<Row> rows, Writer out, WholeFile file) {
    try {
      return ChangesCsv.write(rows, out);
    } catch (IOException e) {
      throw file.unwritable(e);
    }
  }

  /** The jobs of a day that lead to what is compared. */
  private static List<Stage> stages() {
    return Jobs.leadingTo(List.of(AssessmentTables.ACCOUNT_ASSESSMENT.id())).stream()
        .map(Job::stage)
        .toList();
  }

  private static String told(ChangesReport report, ChangesOptions options, long rows) {
    return Texts.counted(report.totals().moved(), "account")
        + " moved from "
        + options.question().from()
        + " to "
        + options.question().to()
        + ", cause: "
        + report.runs().cause()
        + (options.out() == null
            ? ""
            : "; " + Texts.counted(rows, "row") + " written to " + options.out());
  }
}
