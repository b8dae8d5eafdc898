package io.assay.engagement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The values of accounts that lie in slots, see {@link RankSearch}.
 *
 * <p>In: {@link AccountValues#COLUMNS}. Out: {@link #SCHEMA}, one row for each slot of a value.
 *
 * @param values what an account's values are
 * @param slots by place and bin
 */
record SelectValues(AccountValues values, HashMap<Place, HashMap<Integer, int[]>> slots)
    implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  static final StructType SCHEMA =
      new StructType()
          .add("slot", DataTypes.IntegerType, false)
          .add("value", DataTypes.DoubleType, false);

  static SelectValues of(AccountValues values, Map<Place, Map<Integer, List<Integer>>> slots) {
    HashMap<Place, HashMap<Integer, int[]>> copy = new HashMap<>();
    slots.forEach(
        (place, bins) -> {
          HashMap<Integer, int[]> ofPlace = new HashMap<>();
          bins.forEach(
              (bin, some) -> ofPlace.put(bin, some.stream().mapToInt(Integer::intValue).toArray()));
          copy.put(place, ofPlace);
        });
    return new SelectValues(values, copy);
  }

  @Override
  public Iterator<Row> call(Iterator<Row> accounts) {
    return new Iterator<>() {
      private Iterator<Row> selected = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!selected.hasNext() && accounts.hasNext()) {
          selected = of(accounts.next()).iterator();
        }
        return selected.hasNext();
      }

      @Override
      public Row next() {
        hasNext();
        return selected.next();
      }
    };
  }

  private List<Row> of(Row account) {
    List<Row> selected = new ArrayList<>();
    values.of(
        account,
        (place, bin, value) -> {
          HashMap<Integer, int[]> bins = slots.get(place);
          int[] some = bins == null ? null : bins.get(bin);
          if (some != null) {
            for (int slot : some) {
              selected.add(RowFactory.create(slot, value));
            }
          }
        });
    return selected;
  }
}
