package io.assay.coordination.detection;

import java.util.Arrays;

/**
 * Step 2: creators who engage each other more than chance explains. With p of either direction and
 * x their product, the chance of a product as small is x (1 - ln x).
 *
 * @param edges first and second of each pair, the first the smaller
 * @param given distinct posts of the second that the first engaged
 * @param taken the same the other way
 * @param chance of both together
 * @param byChance what any creator does for any other by chance, which they were tested against
 */
record MutualPairs(Edges edges, int[] given, int[] taken, double[] chance, MutualNull byChance) {
  private static final double SMALLEST = 1e-300;

  /** Pairs up to the largest chance, by first and second. */
  static MutualPairs of(CreatorPairs pairs, Margins margins, MutualRules rules) {
    return of(improbable(pairs, margins, rules), margins, rules);
  }

  /**
   * The same from those that are improbable at first sight.
   *
   * @param improbable as {@link #improbable}
   */
  static MutualPairs of(Reciprocated improbable, Margins margins, MutualRules rules) {
    MutualNull byChance = new MutualNull(margins, improbable);
    double[] chances = both(improbable, byChance);
    EdgeList edges = new EdgeList();
    IntList given = new IntList();
    IntList taken = new IntList();
    double[] found = new double[chances.length / 2];
    for (int u = 0; u < improbable.creators(); u++) {
      for (int k = improbable.first(u); k < improbable.end(u); k++) {
        int v = improbable.to(k);
        if (v > u && chances[k] <= rules.chance()) {
          found[given.size()] = chances[k];
          edges.add(u, v);
          given.add(improbable.given(k));
          taken.add(improbable.given(improbable.place(v, u)));
        }
      }
    }
    return new MutualPairs(
        edges.toEdges(),
        given.toArray(),
        taken.toArray(),
        Arrays.copyOf(found, given.size()),
        byChance);
  }

  /**
   * Pairs that are improbable where nothing counts as chance that is returned. The null of the
   * final test leaves out these alone: where people are few and busy, many return by chance what
   * others give.
   */
  static Reciprocated improbable(CreatorPairs pairs, Margins margins, MutualRules rules) {
    Reciprocated all = Reciprocated.of(pairs);
    double[] chances = both(all, new MutualNull(margins, all));
    return all.where(place -> chances[place] <= rules.chance());
  }

  /** Chance of both directions together, at the place of each. */
  private static double[] both(Reciprocated pairs, MutualNull chance) {
    double[] there = new double[pairs.size()];
    for (int u = 0; u < pairs.creators(); u++) {
      for (int k = pairs.first(u); k < pairs.end(u); k++) {
        there[k] = chance.chance(u, pairs.to(k), pairs.given(k));
      }
    }
    double[] both = new double[there.length];
    for (int u = 0; u < pairs.creators(); u++) {
      for (int k = pairs.first(u); k < pairs.end(u); k++) {
        both[k] = both(there[k], there[pairs.place(pairs.to(k), u)]);
      }
    }
    return both;
  }

  /** The chance that the product of two uniform numbers is as small (Fisher 1925). */
  static double both(double p, double q) {
    double product = Math.max(SMALLEST, p * q);
    return product * (1 - Math.log(product));
  }
}
