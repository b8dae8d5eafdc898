package io.assay.workbench.evaluation;

import io.assay.contracts.UserError;
import io.assay.workbench.evaluation.ScoredAccounts.InLake;
import io.assay.workbench.evaluation.ScoredAccounts.Making;
import io.assay.workbench.evaluation.ScoredAccounts.OfCrawls;
import io.assay.workbench.evaluation.ScoredAccounts.OfWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the lake of a trial is made, if one is made.
 *
 * @param made the folder; null where no lake is made
 * @param kept results that stay there; null where nothing stays
 */
record TrialFolder(KeptFolder made, KeptResults kept) implements AutoCloseable {

  /**
   * Where a trial is kept.
   *
   * @return empty where nothing of it is
   */
  static Optional<Path> place(Trial trial) {
    String work = making(trial).map(Making::work).orElse(null);
    if (work == null) {
      return Optional.empty();
    }
    String of =
        trial.accounts() instanceof OfWorld world
            ? world.file().getFileName().toString().replaceFirst("\\.ya?ml$", "")
            : "crawl";
    String seed = trial.seed() == null ? "" : "-seed-" + trial.seed();
    return Optional.of(Path.of(work, of + seed));
  }

  static TrialFolder of(Trial trial, Trials by) {
    if (making(trial).isEmpty()) {
      return new TrialFolder(null, null);
    }
    Optional<Path> place = place(trial);
    if (place.isEmpty()) {
      return new TrialFolder(KeptFolder.open(scratch(), Map.of()), null);
    }
    Map<String, String> of = identity(trial, by);
    var differences = KeptFolder.differences(place.get(), of);
    if (!differences.isEmpty()) {
      by.progress()
          .started(
              "evaluate",
              trial.name() + ": made anew, as not the same: " + String.join(", ", differences));
    }
    KeptFolder folder = KeptFolder.open(place.get(), of);
    return new TrialFolder(folder, new KeptResults(by.spark(), folder, trial.labels()));
  }

  Optional<KeptResults> results() {
    return Optional.ofNullable(kept);
  }

  private static Optional<Making> making(Trial trial) {
    if (trial.accounts() instanceof InLake) {
      return Optional.empty();
    }
    return Optional.of(
        trial.accounts() instanceof OfWorld world
            ? world.making()
            : ((OfCrawls) trial.accounts()).making());
  }

  /** All that decides what is in the lake. */
  private static Map<String, String> identity(Trial trial, Trials by) {
    Making making = making(trial).orElseThrow();
    Map<String, String> of = new TreeMap<>();
    of.put("code", CodeFingerprint.current());
    of.put("settings", making.settings().hash());
    if (trial.accounts() instanceof OfWorld world) {
      of.put("world", Hashes.of(by.worlds().content(world.file(), world.accounts())));
      of.put("seed", Long.toString(world.seed()));
    } else {
      OfCrawls given = (OfCrawls) trial.accounts();
      StringBuilder deliveries = new StringBuilder();
      for (String path : given.paths()) {
        deliveries.append(path).append(' ').append(FileStamps.of(by.spark(), path)).append(' ');
      }
      of.put("deliveries", Hashes.of(deliveries.toString()));
      of.put("day", given.asOf().toString());
      of.put("mapping", making.mapping() == null ? "-" : content(making.mapping().file()));
      of.put("crawled-at", String.valueOf(making.crawledAt()));
    }
    return of;
  }

  private static String content(String file) {
    try {
      return Hashes.of(Files.readAllBytes(Path.of(file)));
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage(), "Check --mapping.", e);
    }
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("assay-evaluate-");
    } catch (IOException e) {
      throw new UserError(
          "no folder can be made for the lake: " + e.getMessage(), "Name one with --work DIR.", e);
    }
  }

  /** Removes what is not kept. */
  @Override
  public void close() {
    if (made != null && kept == null) {
      KeptFolder.remove(made.resolve(""));
    }
  }
}
