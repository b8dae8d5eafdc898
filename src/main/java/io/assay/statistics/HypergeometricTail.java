package io.assay.statistics;

import org.apache.commons.math3.distribution.HypergeometricDistribution;

/**
 * How unlikely it is that two sets, drawn without regard to each other, share at least so many
 * things (Fisher's exact test, one-sided).
 */
public final class HypergeometricTail {

  private HypergeometricTail() {}

  /**
   * P(shared or more). Cost: a step for each number of shared things from here to the smaller set.
   *
   * @param population things there are
   * @param first things in the one set
   * @param second things in the other
   * @param shared things in both
   */
  public static double of(int population, int first, int second, int shared) {
    if (shared < 0 || shared > Math.min(first, second) || Math.max(first, second) > population) {
      throw new IllegalArgumentException(
          shared + " of " + first + " and " + second + " things of " + population);
    }
    if (shared == 0) {
      return 1;
    }
    // Without a source of random numbers, of which none are drawn.
    return Math.min(
        1,
        new HypergeometricDistribution(null, population, first, second)
            .upperCumulativeProbability(shared));
  }
}
