package io.assay.statistics;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Of sorted rows one result a group, where the rows of a group follow each other. Rows are passed
 * on as they come: none is kept, however many a group has.
 *
 * @param <T> row
 * @param <R> result
 */
public final class SortedGroups<T, R> implements Iterator<R> {
  private final Iterator<T> rows;
  private final BiPredicate<T, T> sameGroup;
  private final Function<Iterator<T>, R> measure;
  private T ahead;

  /**
   * @param rows sorted so that the rows of a group follow each other
   * @param sameGroup whether a row belongs to the group of the one before
   * @param measure makes the result of a group's rows, at least one; need not take all of them
   */
  public SortedGroups(
      Iterator<T> rows, BiPredicate<T, T> sameGroup, Function<Iterator<T>, R> measure) {
    this.rows = rows;
    this.sameGroup = sameGroup;
    this.measure = measure;
    this.ahead = following();
  }

  private T following() {
    return rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public R next() {
    if (ahead == null) {
      throw new NoSuchElementException();
    }
    RowsOfGroup group = new RowsOfGroup();
    R result = measure.apply(group);
    while (group.hasNext()) {
      group.next();
    }
    return result;
  }

  private final class RowsOfGroup implements Iterator<T> {
    private boolean more = true;

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public T next() {
      if (!more) {
        throw new NoSuchElementException();
      }
      T row = ahead;
      ahead = following();
      more = ahead != null && sameGroup.test(row, ahead);
      return row;
    }
  }
}
