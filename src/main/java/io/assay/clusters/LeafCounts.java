package io.assay.clusters;

import io.assay.peers.CountBins;
import io.assay.peers.ReferenceCounts;
import io.assay.statistics.SignedBins;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Counts of the signals of one platform: of all accounts and of each leaf.
 *
 * @param all as {@link CountBins#SCHEMA}
 * @param leaves the same of each leaf
 * @param sizes accounts of each leaf
 */
record LeafCounts(List<Row> all, TreeMap<Leaf, List<Row>> leaves, Map<Leaf, Long> sizes) {

  /**
   * By platform.
   *
   * @param all counts of all accounts, as {@link CountBins#SCHEMA}
   * @param counts as {@link CountLeaves#SCHEMA}
   */
  static TreeMap<String, LeafCounts> of(List<Row> all, List<Row> counts) {
    TreeMap<String, LeafCounts> platforms = new TreeMap<>();
    for (Row row : counts) {
      String platform = row.getString(2);
      Leaf leaf = new Leaf(platform, Stratum.of(row.getString(0)), row.getInt(1));
      platforms
          .computeIfAbsent(
              platform, p -> new LeafCounts(new ArrayList<>(), new TreeMap<>(), new HashMap<>()))
          .leaves()
          .computeIfAbsent(leaf, l -> new ArrayList<>())
          .add(
              RowFactory.create(
                  platform, row.getString(3), row.getString(4), row.getInt(5), row.getLong(6)));
    }
    for (Row row : all) {
      LeafCounts of = platforms.get(row.getString(0));
      if (of != null) {
        of.all().add(row);
      }
    }
    platforms.values().forEach(LeafCounts::measure);
    return platforms;
  }

  /** Every account is in one bin of each signal, be it that of the unknown. */
  private void measure() {
    leaves.forEach(
        (leaf, rows) -> {
          String signal = rows.get(0).getString(2);
          sizes.put(
              leaf,
              rows.stream()
                  .filter(row -> row.getString(2).equals(signal))
                  .mapToLong(row -> row.getLong(4))
                  .sum());
        });
  }

  long accounts() {
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  long accounts(Collection<Leaf> some) {
    return some.stream().mapToLong(sizes::get).sum();
  }

  /** Counts of everybody outside some leaves, of some signals; all where these are null. */
  List<Row> outside(Collection<Leaf> some, Set<String> signals) {
    return ReferenceCounts.without(of(all, signals), inside(some, signals));
  }

  /** Counts of the accounts of some leaves. */
  List<Row> inside(Collection<Leaf> some, Set<String> signals) {
    List<Row> rows = new ArrayList<>();
    some.forEach(leaf -> rows.addAll(of(leaves.get(leaf), signals)));
    return rows;
  }

  private static List<Row> of(List<Row> rows, Set<String> signals) {
    return signals == null
        ? rows
        : rows.stream().filter(row -> signals.contains(row.getString(2))).toList();
  }

  /** Counts by bin of what is known. */
  static TreeMap<Integer, Long> known(Map<Integer, Long> bins) {
    TreeMap<Integer, Long> known = new TreeMap<>(bins);
    known.remove(SignedBins.UNKNOWN);
    return known;
  }
}
