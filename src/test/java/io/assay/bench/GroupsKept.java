package io.assay.bench;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * What became of groups when something else was added to a crawl.
 *
 * @param groups before
 * @param lost of these, those that no group after resembles
 * @param least of the others the smallest resemblance, Jaccard's index of members, 0-1
 * @param others groups after, beyond those before
 */
record GroupsKept(int groups, long lost, double least, int others) {
  private static final double ALIKE = 0.95;

  /** Both: members of each group by its name, which need not stay the same. */
  static GroupsKept of(Map<String, Set<String>> before, Map<String, Set<String>> after) {
    double[] alike =
        before.values().stream()
            .mapToDouble(
                group ->
                    after.values().stream()
                        .map(other -> jaccard(group, other))
                        .max(Comparator.naturalOrder())
                        .orElse(0.0))
            .toArray();
    return new GroupsKept(
        before.size(),
        DoubleStream.of(alike).filter(a -> a < ALIKE).count(),
        DoubleStream.of(alike).filter(a -> a >= ALIKE).min().orElse(Double.NaN),
        after.size() - before.size());
  }

  boolean acceptable() {
    return groups > 0 && lost == 0;
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "of %d accepted groups %d lost (members' Jaccard below %.2f), the others' Jaccard at least"
            + " %.3f, %+d groups%s",
        groups,
        lost,
        ALIKE,
        least,
        others,
        acceptable() ? "" : "  OVER THE BAR");
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    return (double) both.size() / (a.size() + b.size() - both.size());
  }
}
