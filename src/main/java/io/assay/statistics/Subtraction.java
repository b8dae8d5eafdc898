package io.assay.statistics;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is left of a histogram without a group: bins do not depend on the data, so the counts of
 * everybody outside are those of all minus those of the group. A group is measured against the
 * others without counting these again.
 */
public final class Subtraction {
  private Subtraction() {}

  /**
   * @param all counts by bin
   * @param group counts by bin of some of them
   * @return counts by bin of the others, lowest bin first; bins that nobody is left in are left out
   * @throws IllegalArgumentException if the group holds more of a bin than all do, or a count is
   *     below zero: it is then no part of them
   */
  public static NavigableMap<Integer, Long> of(Map<Integer, Long> all, Map<Integer, Long> group) {
    NavigableMap<Integer, Long> others = new TreeMap<>(all);
    group.forEach((bin, n) -> others.merge(bin, -n, Long::sum));
    others.forEach(
        (bin, left) -> {
          long of = all.getOrDefault(bin, 0L);
          if (left < 0 || left > of) {
            throw new IllegalArgumentException(
                "bin " + bin + " holds " + of + " of all, and " + (of - left) + " of the group");
          }
        });
    others.values().removeIf(left -> left == 0);
    return others;
  }
}
