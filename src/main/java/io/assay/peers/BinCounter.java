package io.assay.peers;

import io.assay.contracts.Signals;
import io.assay.statistics.PeerGroups;
import io.assay.statistics.SignedBins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Counts accounts by the bins of their signals: in the group of their size or in that of all their
 * platform, as a signal's family asks. Memory grows with groups and bins, not with accounts.
 */
public final class BinCounter {

  /** Counts of one group: of each signal by bin. */
  private record PeerCounts(String platform, String name, List<Map<Integer, long[]>> signals) {}

  private final Map<String, PeerCounts> groups = new HashMap<>();
  private final SignedBins bins;

  public BinCounter(SignedBins bins) {
    this.bins = bins;
  }

  /**
   * Counts an account.
   *
   * @param values of the signals by their place in the list: Double, Boolean or null
   */
  public void add(String platform, String peerGroup, IntFunction<Object> values) {
    PeerCounts ofSize = groups.computeIfAbsent(peerGroup, name -> empty(platform, name));
    PeerCounts everybody =
        groups.computeIfAbsent(PeerGroups.everybody(platform), name -> empty(platform, name));
    for (int i = 0; i < Signals.ALL.size(); i++) {
      Object value = values.apply(i);
      int bin = value == null ? SignedBins.UNKNOWN : bins.bin(AccountRow.number(value));
      PeerCounts group = Signals.ALL.get(i).family().bySize() ? ofSize : everybody;
      group.signals().get(i).computeIfAbsent(bin, b -> new long[1])[0]++;
    }
  }

  /** Counts as {@link CountBins#SCHEMA}. */
  public List<Row> rows() {
    return groups.values().stream().flatMap(group -> rows(group).stream()).toList();
  }

  /** The name of a group begins with its platform, so it tells groups apart alone. */
  private static PeerCounts empty(String platform, String name) {
    List<Map<Integer, long[]>> signals = new ArrayList<>();
    Signals.ALL.forEach(signal -> signals.add(new HashMap<>()));
    return new PeerCounts(platform, name, signals);
  }

  private static List<Row> rows(PeerCounts group) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < Signals.ALL.size(); i++) {
      String signal = Signals.ALL.get(i).name();
      group
          .signals()
          .get(i)
          .forEach(
              (bin, n) ->
                  rows.add(RowFactory.create(group.platform(), group.name(), signal, bin, n[0])));
    }
    return rows;
  }
}
