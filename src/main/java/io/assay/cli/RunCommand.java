package io.assay.cli;

import io.assay.cli.text.Texts;
import io.assay.contracts.UserError;
import io.assay.job.Job;
import io.assay.lake.SharedCatalog;
import io.assay.pipeline.Backfill;
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
        + " same crawls and settings give the same content again. With --from and --to it makes the"
        + " days of a span, in order, that are missing or out of date: a late delivery, other"
        + " settings or another version of Assay came after they were made.";
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
            "jobs/assay run --from 2026-10-01 --to 2026-10-31 --lake lake/",
            "make the days of a month that are missing or stale, in order; goes on where it stopped"),
        new Example(
            "jobs/assay run --as-of 2026-10-31 --lake lake/ --dry-run",
            "see what would be read and replaced"),
        new Example(
            "jobs/assay run --as-of 2026-10-31 --lake lake/ --register",
            "through spark-submit (SPARK_HOME is set): spark-sql then finds the tables by name"));
  }

  @Override
  public void declare(Subparser parser) {
    Options.days(parser);
    Options.lake(parser);
    Options.register(parser);
    Options.dryRun(parser);
    Options.settings(parser);
    Options.reporting(parser);
  }

  @Override
  public String run(Invocation call) {
    List<LocalDate> span = span(call);
    Settings settings = call.settings();
    try (LakeRun run = LakeRun.on(call, call.lake(), settings)) {
      if (!call.flag(Options.REGISTER)) {
        return make(call, run, span);
      }
      // Asked before the work: a name that is taken should not be found out after it.
      SharedCatalog catalog = SharedCatalog.of(run.spark(), run.lake());
      String made = make(call, run, span);
      return call.dryRun()
          ? made
          : made + " " + Texts.counted(catalog.register(), "table") + " in Spark's catalog.";
    }
  }

  private static String make(Invocation call, LakeRun run, List<LocalDate> span) {
    if (span.size() > 1 || call.text("as_of") == null) {
      return backfill(call, run, span);
    }
    if (call.dryRun()) {
      run.rehearse(
          Jobs.DAILY.stream().map(Job::stage).toList(), span.get(0), "as_of=" + span.get(0));
      return "dry run, nothing was written. Run it without --dry-run.";
    }
    run.pipeline().runAll(span.get(0));
    return run.published(span.get(0).toString());
  }

  /** Forward, because a day builds on those before it. */
  private static String backfill(Invocation call, LakeRun run, List<LocalDate> span) {
    if (call.dryRun()) {
      call.summary().dryRun();
    }
    Backfill due = run.pipeline().backfill(Cli.version());
    int made = 0;
    for (LocalDate day : span) {
      String reason = due.reason(day);
      if (reason != null && !due.hasDeliveries(day)) {
        call.out().println(day + "  left out: nothing of its window was delivered");
      } else if (reason == null) {
        call.out().println(day + "  up to date");
      } else if (call.dryRun()) {
        call.out().println(day + "  would be made: " + reason);
        due.made(day);
      } else {
        (made++ == 0 ? run.pipeline() : run.newRun()).runAll(day);
        due.made(day);
        call.out().println(day + "  made: " + reason);
      }
    }
    return call.dryRun()
        ? "dry run, nothing was written. Run it without --dry-run."
        : Texts.counted(made, "day") + " of " + span.size() + " made. The others are listed above.";
  }

  private static List<LocalDate> span(Invocation call) {
    boolean single = call.text("as_of") != null;
    boolean several = call.text("from") != null || call.text("to") != null;
    if (single == several) {
      throw new UserError(
          single ? "--as-of and --from, --to were both given" : "no day was given",
          "Give --as-of DATE, or --from DATE and --to DATE.");
    }
    if (single) {
      return List.of(call.asOf());
    }
    if (call.text("from") == null || call.text("to") == null) {
      throw new UserError("--from and --to belong together", "Give both, or --as-of.");
    }
    LocalDate from = Dates.day("--from", call.text("from"));
    LocalDate to = Dates.day("--to", call.text("to"));
    if (to.isBefore(from)) {
      throw new UserError("--to " + to + " is before --from " + from, "Swap them.");
    }
    return from.datesUntil(to.plusDays(1)).toList();
  }
}
