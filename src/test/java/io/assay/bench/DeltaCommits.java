package io.assay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Commits to the tables of a lake, counted in the tables' logs.
 *
 * @param byTable layer and table, to its commits
 */
record DeltaCommits(SortedMap<String, Integer> byTable) {
  private static final String LEDGER = "ops.";

  /** All that the lake holds; none where there is no lake yet. */
  static DeltaCommits in(Path lake) {
    SortedMap<String, Integer> byTable = new TreeMap<>();
    for (Path layer : list(lake)) {
      for (Path table : list(layer)) {
        long commits =
            list(table.resolve("_delta_log")).stream()
                .filter(file -> file.getFileName().toString().matches("\\d{20}\\.json"))
                .count();
        if (commits > 0) {
          byTable.put(layer.getFileName() + "." + table.getFileName(), Math.toIntExact(commits));
        }
      }
    }
    return new DeltaCommits(byTable);
  }

  /** Those that were made after others had been counted. */
  DeltaCommits since(DeltaCommits before) {
    SortedMap<String, Integer> made = new TreeMap<>();
    byTable.forEach(
        (table, commits) -> {
          int more = commits - before.byTable.getOrDefault(table, 0);
          if (more > 0) {
            made.put(table, more);
          }
        });
    return new DeltaCommits(made);
  }

  /** Of the ledger's tables. */
  int ofLedger() {
    return byTable.entrySet().stream()
        .filter(e -> e.getKey().startsWith(LEDGER))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Of all tables but the ledger's. */
  int ofData() {
    return byTable.values().stream().mapToInt(Integer::intValue).sum() - ofLedger();
  }

  /**
   * The tables with more commits than one a published slice, of the ledger than one a process.
   *
   * @param published layer and table of each slice that was published
   */
  SortedMap<String, Integer> beyond(List<String> published) {
    SortedMap<String, Integer> over = new TreeMap<>();
    byTable.forEach(
        (table, commits) -> {
          long due =
              table.startsWith(LEDGER) ? 1 : published.stream().filter(table::equals).count();
          if (commits > due) {
            over.put(table, commits);
          }
        });
    return over;
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
