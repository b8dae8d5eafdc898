package io.assay.conform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What the sights of one key come to, column by column: the value of the newest sight that shows
 * one, if it is the newest sight of all or not too old.
 *
 * <p>A value that can be computed from others counts as delivered until a newer sight shows one of
 * these; then it is left null, to be computed. Likes that are older than a sight which says that
 * they are hidden are not shown. A post's author is its owner, see {@link AuthorSights}.
 *
 * <p>A row of an earlier state stands for the sights of which it kept something, each at its time;
 * so the result is the same whether sights come as they were delivered or in such a row. Of sights
 * at one time those of the row come first, since all others were delivered later.
 */
final class KnownValues {
  private static final int BEFORE_ALL_DELIVERED = Integer.MIN_VALUE;

  /** Null where there are none. */
  private final AuthorSights authors;

  private final StateColumns columns;
  private final long keptFrom;
  private final Object[] values;
  private final long[] times;

  /** Which of the sights at one time showed the value: the higher, the later delivered. */
  private final int[] places;

  private final long[] shownAt;
  private int sights;

  /**
   * @param keptFrom time from which a value is kept that the newest sight does not show
   */
  KnownValues(StateColumns columns, long keptFrom) {
    this.columns = columns;
    this.keptFrom = keptFrom;
    this.values = new Object[columns.size() + 1];
    this.times = new long[values.length];
    this.places = new int[values.length];
    this.shownAt = new long[values.length];
    this.authors = columns.authors() < 0 ? null : new AuthorSights(columns);
  }

  boolean isEmpty() {
    return sights == 0;
  }

  /**
   * Adds a sight of the key, or a row of an earlier state.
   *
   * @param sight the one seen last first; of those at one time the one delivered last first
   */
  void add(InternalRow sight, boolean isState) {
    int place = isState ? BEFORE_ALL_DELIVERED : -sights;
    columns.timesIn(sight, shownAt);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.isKept(i) ? !sight.isNullAt(i) && isNewer(i, place) : sights == 0) {
        note(i, columns.copy(sight, i), place);
      }
    }
    if (authors != null) {
      authors.add(sight, shownAt[columns.coAuthors()], place);
    }
    int hiding = columns.hiding();
    if (shownAt[hiding] != StateColumns.NEVER && isNewer(hiding, place)) {
      note(hiding, true, place);
    }
    sights++;
  }

  private boolean isNewer(int column, int place) {
    return values[column] == null
        || shownAt[column] > times[column]
        || (shownAt[column] == times[column] && place > places[column]);
  }

  private void note(int column, Object value, int place) {
    values[column] = value;
    times[column] = shownAt[column];
    places[column] = place;
  }

  /** The state's row of the key, of which nothing is known any more afterwards. */
  InternalRow take() {
    Object[] row = new Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = !columns.isKept(i) || (stands(i) && !isToBeComputed(i)) ? values[i] : null;
    }
    boolean isHidden = isKnownLater(columns.hiding(), columns.likes());
    if (isHidden) {
      row[columns.likes()] = null;
    }
    if (authors != null) {
      int co = columns.coAuthors();
      authors.expire(keptFrom, newest());
      row[columns.authors()] = authors.listed(row[co], times[co]);
      row[columns.author()] = authors.owner();
      times[columns.author()] = authors.ownerSeenAt();
      authors.clear();
    }
    row[columns.knownAt()] = older(row, isHidden && stands(columns.hiding()));
    Arrays.fill(values, null);
    sights = 0;
    return new GenericInternalRow(row);
  }

  private boolean stands(int column) {
    return times[column] >= keptFrom || times[column] == newest();
  }

  private long newest() {
    return (Long) values[columns.seenAt()];
  }

  private boolean isToBeComputed(int column) {
    for (int source : columns.madeOf(column)) {
      if (isKnownLater(source, column)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one is known, and the other is not or by an earlier sight. */
  private boolean isKnownLater(int column, int than) {
    return values[column] != null
        && (values[than] == null
            || times[column] > times[than]
            || (times[column] == times[than] && places[column] > places[than]));
  }

  /** Names and times of what the newest sight does not show; null where it shows all. */
  private Object older(Object[] row, boolean hidesLikes) {
    List<UTF8String> names = new ArrayList<>();
    List<Long> seen = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      if (columns.isKept(i)
          && row[i] != null
          && times[i] != columns.usualTime(i, times, newest(), s -> row[s] != null)) {
        names.add(columns.name(i));
        seen.add(times[i]);
      }
    }
    if (authors != null && times[columns.author()] != newest()) {
      names.add(columns.name(columns.author()));
      seen.add(times[columns.author()]);
    }
    // Where the flag says so itself, its time is that of the likes.
    if (hidesLikes && !Boolean.TRUE.equals(row[columns.likesHidden()])) {
      names.add(columns.name(columns.likes()));
      seen.add(times[columns.hiding()]);
    }
    return names.isEmpty()
        ? null
        : new ArrayBasedMapData(
            new GenericArrayData(names.toArray()), new GenericArrayData(seen.toArray()));
  }
}
