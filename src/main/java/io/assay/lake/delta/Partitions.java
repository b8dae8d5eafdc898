package io.assay.lake.delta;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;

/**
 * Some of a table's partitions, as a test of a file and as a condition on Delta's own list of
 * files: a long list is narrowed where it lies, a short one in memory.
 *
 * @param condition on Delta's column {@code partitionValues}
 */
public record Partitions(Predicate<StateFile> test, Column condition) {

  /** All of them. */
  public static Partitions all() {
    return new Partitions(file -> true, lit(true));
  }

  /** The partition of these columns and values, as texts. */
  public static Partitions of(Map<String, String> values) {
    Column condition = lit(true);
    for (Map.Entry<String, String> value : values.entrySet()) {
      condition = condition.and(value(value.getKey()).equalTo(value.getValue()));
    }
    return new Partitions(
        file -> file.partition().entrySet().containsAll(values.entrySet()), condition);
  }

  /**
   * Those of a span of days.
   *
   * @param first null for all up to the last
   * @param last null for all from the first
   */
  public static Partitions ofDays(String column, LocalDate first, LocalDate last) {
    // Days as texts are ordered as the days are.
    Column condition = value(column).isNotNull();
    if (first != null) {
      condition = condition.and(value(column).geq(first.toString()));
    }
    if (last != null) {
      condition = condition.and(value(column).leq(last.toString()));
    }
    Predicate<StateFile> test =
        file -> {
          LocalDate day = LocalDate.parse(file.partition().get(column));
          return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
        };
    return new Partitions(test, condition);
  }

  private static Column value(String column) {
    return col("partitionValues").getItem(column);
  }
}
