package io.assay.conform;

import io.assay.statistics.RowFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Of sorted rows the first of each key: it remembers the key of the row before. A key is told by
 * two hashes of 64 bits, as contents are.
 *
 * <p>In: two longs and a boolean, whether the row is only there to hide later ones. Out: {@link
 * #KEPT}.
 */
final class FirstOfEqual implements RowFunction {
  /** Whether the row is the first of its key and not there to hide others (boolean). */
  static final String KEPT = "kept";

  static final StructType SCHEMA = new StructType().add(KEPT, DataTypes.BooleanType);

  private static final long serialVersionUID = 1L;

  private final InternalRow yes = new GenericInternalRow(new Object[] {true});
  private final InternalRow no = new GenericInternalRow(new Object[] {false});
  private boolean hasLast;
  private long lastFirst;
  private long lastSecond;

  @Override
  public InternalRow call(Object delivered) {
    InternalRow row = (InternalRow) delivered;
    long first = row.getLong(0);
    long second = row.getLong(1);
    boolean isSame = hasLast && first == lastFirst && second == lastSecond;
    hasLast = true;
    lastFirst = first;
    lastSecond = second;
    return isSame || row.getBoolean(2) ? no : yes;
  }
}
