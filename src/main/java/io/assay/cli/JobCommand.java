package io.assay.cli;

import io.assay.contracts.Table;
import io.assay.job.Job;
import io.assay.settings.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.inf.Subparser;

/** Runs one daily job: every job is a command by its own name. */
final class JobCommand implements Command {
  private final Job job;

  JobCommand(Job job) {
    this.job = job;
  }

  @Override
  public String name() {
    return job.name();
  }

  @Override
  public String summary() {
    String text = job.description().replaceAll("\\.$", "");
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  @Override
  public String description() {
    return job.description()
        + " Reads "
        + ids(job.stage().inputs())
        + "; replaces the day in "
        + ids(job.writes())
        + ". `assay run` runs it together with all other jobs of a day.";
  }

  @Override
  public List<Example> examples() {
    String line = "jobs/assay " + job.name() + " --as-of 2026-10-31 --lake lake/";
    return List.of(
        new Example(line, "run this job alone, on the tables as they are"),
        new Example(line + " --dry-run", "see what would be read and replaced"));
  }

  @Override
  public void declare(Subparser parser) {
    Options.asOf(parser);
    Options.lake(parser);
    Options.dryRun(parser);
    Options.settings(parser);
    Options.reporting(parser);
  }

  @Override
  public String run(Invocation call) {
    LocalDate asOf = call.asOf();
    Settings settings = call.settings();
    try (LakeRun run = LakeRun.on(call, call.lake(), settings)) {
      if (call.dryRun()) {
        run.rehearse(List.of(job.stage()), asOf, "as_of=" + asOf);
        return "dry run, nothing was written. Run it without --dry-run.";
      }
      run.pipeline().run(job, asOf);
      return run.published(asOf.toString());
    }
  }

  private static String ids(List<Table> tables) {
    return tables.stream().map(Table::id).collect(Collectors.joining(", "));
  }
}
