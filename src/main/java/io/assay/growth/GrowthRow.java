package io.assay.growth;

import io.assay.contracts.GrowthTables;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One row of {@code gold.account_growth} while it is being filled in, column by column, in Spark's
 * own form, where a time is a number of microseconds.
 */
final class GrowthRow {
  /** The declared columns without those of the run. */
  static final StructType SCHEMA = GrowthTables.ACCOUNT_GROWTH.measuredSchema();

  private final Object[] values = new Object[SCHEMA.size()];

  /** Sets a text, a number or a time in microseconds; or null. */
  void set(String column, Object value) {
    values[SCHEMA.fieldIndex(column)] =
        value instanceof String text ? UTF8String.fromString(text) : value;
  }

  /** Sets jumps or drops. */
  void setChanges(String column, FollowerSeries series, List<FollowerChange> changes) {
    set(
        column,
        new GenericArrayData(changes.stream().map(change -> row(series, change)).toArray()));
  }

  private static Object row(FollowerSeries series, FollowerChange change) {
    return new GenericInternalRow(
        new Object[] {
          series.times()[change.from()],
          series.times()[change.to()],
          change.before(),
          change.after(),
          change.change(),
          change.share(),
          change.perDay(),
          change.score()
        });
  }

  /** Sets the sights that no other bears out. */
  void setSetAside(String column, List<FollowerSeries.SetAside> sights) {
    set(column, new GenericArrayData(sights.stream().map(GrowthRow::row).toArray()));
  }

  private static Object row(FollowerSeries.SetAside sight) {
    return new GenericInternalRow(
        new Object[] {sight.time(), sight.count(), UTF8String.fromString(sight.why().text())});
  }

  InternalRow row() {
    return new GenericInternalRow(values);
  }
}
