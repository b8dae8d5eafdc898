package io.assay.conform;

import io.assay.contracts.Field;
import io.assay.contracts.SilverTables;
import io.assay.contracts.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The columns of a state that are put together from the sights of a key, by position: all but the
 * histories, which hold every sight. What is required is that of the newest sight; what is not is
 * kept from sight to sight.
 */
final class StateColumns implements Serializable {
  /** A time at which nothing was seen. */
  static final long NEVER = Long.MIN_VALUE;

  private static final long serialVersionUID = 1L;
  private static final Set<String> OF_ALL_SIGHTS =
      Stream.concat(
              Stream.of("observations", ObservedRows.SEEN),
              ObservedRows.HISTORIES.keySet().stream())
          .collect(Collectors.toUnmodifiableSet());

  /** Put together by rules of their own. */
  private static final Set<String> OF_ITS_OWN = Set.of(SilverTables.KNOWN_AT, SilverTables.AUTHORS);

  private final StructType schema;
  private final DataType[] types;
  private final HashMap<UTF8String, Integer> positions = new HashMap<>();
  private final boolean[] kept;
  private final int[][] madeOf;
  private final int seenAt;
  private final int knownAt;
  private final int likes;
  private final int likesHidden;
  private final int author;
  private final int coAuthors;
  private final int authors;

  private StateColumns(Table state) {
    List<String> names =
        state.measured().stream().map(Field::name).filter(n -> !OF_ALL_SIGHTS.contains(n)).toList();
    schema = state.schemaOf(names);
    types = Arrays.stream(schema.fields()).map(StructField::dataType).toArray(DataType[]::new);
    kept = new boolean[names.size()];
    madeOf = new int[names.size()][];
    for (int i = 0; i < kept.length; i++) {
      positions.put(UTF8String.fromString(names.get(i)), i);
      kept[i] = !state.field(names.get(i)).required() && !OF_ITS_OWN.contains(names.get(i));
      madeOf[i] =
          TextMeasures.MADE_OF.getOrDefault(names.get(i), List.of()).stream()
              .mapToInt(names::indexOf)
              .toArray();
    }
    seenAt = names.indexOf("crawled_at");
    knownAt = names.indexOf(SilverTables.KNOWN_AT);
    likes = names.indexOf("likes");
    likesHidden = names.indexOf("likes_hidden");
    author = names.indexOf("account_id");
    coAuthors = names.indexOf("co_authors");
    authors = names.indexOf(SilverTables.AUTHORS);
  }

  static StateColumns of(Table state) {
    return new StateColumns(state);
  }

  StructType schema() {
    return schema;
  }

  Column[] columns() {
    return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
  }

  int size() {
    return kept.length;
  }

  /** The value of a column, to be kept. */
  Object copy(InternalRow row, int column) {
    return InternalRow.copyValue(row.get(column, types[column]));
  }

  boolean isKept(int column) {
    return kept[column];
  }

  /** What a column is computed from where it is not delivered; empty for most. */
  int[] madeOf(int column) {
    return madeOf[column];
  }

  UTF8String name(int column) {
    return UTF8String.fromString(schema.fieldNames()[column]);
  }

  int seenAt() {
    return seenAt;
  }

  int knownAt() {
    return knownAt;
  }

  /** Negative where there are none. */
  int likes() {
    return likes;
  }

  int likesHidden() {
    return likesHidden;
  }

  /** Whether a row shows all that is known by itself, so that it can stand as it is. */
  boolean isPlain(InternalRow row) {
    return row.isNullAt(knownAt) && (authors < 0 || row.isNullAt(authors));
  }

  /** The author of a post. */
  int author() {
    return author;
  }

  int coAuthors() {
    return coAuthors;
  }

  /** {@link SilverTables#AUTHORS}; negative where there are none. */
  int authors() {
    return authors;
  }

  /** The place after the columns' own, where it is noted that likes are hidden. */
  int hiding() {
    return size();
  }

  /**
   * When what a row shows was seen: where {@code known_at} does not list a column, at the row's
   * time; if it is computed from others, at the oldest time of these.
   *
   * @param row of a delivery or of an earlier state
   * @param times is filled with the time of each column, and of {@link #hiding}
   */
  void timesIn(InternalRow row, long[] times) {
    Arrays.fill(times, row.getLong(seenAt));
    boolean hides = likes >= 0 && !row.isNullAt(likesHidden) && row.getBoolean(likesHidden);
    if (row.isNullAt(knownAt)) {
      times[hiding()] = hides ? row.getLong(seenAt) : NEVER;
      return;
    }
    boolean[] listed = new boolean[size()];
    MapData known = row.getMap(knownAt);
    for (int i = 0; i < known.numElements(); i++) {
      int column = positions.get(known.keyArray().getUTF8String(i));
      listed[column] = true;
      times[column] = known.valueArray().getLong(i);
    }
    for (int i = 0; i < size(); i++) {
      if (!listed[i]) {
        times[i] = usualTime(i, times, row.getLong(seenAt), s -> !row.isNullAt(s));
      }
    }
    boolean wasHidden = likes >= 0 && row.isNullAt(likes) && listed[likes];
    times[hiding()] = hides ? times[likesHidden] : wasHidden ? times[likes] : NEVER;
  }

  /**
   * The time of a column that {@code known_at} need not list.
   *
   * @param times of the other columns
   * @param seen of the row
   * @param isKnown whether a column has a value
   */
  long usualTime(int column, long[] times, long seen, IntPredicate isKnown) {
    long oldest = Long.MAX_VALUE;
    for (int source : madeOf(column)) {
      if (!isKnown.test(source)) {
        return seen;
      }
      oldest = Math.min(oldest, times[source]);
    }
    return madeOf(column).length == 0 ? seen : oldest;
  }
}
