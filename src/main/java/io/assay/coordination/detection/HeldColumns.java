package io.assay.coordination.detection;

import org.apache.spark.sql.Row;

/** The rows of one kind, see {@link HeldRow}, as columns. */
final class HeldColumns {
  private static final int FIRST_NUMBER = 3;

  /** Of a number that is not known. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private final LongList key = new LongList();
  private final LongList other = new LongList();
  private final LongList[] numbers;

  /**
   * @param numbers how many a row has
   */
  HeldColumns(int numbers) {
    this.numbers = new LongList[numbers];
    for (int i = 0; i < numbers; i++) {
      this.numbers[i] = new LongList();
    }
  }

  void add(Row row) {
    key.add(row.getLong(1));
    other.add(row.getLong(2));
    for (int i = 0; i < numbers.length; i++) {
      int at = FIRST_NUMBER + i;
      numbers[i].add(row.isNullAt(at) ? UNKNOWN : row.getLong(at));
    }
  }

  int size() {
    return key.size();
  }

  long key(int row) {
    return key.get(row);
  }

  long other(int row) {
    return other.get(row);
  }

  /** A number of a row: the first is 0. */
  long number(int which, int row) {
    return numbers[which].get(row);
  }

  long[] keys() {
    long[] keys = new long[size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key.get(i);
    }
    return keys;
  }

  /** Numbers of the things that keys name. */
  int[] of(KeyNumbers numbersOf) {
    int[] of = new int[size()];
    for (int i = 0; i < of.length; i++) {
      of[i] = numbersOf.of(key.get(i));
    }
    return of;
  }

  /** Numbers of the things that the other keys name. */
  int[] ofOther(KeyNumbers numbersOf) {
    int[] of = new int[size()];
    for (int i = 0; i < of.length; i++) {
      of[i] = numbersOf.of(other.get(i));
    }
    return of;
  }

  /** The other column where it holds small numbers. */
  int[] others() {
    int[] of = new int[size()];
    for (int i = 0; i < of.length; i++) {
      of[i] = (int) other.get(i);
    }
    return of;
  }

  /** A number of all rows. */
  int[] counts(int which) {
    int[] counts = new int[size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) number(which, i);
    }
    return counts;
  }
}
