package io.assay.engagement;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Picks the values at wanted positions of each slot.
 *
 * <p>In: {@link SelectValues#SCHEMA}, sorted by slot and value, a slot's rows all in one partition.
 * Out: {@link #SCHEMA}.
 *
 * @param positions wanted positions of each slot, from 1, ascending
 */
record PickRanks(long[][] positions) implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  static final StructType SCHEMA = SelectValues.SCHEMA.add("position", DataTypes.LongType, false);

  @Override
  public Iterator<Row> call(Iterator<Row> values) {
    return new Iterator<>() {
      private int slot = -1;
      private long position;
      private Row ahead = find();

      @Override
      public boolean hasNext() {
        return ahead != null;
      }

      @Override
      public Row next() {
        if (ahead == null) {
          throw new NoSuchElementException();
        }
        Row found = ahead;
        ahead = find();
        return found;
      }

      private Row find() {
        while (values.hasNext()) {
          Row row = values.next();
          position = row.getInt(0) == slot ? position + 1 : 1;
          slot = row.getInt(0);
          if (Arrays.binarySearch(positions[slot], position) >= 0) {
            return RowFactory.create(slot, row.getDouble(1), position);
          }
        }
        return null;
      }
    };
  }
}
