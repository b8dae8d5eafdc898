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
 * @param slots by histogram and bin
 */
record SelectValues(AccountValues values, HashMap<HistogramKey, HashMap<Integer, int[]>> slots)
    implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  static final StructType SCHEMA =
      new StructType()
          .add("slot", DataTypes.IntegerType, false)
          .add("value", DataTypes.DoubleType, false);

  static SelectValues of(
      AccountValues values, Map<HistogramKey, Map<Integer, List<Integer>>> slots) {
    HashMap<HistogramKey, HashMap<Integer, int[]>> copy = new HashMap<>();
    slots.forEach(
        (key, bins) -> {
          HashMap<Integer, int[]> ofKey = new HashMap<>();
          bins.forEach(
              (bin, some) -> ofKey.put(bin, some.stream().mapToInt(Integer::intValue).toArray()));
          copy.put(key, ofKey);
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
        (key, bin, value) -> {
          HashMap<Integer, int[]> bins = slots.get(key);
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
