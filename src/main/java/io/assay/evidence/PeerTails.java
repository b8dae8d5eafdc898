package io.assay.evidence;

import io.assay.statistics.TailCounts;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Tails of named quantities by peer group, small enough to be sent to every executor: their size
 * depends on groups and bins, not on accounts.
 */
final class PeerTails implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, Map<String, TailCounts>> byGroup;
  private final int minPeers;

  private PeerTails(Map<String, Map<String, TailCounts>> byGroup, int minPeers) {
    this.byGroup = byGroup;
    this.minPeers = minPeers;
  }

  /**
   * @param counts rows of peer_group, name, bin (int), n (long), without unknown values
   * @param minPeers known values that a comparison needs
   */
  static PeerTails of(List<Row> counts, int minPeers) {
    Map<String, Map<String, Map<Integer, Long>>> gathered = new HashMap<>();
    for (Row row : counts) {
      gathered
          .computeIfAbsent(row.getString(0), g -> new HashMap<>())
          .computeIfAbsent(row.getString(1), s -> new HashMap<>())
          .put(row.getInt(2), row.getLong(3));
    }
    Map<String, Map<String, TailCounts>> tails = new HashMap<>();
    gathered.forEach(
        (group, names) -> {
          Map<String, TailCounts> of = new HashMap<>();
          names.forEach((name, bins) -> of.put(name, TailCounts.of(bins)));
          tails.put(group, of);
        });
    return new PeerTails(tails, minPeers);
  }

  /** Tails of a quantity in a group; null where too few are known. */
  TailCounts of(String group, String name) {
    TailCounts counts = byGroup.getOrDefault(group, Map.of()).get(name);
    return counts == null || counts.n() < minPeers ? null : counts;
  }

  int minPeers() {
    return minPeers;
  }
}
