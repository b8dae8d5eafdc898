package io.assay.workbench.evaluation;

import io.assay.contracts.UserError;
import io.assay.ingest.Crawl;
import io.assay.lake.Lake;
import io.assay.pipeline.Jobs;
import io.assay.pipeline.Pipeline;
import io.assay.workbench.evaluation.ScoredAccounts.InLake;
import io.assay.workbench.evaluation.ScoredAccounts.Making;
import io.assay.workbench.evaluation.ScoredAccounts.OfCrawls;
import io.assay.workbench.evaluation.ScoredAccounts.OfWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lake whose accounts are evaluated: one that is there, or one made of a crawl or world for one
 * evaluation.
 *
 * @param lake null where a table in files is evaluated without any
 * @param asOf day to evaluate; null for all that a table holds
 * @param name what the lake was made of
 * @param scratch folder to remove afterwards; null for none
 */
record ScoredLake(Lake lake, LocalDate asOf, String name, Path scratch) implements AutoCloseable {

  /** Opens or makes the lake of a trial. */
  static ScoredLake of(Trial trial, Trials by) {
    if (trial.accounts() instanceof InLake held) {
      String location = held.location();
      return location == null
          ? new ScoredLake(null, held.asOf(), trial.table().location(), null)
          : new ScoredLake(Lake.open(by.spark(), location), held.asOf(), location, null);
    }
    Making making =
        trial.accounts() instanceof OfWorld world
            ? world.making()
            : ((OfCrawls) trial.accounts()).making();
    Path folder = folder(making.work(), trial.seed());
    Path scratch = making.work() == null ? folder : null;
    try {
      return made(trial, by, making, folder, scratch);
    } catch (Exception e) {
      remove(scratch);
      throw e;
    }
  }

  private static ScoredLake made(Trial trial, Trials by, Making making, Path folder, Path scratch) {
    Lake lake = Lake.openOrCreate(by.spark(), folder.resolve("lake").toString());
    Pipeline pipeline =
        new Pipeline(by.spark(), lake, making.settings(), by.codeVersion(), by.progress());
    boolean statesOnly = trial.table() == null;
    if (trial.accounts() instanceof OfWorld world) {
      String crawl = folder.resolve("crawl").toString();
      LocalDate day = by.worlds().write(by.spark(), world.file(), world.seed(), crawl);
      load(pipeline, making, List.of(crawl), day, statesOnly);
      return new ScoredLake(lake, day, world.file().toString(), scratch);
    }
    OfCrawls given = (OfCrawls) trial.accounts();
    load(pipeline, making, given.paths(), given.asOf(), statesOnly);
    return new ScoredLake(lake, given.asOf(), String.join(" ", given.paths()), scratch);
  }

  /**
   * @param statesOnly whether the state of the day is enough: baselines need no more, a table needs
   *     what its job writes
   */
  private static void load(
      Pipeline pipeline, Making making, List<String> crawls, LocalDate day, boolean statesOnly) {
    int number = 1;
    for (String path : crawls) {
      pipeline.ingest(
          new Crawl(path, "crawl-" + number++, day, making.mapping(), making.crawledAt()));
    }
    if (statesOnly) {
      pipeline.run(Jobs.daily("conform"), day);
    } else {
      pipeline.runAll(day);
    }
  }

  private static Path folder(String work, Long seed) {
    try {
      String name = "evaluate-" + (seed == null ? "" : "seed-" + seed + "-");
      if (work == null) {
        return Files.createTempDirectory("assay-" + name);
      }
      return Files.createTempDirectory(Files.createDirectories(Path.of(work)), name);
    } catch (IOException e) {
      throw new UserError(
          "no folder can be made for the lake: " + e.getMessage(), "Name one with --work DIR.", e);
    }
  }

  @Override
  public void close() {
    remove(scratch);
  }

  private static void remove(Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " could not be removed", e);
    }
  }
}
