package io.assay.statistics;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Values that are counted once, in atoms, and belong to several overlapping groups: the follower
 * bands of every scheme are unions of the same atoms.
 *
 * @param values columns of the atom, {@code bin} (int, see {@link LogBins}) and {@code value}
 *     (double, not negative), one row a value; no nulls
 * @param cells {@link #cells} of the values, perhaps stored
 * @param members which atom belongs to which group: {@code link} columns and group columns, small
 *     enough to be broadcast
 * @param link columns of the atom that decide its groups
 * @param groups columns that identify a group: of the atom, of the members, or both; no nulls.
 *     Numbers serve better than names: values are joined by them
 */
public record BinnedGroups(
    Dataset<Row> values,
    Dataset<Row> cells,
    Dataset<Row> members,
    List<String> link,
    List<String> groups) {

  /** Digits after the point that sums keep. */
  private static final double FRACTION = 1e11;

  public BinnedGroups {
    link = List.copyOf(link);
    groups = List.copyOf(groups);
  }

  /**
   * Exact counts by atom and bin: columns of the atom, {@code bin}, {@code n}, {@code whole} and
   * {@code fraction} (long, the sums of the values' whole parts and of their 10^-11ths: sums of
   * doubles would depend on their order). Cost: one partial aggregation of the values; what is
   * exchanged are cells.
   */
  public static Dataset<Row> cells(Dataset<Row> values) {
    Column whole = floor(col("value"));
    Column fraction = floor(col("value").minus(whole).multiply(FRACTION).plus(0.5));
    return values
        .groupBy(
            Stream.of(values.columns())
                .filter(c -> !c.equals("value"))
                .map(c -> col(c))
                .toArray(Column[]::new))
        .agg(count(lit(1)).as("n"), sum(whole).as("whole"), sum(fraction).as("fraction"));
  }

  /** Exact counts by group: group columns, {@code bin}, {@code n}, {@code whole}, fraction. */
  public Dataset<Row> histogram() {
    return cells
        .join(broadcast(members), array(link))
        .groupBy(groupColumns("bin"))
        .agg(sum("n").as("n"), sum("whole").as("whole"), sum("fraction").as("fraction"));
  }

  /** The mean (double), given {@code n}, {@code whole} and {@code fraction}. */
  static Column mean() {
    return col("whole").plus(col("fraction").divide(FRACTION)).divide(col("n"));
  }

  /**
   * Values that lie in certain bins of certain groups.
   *
   * @param wanted group columns, {@code bin} and more; small enough to be broadcast
   * @return what {@code wanted} has more, and {@code value}
   */
  Dataset<Row> valuesIn(Dataset<Row> wanted) {
    List<String> shared = Stream.of(members.columns()).filter(groups::contains).toList();
    List<String> ofAtoms =
        Stream.of(values.columns())
            .filter(c -> groups.contains(c) || link.contains(c) || c.equals("bin"))
            .toList();
    Dataset<Row> wantedAtoms = wanted.join(broadcast(members), array(shared));
    return values
        .join(broadcast(wantedAtoms), array(ofAtoms))
        .select(
            Stream.concat(Stream.of(wanted.columns()), Stream.of("value"))
                .filter(c -> !groups.contains(c) && !c.equals("bin"))
                .map(c -> col(c))
                .toArray(Column[]::new));
  }

  Column[] groupColumns(String... more) {
    return Stream.concat(groups.stream(), Stream.of(more)).map(c -> col(c)).toArray(Column[]::new);
  }

  private static String[] array(List<String> names) {
    return names.toArray(String[]::new);
  }
}
