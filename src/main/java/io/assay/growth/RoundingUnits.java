package io.assay.growth;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The unit to which each count of an account seems rounded: 996K to 1000, 1.0M and 1.1M to 100000.
 *
 * <p>Platforms show small counts in full and larger ones with at most three digits. A count that
 * ends in zeros may still be exact by chance, so its neighbours are asked: counts in a row of at
 * most three digits before zeros are taken as rounded, unless the large count before them or after
 * them is exact. Beside an exact count they are rounded only if all that differ end in so many
 * zeros together that chance does not make them (12000 and 15000 among exact counts are exact).
 * Small counts are exact anywhere, and tell nothing.
 *
 * <p>How many zeros are rounding is read from counts of equally many digits in the same row: the
 * largest power of ten that divides them all. Platforms show at least two digits (12K, 1.2M), and
 * three from 100000 to a million; so no unit is coarser.
 */
final class RoundingUnits {
  private static final long ABBREVIATED_TO = 1_000;

  /** Each zero is there by chance one time in ten. */
  private static final int ZEROS_BY_CHANCE = 8;

  private final long[] counts;
  private final long[] units;

  private RoundingUnits(long[] counts) {
    this.counts = counts;
    this.units = new long[counts.length];
  }

  /**
   * The unit of each count; 1 where it is exact.
   *
   * @param counts in the order of time
   * @param abbreviatedFrom least count that the platform may show rounded
   */
  static long[] of(long[] counts, long abbreviatedFrom) {
    RoundingUnits all = new RoundingUnits(counts);
    Arrays.fill(all.units, 1);
    int begin = 0;
    boolean exactBefore = false;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] >= abbreviatedFrom && counts[i] / powerIn(counts[i]) >= ABBREVIATED_TO) {
        all.setRow(begin, i, abbreviatedFrom, true);
        begin = i + 1;
        exactBefore = true;
      }
    }
    all.setRow(begin, counts.length, abbreviatedFrom, exactBefore);
    return all.units;
  }

  private void setRow(int begin, int end, long abbreviatedFrom, boolean besideExact) {
    Map<Long, Long> unitBySize = new TreeMap<>();
    Set<Long> different = new HashSet<>();
    int zeros = 0;
    for (int i = begin; i < end; i++) {
      if (counts[i] >= abbreviatedFrom && different.add(counts[i])) {
        long power = powerIn(counts[i]);
        zeros += Long.toString(power).length() - 1;
        unitBySize.merge(size(counts[i]), power, Math::min);
      }
    }
    if (besideExact && zeros <= ZEROS_BY_CHANCE) {
      return;
    }
    for (int i = begin; i < end; i++) {
      if (counts[i] >= abbreviatedFrom) {
        long size = size(counts[i]);
        units[i] = Math.min(unitBySize.get(size), coarsest(size));
      }
    }
  }

  private static long coarsest(long size) {
    return size == 100_000 ? 1_000 : size / 10;
  }

  /** The power of ten with as many digits as a count. */
  private static long size(long count) {
    long size = 1;
    while (count / size >= 10) {
      size *= 10;
    }
    return size;
  }

  /** The largest power of ten that divides a count. */
  private static long powerIn(long count) {
    long power = 1;
    while (count / power % 10 == 0) {
      power *= 10;
    }
    return power;
  }
}
