package io.assay.cli;

import io.assay.cli.text.Texts;
import io.assay.contracts.Table;
import io.assay.contracts.Tables;
import io.assay.contracts.UserError;
import io.assay.job.Job;
import io.assay.lake.Lake;
import io.assay.lake.LakeLocation;
import io.assay.lake.LakeSql;
import io.assay.ledger.CompleteDay;
import io.assay.pipeline.Jobs;
import io.assay.reporting.export.TableExport;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Subparser;

/** Writes a day of a table as a file for those who have no reader of Delta tables. */
final class ExportCommand implements Command {

  /** More rows a spreadsheet does not show. */
  private static final long SPREADSHEET = 1_048_575;

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String summary() {
    return "write a day of a table as one CSV, JSON or Parquet file";
  }

  @Override
  public String description() {
    return "Writes a day of a table as one file, in the order of its key. csv is safe to open in a"
        + " spreadsheet: no text is run as a formula (one that might be is preceded by an"
        + " apostrophe), a field of a struct is a column struct.field, a list is its JSON, times are"
        + " UTC. json has an object a line, parquet is typed; both stay nested. UTF-8 (in Excel:"
        + " Data, From Text/CSV). What the columns mean: jobs/assay tables.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "jobs/assay export --table gold.account_assessment --format csv --lake lake/",
            "of the newest day that is complete, into account_assessment.csv"),
        new Example(
            "jobs/assay export --table gold.audience_quality --as-of 2026-10-31 --format parquet"
                + " --out october.parquet --lake lake/",
            "of another day, into a file of one's choice"));
  }

  @Override
  public void declare(Subparser parser) {
    parser
        .addArgument("--table")
        .metavar("NAME")
        .required(true)
        .help("layer and name, e.g. gold.account_assessment");
    parser
        .addArgument("--format")
        .metavar("KIND")
        .choices("csv", "json", "parquet")
        .setDefault("csv")
        .help("csv, json or parquet (default: csv)");
    parser
        .addArgument("--as-of")
        .metavar("DATE")
        .help("day to export, YYYY-MM-DD (default: the newest that is complete)");
    parser
        .addArgument("--out")
        .metavar("FILE")
        .help("file to write (default: the table's name and the format, here)");
    Options.lake(parser);
    Options.reporting(parser);
  }

  @Override
  public String run(Invocation call) {
    Table table = table(Invocation.notBlank("--table", call.text("table")));
    String format = call.text("format");
    String out = call.text("out") == null ? table.name() + "." + format : call.text("out");
    LocalDate asOf = call.text("as_of") == null ? null : call.asOf();
    LakeLocation.requireLake(call.lake());
    WholeFile file = WholeFile.at(Invocation.notBlank("--out", out));
    try (SparkRun session = SparkRun.open(call)) {
      LakeSql sql = new LakeSql(session.spark(), Lake.open(session.spark(), call.lake()));
      CompleteDay day = CompleteDay.find(sql, Jobs.DAILY.stream().map(Job::name).toList(), asOf);
      CompleteDay.DayTable held = day.of(table);
      sql.open(table, day.asOf(), held.version());
      TableExport export =
          new TableExport(
              sql.opened(table).where(table.field(table.dayColumn()).col().equalTo(day.asOf())),
              table.key());
      switch (format) {
        case "csv" -> file.write(export::csv);
        case "json" -> file.write(export::json);
        default -> file.put(export::parquet);
      }
      return "wrote "
          + Texts.counted(held.rows(), "row")
          + " of "
          + table.id()
          + " of "
          + day.asOf()
          + " to "
          + out
          + (format.equals("csv") && held.rows() > SPREADSHEET
              ? "; a spreadsheet shows the first " + Texts.count(SPREADSHEET) + " of them"
              : "");
    }
  }

  private static Table table(String name) {
    List<Table> daily = Tables.ALL.stream().filter(Table::isOfTheDay).toList();
    return daily.stream()
        .filter(table -> table.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "--table " + name + " is no table that holds the state of a day",
                    "Choose from: "
                        + daily.stream().map(Table::id).collect(Collectors.joining(", "))
                        + "."));
  }
}
