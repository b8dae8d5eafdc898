package io.assay.peers;

import io.assay.statistics.Subtraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Collected counts of signals by group and bin, as {@link CountBins#SCHEMA}: what is left of them
 * without some accounts. Their number depends on groups and bins, not on accounts.
 */
public final class ReferenceCounts {

  private record SignalCell(String platform, String group, String signal)
      implements Comparable<SignalCell> {
    @Override
    public int compareTo(SignalCell other) {
      int byGroup = group.compareTo(other.group);
      return byGroup != 0 ? byGroup : signal.compareTo(other.signal);
    }
  }

  private ReferenceCounts() {}

  /**
   * Counts of everybody but some, in the order of groups, signals and bins.
   *
   * @param all counts of everybody, each group, signal and bin once
   * @param some of some of them
   * @throws IllegalArgumentException if these are no part of all
   */
  public static List<Row> without(List<Row> all, List<Row> some) {
    Map<SignalCell, Map<Integer, Long>> left = gathered(all);
    gathered(some)
        .forEach(
            (cell, counts) ->
                left.put(cell, Subtraction.of(left.getOrDefault(cell, Map.of()), counts)));
    List<Row> rows = new ArrayList<>();
    left.forEach(
        (cell, counts) ->
            counts.forEach(
                (bin, n) ->
                    rows.add(RowFactory.create(cell.platform, cell.group, cell.signal, bin, n))));
    return rows;
  }

  private static Map<SignalCell, Map<Integer, Long>> gathered(List<Row> counts) {
    Map<SignalCell, Map<Integer, Long>> cells = new TreeMap<>();
    for (Row row : counts) {
      cells
          .computeIfAbsent(
              new SignalCell(row.getString(0), row.getString(1), row.getString(2)),
              c -> new TreeMap<>())
          .merge(row.getInt(3), row.getLong(4), Long::sum);
    }
    return cells;
  }
}
