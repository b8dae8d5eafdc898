package io.assay.engagement;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Small groups say how small they are, and nothing that could be traced to one account. */
final class Suppression {

  private Suppression() {}

  /**
   * In: group columns, n (long), results. Out: group columns, n, suppressed (boolean), results,
   * null where suppressed.
   *
   * @param keep group columns
   * @param below groups of fewer accounts are suppressed
   */
  static Dataset<Row> apply(Dataset<Row> groups, List<String> keep, int below) {
    Column suppressed = col("n").lt(below);
    return groups.select(
        Stream.of(
                keep.stream().map(c -> col(c)),
                Stream.of(col("n"), suppressed.as("suppressed")),
                Stream.of(groups.columns())
                    .filter(c -> !keep.contains(c) && !c.equals("n"))
                    .map(c -> when(suppressed, lit(null)).otherwise(col(c)).as(c)))
            .flatMap(s -> s)
            .toArray(Column[]::new));
  }
}
