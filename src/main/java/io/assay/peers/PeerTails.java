package io.assay.peers;

import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.statistics.PeerGroups;
import io.assay.statistics.SignedBins;
import io.assay.statistics.TailCounts;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;

/**
 * Tails of all signals by group, small enough to be sent to every executor: their size depends on
 * groups and bins, not on accounts.
 */
public final class PeerTails implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of each group by place in the list of signals; null where too few are known. */
  private final Map<String, SignalPeers[]> byGroup;

  private final Map<String, double[]> usual = new ConcurrentHashMap<>();
  private final int minPeers;

  private PeerTails(Map<String, SignalPeers[]> byGroup, int minPeers) {
    this.byGroup = byGroup;
    this.minPeers = minPeers;
  }

  /**
   * @param histogram rows of {@link CountBins#SCHEMA}, each group, signal and bin once
   * @param minPeers known values that a comparison needs
   * @param bins in which was counted
   */
  public static PeerTails of(List<Row> histogram, int minPeers, SignedBins bins) {
    List<String> names = Signals.ALL.stream().map(Signal::name).toList();
    Map<String, Map<String, Map<Integer, Long>>> gathered = new HashMap<>();
    for (Row row : histogram) {
      if (row.getInt(3) != SignedBins.UNKNOWN) {
        gathered
            .computeIfAbsent(row.getString(1), g -> new HashMap<>())
            .computeIfAbsent(row.getString(2), s -> new HashMap<>())
            .put(row.getInt(3), row.getLong(4));
      }
    }
    Map<String, SignalPeers[]> byGroup = new HashMap<>();
    gathered.forEach(
        (group, signals) -> {
          SignalPeers[] peers = new SignalPeers[names.size()];
          for (int i = 0; i < peers.length; i++) {
            TailCounts counts = TailCounts.of(signals.getOrDefault(names.get(i), Map.of()));
            peers[i] = counts.n() < minPeers ? null : SignalPeers.of(i, counts, bins);
          }
          byGroup.put(group, peers);
        });
    return new PeerTails(byGroup, minPeers);
  }

  /** The group in which a signal of an account is compared. */
  public static String group(Signal signal, String platform, String ofItsSize) {
    return signal.family().bySize() ? ofItsSize : PeerGroups.everybody(platform);
  }

  /** Tails of a group by place in the list of signals, null where too few are known; or null. */
  public SignalPeers[] of(String group) {
    return byGroup.get(group);
  }

  /**
   * What each signal says of the average peer of accounts of a size, in the order of the list; 0
   * where it cannot be compared.
   */
  public double[] usual(String platform, String ofItsSize) {
    return usual.computeIfAbsent(
        ofItsSize,
        size -> {
          double[] surprises = new double[Signals.ALL.size()];
          for (int i = 0; i < surprises.length; i++) {
            Signal signal = Signals.ALL.get(i);
            SignalPeers[] peers = of(group(signal, platform, size));
            surprises[i] = peers == null || peers[i] == null ? 0 : peers[i].usualSurprise();
          }
          return surprises;
        });
  }

  public int minPeers() {
    return minPeers;
  }
}
