package io.assay.cli;

import io.assay.job.Job;
import io.assay.pipeline.Jobs;
import io.assay.reporting.html.HtmlReport;
import io.assay.reporting.html.ReportFiles;
import io.assay.reporting.html.collect.ReportCollector;
import java.time.LocalDate;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;

/** Writes what a day's run found as a page for people. */
final class ReportCommand implements Command {
  private static final String DEFAULT = "report.html";

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String summary() {
    return "write what a run found as one HTML file, for people who decide whom to hire";
  }

  @Override
  public String description() {
    return "Writes what the last complete run of a day found as one HTML file that needs no"
        + " network, and the same numbers as JSON beside it: how good the input was, who is"
        + " trusted, doubted or not assessable and why, how engagement is distributed, who"
        + " acts together, and the query behind each number. Reads the lake, changes nothing"
        + " in it.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("jobs/assay report --lake DIR", "of the last complete run, into report.html"),
        new Example(
            "jobs/assay report --as-of 2026-10-31 --lake DIR --out october.html",
            "of a day, into october.html and october.json"));
  }

  @Override
  public void declare(Subparser parser) {
    parser
        .addArgument("--as-of")
        .metavar("DATE")
        .help("day of the run, YYYY-MM-DD (default: the last complete run)");
    Options.lake(parser);
    parser
        .addArgument("--out")
        .metavar("FILE")
        .setDefault(DEFAULT)
        .help("page to write; the JSON is put beside it (default: " + DEFAULT + ")");
    Options.settings(parser);
    Options.reporting(parser);
  }

  @Override
  public String run(Invocation call) {
    LocalDate asOf = call.text("as_of") == null ? null : call.asOf();
    ReportFiles files = ReportFiles.at(Invocation.notBlank("--out", call.text("out")));
    try (LakeRun run = LakeRun.on(call, call.lake(), call.settings())) {
      HtmlReport report = of(call, run, asOf);
      report.write(files);
      return "the report of "
          + report.model().asOf()
          + " is in "
          + call.text("out")
          + "; open it in a browser. The same as JSON: "
          + files.json().getFileName()
          + " beside it.";
    }
  }

  /** The report of a day of an open lake; null for the last complete run. */
  static HtmlReport of(Invocation call, LakeRun run, LocalDate asOf) {
    return new HtmlReport(
        new ReportCollector(
                run.spark(),
                run.lake(),
                call.lake(),
                Jobs.DAILY.stream().map(Job::name).toList(),
                run.settings().bands().defaultScheme())
            .collect(asOf));
  }
}
