package io.assay.coordination.distributed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.shiftright;

import io.assay.job.RunsSpark;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Order statistics of a column, exact, however many rows there are: two counts of halves of the
 * bits. Cost: two scans; at most 32,768 counts reach the driver, and 65,536 for each rank.
 */
@RunsSpark
final class RankedValues {
  private static final int HALF_BITS = 16;

  private final Dataset<Row> rows;
  private final Column value;
  private final TreeMap<Integer, Long> upper;

  private RankedValues(Dataset<Row> rows, Column value, TreeMap<Integer, Long> upper) {
    this.rows = rows;
    this.value = value;
    this.upper = upper;
  }

  /**
   * @param column int, at least 0, never null
   */
  static RankedValues of(Dataset<Row> rows, String column) {
    Column value = col(column);
    return new RankedValues(rows, value, counts(rows, shiftright(value, HALF_BITS)));
  }

  private static TreeMap<Integer, Long> counts(Dataset<Row> rows, Column by) {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    rows.groupBy(by.as("by"))
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getInt(0), row.getLong(1)));
    return counts;
  }

  /** How many rows there are. */
  long total() {
    return upper.values().stream().mapToLong(n -> n).sum();
  }

  /**
   * The values of some ranks.
   *
   * @param ranks from 0, below the number of rows
   */
  int[] at(long... ranks) {
    Object[] halves = Arrays.stream(ranks).mapToObj(r -> find(upper, r).value()).toArray();
    TreeMap<Integer, Long> all =
        counts(rows.where(shiftright(value, HALF_BITS).isin(halves)), value);
    return Arrays.stream(ranks)
        .mapToInt(
            rank -> {
              RankPlace half = find(upper, rank);
              int from = half.value() << HALF_BITS;
              return find(all.subMap(from, true, from | 0xFFFF, true), half.left()).value();
            })
        .toArray();
  }

  /** Where a rank lies, and how far into it. */
  private record RankPlace(int value, long left) {}

  private static RankPlace find(Map<Integer, Long> counts, long rank) {
    long left = rank;
    for (Map.Entry<Integer, Long> count : counts.entrySet()) {
      if (left < count.getValue()) {
        return new RankPlace(count.getKey(), left);
      }
      left -= count.getValue();
    }
    throw new IllegalArgumentException("rank " + rank + " of fewer rows");
  }
}
