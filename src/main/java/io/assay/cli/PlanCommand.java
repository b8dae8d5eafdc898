package io.assay.cli;

import io.assay.pipeline.Plan;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;

/** Prints the jobs and what connects them. */
final class PlanCommand implements Command {

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public String summary() {
    return "print the jobs, the tables they read and write, and their order";
  }

  @Override
  public String description() {
    return "Prints the jobs in the order in which they run, the tables each reads and writes, and"
        + " the edges between them. Schedules are made from the JSON.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("jobs/assay plan", "to read"),
        new Example("jobs/assay plan --format json > jobs/plan.json", "for a scheduler"));
  }

  @Override
  public void declare(Subparser parser) {
    Options.format(parser, "text", "json");
    Options.reporting(parser);
  }

  @Override
  public String run(Invocation call) {
    Plan plan = Plan.current();
    call.out()
        .print(call.text("format").equals("json") ? PlanText.json(plan) : PlanText.text(plan));
    return Texts.counted(plan.jobs().size(), "job") + " listed.";
  }
}
