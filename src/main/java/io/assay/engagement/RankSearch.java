package io.assay.engagement;

import static org.apache.spark.sql.functions.col;

import io.assay.statistics.ExactQuantiles;
import io.assay.statistics.WantedRanks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Finds the order statistics that the quantiles of many groups need, all in one pass: the counts
 * say in which bin of which group each lies, and only the values of those bins are exchanged and
 * sorted, bin by bin. A bin of a group that holds a wanted rank is a slot.
 *
 * <p>Cost: one pass over the accounts and one exchange of the values in slots, at most two slots a
 * quantile and group. A single value that makes up most of a group is sorted by one task, except 0,
 * which needs no sorting. Memory, on the driver and with each task: the slots, some 20 a group.
 */
final class RankSearch {
  private final List<QuantileGroup> groups;
  private final List<Slot> slots = new ArrayList<>();

  /** Some wanted ranks of a group that lie in one bin. */
  private record Slot(QuantileGroup group, WantedRanks.InBin wanted) {}

  RankSearch(List<QuantileGroup> groups) {
    this.groups = List.copyOf(groups);
    for (QuantileGroup group : groups) {
      for (WantedRanks.InBin wanted : WantedRanks.of(group.counts(), group.probabilities())) {
        slots.add(new Slot(group, wanted));
      }
    }
  }

  /**
   * @param accounts measured accounts
   * @return {@link PickRanks#SCHEMA}, one row a wanted order statistic
   */
  Dataset<Row> in(Dataset<Row> accounts, AccountValues values) {
    return accounts
        .select(AccountValues.COLUMNS.stream().map(c -> col(c)).toArray(Column[]::new))
        .mapPartitions(select(values), Encoders.row(SelectValues.SCHEMA))
        .repartition(col("slot"))
        .sortWithinPartitions("slot", "value")
        .mapPartitions(pick(), Encoders.row(PickRanks.SCHEMA));
  }

  SelectValues select(AccountValues values) {
    Map<HistogramKey, Map<Integer, List<Integer>>> byKey = new HashMap<>();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      for (HistogramKey key : slot.group().keys()) {
        byKey
            .computeIfAbsent(key, k -> new HashMap<>())
            .computeIfAbsent(slot.wanted().bin(), bin -> new ArrayList<>())
            .add(i);
      }
    }
    return SelectValues.of(values, byKey);
  }

  PickRanks pick() {
    return new PickRanks(slots.stream().map(s -> s.wanted().positions()).toArray(long[][]::new));
  }

  /**
   * The quantiles of each group.
   *
   * @param found rows of {@link #in}
   */
  Map<QuantileGroup, ExactQuantiles> quantiles(Collection<Row> found) {
    Map<QuantileGroup, Map<Long, Double>> ranks = new IdentityHashMap<>();
    groups.forEach(group -> ranks.put(group, new HashMap<>()));
    for (Row row : found) {
      Slot slot = slots.get(row.getInt(0));
      ranks.get(slot.group()).put(slot.wanted().before() + row.getLong(2), row.getDouble(1));
    }
    Map<QuantileGroup, ExactQuantiles> quantiles = new IdentityHashMap<>();
    ranks.forEach(
        (group, values) -> quantiles.put(group, new ExactQuantiles(group.counts(), values)));
    return quantiles;
  }
}
