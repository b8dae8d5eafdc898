package io.assay.workbench.evaluation;

import io.assay.ingest.Crawl;
import io.assay.job.Job;
import io.assay.lake.Lake;
import io.assay.pipeline.Jobs;
import io.assay.pipeline.Pipeline;
import io.assay.workbench.evaluation.ScoredAccounts.InLake;
import io.assay.workbench.evaluation.ScoredAccounts.Making;
import io.assay.workbench.evaluation.ScoredAccounts.OfCrawls;
import io.assay.workbench.evaluation.ScoredAccounts.OfWorld;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The lake whose accounts are evaluated: one that is there, or one made of a crawl or world. Of the
 * daily jobs only those run that lead to what is asked, and of these only those that did not run
 * before in a folder that is kept.
 *
 * @param lake null where a table in files is evaluated without any
 * @param asOf day to evaluate; null for all that a table holds
 * @param name what the lake was made of
 */
record ScoredLake(Lake lake, LocalDate asOf, String name) {
  private static final String CRAWL = "crawl";
  private static final String INGEST = "ingest";

  /** Opens or makes the lake of a trial. */
  static ScoredLake of(Trial trial, Trials by, TrialFolder folder) {
    if (trial.accounts() instanceof InLake held) {
      String location = held.location();
      return location == null
          ? new ScoredLake(null, held.asOf(), trial.questions().get(0).table().location())
          : new ScoredLake(Lake.open(by.spark(), location), held.asOf(), location);
    }
    KeptFolder made = folder.made();
    Lake lake = Lake.openOrCreate(by.spark(), made.resolve("lake").toString());
    if (trial.accounts() instanceof OfWorld world) {
      LocalDate day = load(trial, by, made, lake, world);
      return new ScoredLake(lake, day, world.file().toString());
    }
    OfCrawls given = (OfCrawls) trial.accounts();
    Pipeline pipeline = pipeline(by, lake, given.making());
    ingest(pipeline, made, given.making(), given.paths(), given.asOf());
    run(trial, pipeline, made, given.asOf());
    return new ScoredLake(lake, given.asOf(), String.join(" ", given.paths()));
  }

  private static LocalDate load(Trial trial, Trials by, KeptFolder made, Lake lake, OfWorld world) {
    Path crawl = made.resolve(CRAWL);
    if (!made.has(CRAWL)) {
      KeptFolder.remove(crawl); // of somebody who was stopped before he could say that it is whole
      LocalDate day =
          by.worlds()
              .write(by.spark(), world.file(), world.accounts(), world.seed(), crawl.toString());
      made.setDay(day.toString());
      made.done(CRAWL);
    }
    LocalDate day = LocalDate.parse(made.day());
    Pipeline pipeline = pipeline(by, lake, world.making());
    ingest(pipeline, made, world.making(), List.of(crawl.toString()), day);
    KeptFolder.remove(crawl); // the lake holds all of it
    run(trial, pipeline, made, day);
    return day;
  }

  private static Pipeline pipeline(Trials by, Lake lake, Making making) {
    return new Pipeline(by.spark(), lake, making.settings(), by.codeVersion(), by.progress());
  }

  private static void ingest(
      Pipeline pipeline, KeptFolder made, Making making, List<String> crawls, LocalDate day) {
    if (made.has(INGEST)) {
      return;
    }
    int number = 1;
    for (String path : crawls) {
      pipeline.ingest(
          new Crawl(path, "crawl-" + number++, day, making.mapping(), making.crawledAt()));
    }
    made.done(INGEST);
  }

  private static void run(Trial trial, Pipeline pipeline, KeptFolder made, LocalDate day) {
    List<Job> jobs =
        Jobs.leadingTo(trial.tables()).stream().filter(job -> !made.has(job.name())).toList();
    if (!jobs.isEmpty()) {
      pipeline.run(jobs, day);
      jobs.forEach(job -> made.done(job.name()));
    }
  }
}
