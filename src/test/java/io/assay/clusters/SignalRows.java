package io.assay.clusters;

import io.assay.contracts.Kind;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.peers.AccountRow;
import io.assay.peers.BinCounter;
import io.assay.peers.KindModel;
import io.assay.settings.ClusterSettings;
import io.assay.settings.LikelihoodSettings;
import io.assay.statistics.LogBins;
import io.assay.statistics.SignedBins;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Accounts of platform x with their signals written down, and what is counted of them. */
final class SignalRows {
  static final SignedBins BINS = new SignedBins(new LogBins(120));
  static final String GROUP = "x 0-1023 followers";

  private SignalRows() {}

  static Signal signal(String name) {
    return Signals.ALL.get(place(name));
  }

  static int place(String name) {
    for (int i = 0; i < Signals.ALL.size(); i++) {
      if (Signals.ALL.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** Pairs of a signal and its value; all others are unknown. */
  static AccountRow account(String id, Object... signalAndValue) {
    return new AccountRow(row(id, Stratum.AUDIENCE, signalAndValue));
  }

  /** As {@link ClusterAccounts} reads it. */
  static Row row(String id, Stratum stratum, Object... signalAndValue) {
    Map<String, Object> values = new HashMap<>();
    values.put("platform", "x");
    values.put("account_id", id);
    values.put("peer_group", GROUP);
    for (int i = 0; i < signalAndValue.length; i += 2) {
      values.put((String) signalAndValue[i], signalAndValue[i + 1]);
    }
    List<Object> row = new ArrayList<>();
    AccountRow.NAMES.forEach(name -> row.add(values.get(name)));
    row.add(stratum.title());
    return RowFactory.create(row.toArray());
  }

  /** Accounts of which one signal is known. */
  static List<AccountRow> accounts(String signal, double... values) {
    List<AccountRow> accounts = new ArrayList<>();
    for (double value : values) {
      accounts.add(account("%s-%04d".formatted(signal, accounts.size()), signal, value));
    }
    return accounts;
  }

  static Leaf leaf(int number) {
    return new Leaf("x", Stratum.AUDIENCE, number);
  }

  /** Counts as the stage collects them. */
  static LeafCounts counts(Map<Leaf, List<AccountRow>> members) {
    BinCounter all = new BinCounter(BINS);
    List<Row> counts = new ArrayList<>();
    members.forEach(
        (leaf, accounts) -> {
          BinCounter counter = new BinCounter(BINS);
          for (AccountRow account : accounts) {
            counter.add("x", GROUP, account::value);
            all.add("x", GROUP, account::value);
          }
          counter
              .rows()
              .forEach(
                  r ->
                      counts.add(
                          RowFactory.create(
                              leaf.stratum().title(),
                              leaf.number(),
                              r.get(0),
                              r.get(1),
                              r.get(2),
                              r.get(3),
                              r.get(4))));
        });
    return LeafCounts.of(all.rows(), counts).get("x");
  }

  /** Counts of a signal by bin: pairs of a value and how many have it; null is unknown. */
  static Map<Integer, Long> bins(Object... valueAndCount) {
    Map<Integer, Long> bins = new TreeMap<>();
    for (int i = 0; i < valueAndCount.length; i += 2) {
      Object value = valueAndCount[i];
      int bin = value == null ? SignedBins.UNKNOWN : BINS.bin(((Number) value).doubleValue());
      bins.merge(bin, ((Number) valueAndCount[i + 1]).longValue(), Long::sum);
    }
    return bins;
  }

  /** A model that divides by followings alone, in units of asinh. */
  static ClusterModel byFollowings(double... centres) {
    List<double[]> points = new ArrayList<>();
    for (double centre : centres) {
      points.add(new double[] {centre});
    }
    return new ClusterModel(
        "x",
        Stratum.AUDIENCE,
        LocalDate.of(2026, 10, 1),
        100,
        new ClusterSpace(List.of(new ClusterSpace.Coordinate(place("followings"), 1, 0, 1, 1))),
        points);
  }

  /** Bots by one signal: the logarithm of the odds is 5 x evidence - 6. */
  static KindModel bots(String signal) {
    return KindModel.of(
        Kind.BOT, new LikelihoodSettings("literal", 0.03, -6, Map.of(signal, 5.0), Map.of()));
  }

  static ClusterSettings settings(int minAccounts, double largestShare) {
    return new ClusterSettings(24, 10_000, 28, minAccounts, 0.5, 0.35, largestShare, 1);
  }
}
