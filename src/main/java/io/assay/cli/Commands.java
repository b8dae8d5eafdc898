package io.assay.cli;

import io.assay.pipeline.Jobs;
import io.assay.workbench.worlds.WorldCrawls;
import java.util.ArrayList;
import java.util.List;

/** The list of commands, in the order of the help. */
final class Commands {

  static final List<Command> ALL = all();

  private Commands() {}

  private static List<Command> all() {
    List<Command> all = new ArrayList<>();
    all.add(new DemoCommand());
    all.add(new IngestCommand());
    all.add(new RunCommand());
    Jobs.DAILY.forEach(job -> all.add(new JobCommand(job)));
    all.add(new ReportCommand());
    all.add(new GenerateCommand());
    all.add(new EvaluateCommand(new WorldCrawls()));
    all.add(new ExplainCommand());
    all.add(new ChangesCommand());
    all.add(new ExportCommand());
    all.add(new CoactionCommand());
    all.add(new CalibrateCommand());
    all.add(new PlanCommand());
    all.add(new TablesCommand());
    return List.copyOf(all);
  }
}
