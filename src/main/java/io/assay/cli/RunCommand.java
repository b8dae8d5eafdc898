package io.assay.cli;

import io.assay.pipeline.Jobs;
import io.assay.settings.Settings;
import java.time.LocalDate;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;

/** Runs every daily job. */
final class RunCommand implements Command {

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "measure a day: everything after ingest, in order";
  }

  @Override
  public String description() {
    return "Runs every job after ingest for one day, in the order their tables impose (see `assay"
        + " plan`). What an earlier run published for that day is replaced, other days stay; the"
        + " same crawls and settings give the same content again.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "jobs/assay run --as-of 2026-10-31 --lake lake/", "measure what was known that day"),
        new Example(
            "jobs/assay run --as-of 2026-10-31 --lake lake/ --set engagement.min_posts=3",
            "with another setting"),
        new Example(
            "jobs/assay run --as-of 2026-10-31 --lake lake/ --dry-run",
            "see what would be read and replaced"));
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
        run.rehearse(Jobs.DAILY, "as_of=" + asOf);
        return "dry run, nothing was written. Run it without --dry-run.";
      }
      run.pipeline().runAll(asOf);
      return run.published(asOf.toString());
    }
  }
}
