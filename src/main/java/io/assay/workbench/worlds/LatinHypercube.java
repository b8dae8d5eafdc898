package io.assay.workbench.worlds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Spreads the groups of a kind evenly over the parameters' spans: of n groups one lies at each of
 * the quantiles ½/n, 1½/n … of every parameter, in an order of its own for each parameter (Latin
 * hypercube; McKay, Beckman, Conover, Technometrics 1979). A few groups so cover the whole span,
 * which independent draws would not.
 *
 * @param seed decides the orders
 * @param kind of group
 * @param groups how many
 */
record LatinHypercube(long seed, String kind, int groups) {

  double quantile(String parameter, int group) {
    long key = Rng.mix(seed + Rng.mix((kind + "." + parameter).hashCode()));
    return (new Permutation(groups, key).of(group) + 0.5) / groups;
  }

  double linear(Span span, String parameter, int group) {
    return span.linear(quantile(parameter, group));
  }

  double logarithmic(Span span, String parameter, int group) {
    return span.logarithmic(quantile(parameter, group));
  }

  int whole(Span span, String parameter, int group) {
    return (int) Math.round(linear(span, parameter, group));
  }

  /** Whole values of a parameter, by group. */
  int[] wholes(Span span, String parameter) {
    int[] values = new int[groups];
    Arrays.setAll(values, group -> whole(span, parameter, group));
    return values;
  }

  /**
   * Sizes of groups that together have {@code total} members, or as near to it as groups of these
   * sizes come; rising, logarithmically spread. Empty if the total is less than the least size.
   */
  static int[] sizes(int total, Span span) {
    int low = (int) Math.ceil(span.low());
    int high = Math.max(low, (int) span.high());
    if (total < low || total == 0) {
      return new int[0];
    }
    int groups = (int) Math.round(total / span.logarithmicMean());
    groups = Math.max(1, Math.min(groups, total / low));
    int[] sizes = new int[groups];
    for (int g = 0; g < groups; g++) {
      sizes[g] = (int) Math.round(span.logarithmic((g + 0.5) / groups));
    }
    long wanted = Math.max((long) groups * low, Math.min((long) groups * high, total));
    level(sizes, wanted, low, high);
    return sizes;
  }

  /** Adds or takes one at a time, by turns, until the sum is as wanted. */
  private static void level(int[] sizes, long wanted, int low, int high) {
    long missing = wanted - Arrays.stream(sizes).asLongStream().sum();
    for (int g = 0; missing != 0; g = (g + 1) % sizes.length) {
      int step = Long.signum(missing);
      if (sizes[g] + step >= low && sizes[g] + step <= high) {
        sizes[g] += step;
        missing -= step;
      }
    }
  }

  /** A number divided into nearly equal parts. */
  static int[] parts(int total, int parts) {
    List<Integer> sizes = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      sizes.add((int) ((p + 1L) * total / parts - (long) p * total / parts));
    }
    return sizes.stream().mapToInt(Integer::intValue).toArray();
  }
}
