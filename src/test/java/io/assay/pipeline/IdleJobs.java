package io.assay.pipeline;

import io.assay.job.Job;
import io.assay.job.Stage;
import io.assay.testing.TestLake;
import java.time.LocalDate;
import java.util.List;

/** Jobs that run without doing their work: a backfill reads when jobs ran, not what they wrote. */
final class IdleJobs {
  private IdleJobs() {}

  /** Runs all daily jobs, of which only conform does its work. */
  static void runAll(TestLake lake, LocalDate day) {
    lake.run("conform", day);
    runTheRest(lake, day);
  }

  /** Runs all daily jobs after conform. */
  static void runTheRest(TestLake lake, LocalDate day) {
    Jobs.DAILY.stream()
        .map(Job::name)
        .filter(job -> !job.equals("conform"))
        .forEach(job -> run(lake, job, day));
  }

  static void run(TestLake lake, String name, LocalDate day) {
    Stage real = Jobs.daily(name).stage();
    Stage reads = new Stage(name, "", List.of(), List.of(), List.of(), real.settings());
    lake.pipeline().run(new Job(reads, context -> {}), day);
  }
}
