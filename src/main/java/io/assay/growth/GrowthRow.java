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
  void setMoves(String column, FollowerSeries series, List<FollowerChange> moves) {
    set(column, new GenericArrayData(moves.stream().map(move -> row(series, move)).toArray()));
  }

  private static Object row(FollowerSeries series, FollowerChange move) {
    return new GenericInternalRow(
        new Object[] {
          series.times()[move.from()],
          series.times()[move.to()],
          move.before(),
          move.after(),
          move.change(),
          move.share(),
          move.perDay(),
          move.score()
        });
  }

  InternalRow row() {
    return new GenericInternalRow(values);
  }
}
