package io.assay.conform;

import io.assay.statistics.RowFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Of sights that are sorted by key, the newest first, one row a key: it remembers what the sights
 * of the key before this one show.
 *
 * <p>In: a struct of {@link StateColumns}; whether it is a row of an earlier state; whether no
 * older one of the key follows. Out: a row of these columns with the last, null with the others.
 *
 * <p>Cost: where a key has one sight, nothing is copied.
 */
final class MergeSights implements RowFunction {
  private static final long serialVersionUID = 1L;

  private final StateColumns columns;
  private final long keptFrom;
  private transient KnownValues known;

  /**
   * @param keptFrom microseconds since 1970 from which a value is kept that is not shown any more
   */
  MergeSights(StateColumns columns, long keptFrom) {
    this.columns = columns;
    this.keptFrom = keptFrom;
  }

  @Override
  public InternalRow call(Object delivered) {
    InternalRow row = (InternalRow) delivered;
    InternalRow sight = row.getStruct(0, columns.size());
    boolean isLast = row.getBoolean(2);
    if (known == null) {
      known = new KnownValues(columns, keptFrom);
    }
    if (isLast && known.isEmpty() && columns.isPlain(sight)) {
      return sight;
    }
    known.add(sight, row.getBoolean(1));
    return isLast ? known.take() : null;
  }
}
