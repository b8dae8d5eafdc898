package io.assay.ledger;

import io.assay.contracts.Table;
import io.assay.job.Lineage;
import io.assay.job.Replaced;
import io.assay.job.Slice;
import io.assay.lake.PublishedSlices;
import io.assay.lake.delta.CommitLog;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The last publication of every slice, and the commits that are not of ours. It grows with the days
 * and deliveries that were ever published, not with their rows.
 */
final class Publications implements PublishedSlices {
  /** Table to slice to its last publication. */
  private final Map<String, Map<String, Publication>> last = new TreeMap<>();

  private final Map<String, Long> newestUnknown = new HashMap<>();
  private final Runnable look;

  /**
   * @param look adds what others have published meanwhile
   */
  Publications(Runnable look) {
    this.look = look;
  }

  @Override
  public void lookAgain() {
    look.run();
  }

  /** Adds one; of a slice the one in the newer version of the table stands. */
  void add(Publication publication) {
    if (publication.changesNothing()) {
      return;
    }
    if (publication.isUnknown()) {
      newestUnknown.merge(publication.table(), publication.version(), Math::max);
      return;
    }
    last.computeIfAbsent(publication.table(), t -> new HashMap<>())
        .merge(
            publication.slice(),
            publication,
            (held, added) -> added.version() >= held.version() ? added : held);
  }

  @Override
  public Lineage lineage(Table table) {
    Map<LocalDate, String> inputsHash = new HashMap<>();
    Map<LocalDate, String> contents = new HashMap<>();
    for (Publication p : last.getOrDefault(table.id(), Map.of()).values()) {
      if (p.day() != null && p.version() > newestUnknown(table)) {
        inputsHash.put(p.day(), p.inputsHash());
        contents.put(p.day(), p.contentHash());
      }
    }
    return new Lineage(inputsHash, contents);
  }

  @Override
  public Map<String, Replaced> replaced(Slice slice) {
    Map<String, Replaced> replaced = new TreeMap<>();
    last.forEach(
        (table, slices) -> {
          Publication p = slices.get(slice.toString());
          if (p != null) {
            replaced.put(table, new Replaced(p.runId(), p.rows(), p.contentHash(), p.version()));
          }
        });
    return replaced;
  }

  @Override
  public List<LocalDate> silverDays(LocalDate from) {
    TreeSet<LocalDate> days = new TreeSet<>();
    last.forEach(
        (table, slices) -> {
          if (table.startsWith("silver.")) {
            slices.values().stream()
                .map(Publication::day)
                .filter(day -> day != null && !day.isBefore(from))
                .forEach(days::add);
          }
        });
    return List.copyOf(days);
  }

  @Override
  public long newestUnknown(Table table) {
    return newestUnknown.getOrDefault(table.id(), CommitLog.NONE);
  }

  /** The last publication of a slice; null if there is none. */
  Publication last(String table, String slice) {
    return last.getOrDefault(table, Map.of()).get(slice);
  }
}
