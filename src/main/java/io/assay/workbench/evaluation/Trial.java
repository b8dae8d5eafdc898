package io.assay.workbench.evaluation;

import io.assay.contracts.SilverTables;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked of the accounts of one seed.
 *
 * @param world name of the world; null where none is made
 * @param seed of the world, or the one that stands in the paths; null where there is none
 * @param accounts whose accounts are scored
 * @param resultsIn lake that takes what is found; null for none
 * @param labels to compare with; without a day of their own those of the day that is evaluated
 * @param questions what is asked, at least one
 */
public record Trial(
    String world,
    Long seed,
    ScoredAccounts accounts,
    String resultsIn,
    LabelInput labels,
    List<Asked> questions) {
  public Trial {
    questions = List.copyOf(questions);
  }

  /** Tables of a lake that it reads. */
  Set<String> tables() {
    Set<String> tables = new TreeSet<>();
    if (labels.path() == null) {
      tables.add(SilverTables.LABEL.id());
    }
    for (Asked asked : questions) {
      if (asked.table() == null) {
        Crawled.TABLES.forEach(table -> tables.add(table.id()));
      } else if (asked.table().isInLake()) {
        tables.add(asked.table().location());
      }
    }
    return tables;
  }

  /** The trial in words. */
  String name() {
    return (world == null ? "" : world + " ") + (seed == null ? "" : "seed " + seed);
  }
}
