package io.assay.statistics;

import org.apache.commons.math3.special.Gamma;

/**
 * How unlikely it is that at least so many rare things happen when so many are expected (Poisson
 * 1837): what a count is tested with whose parts come about independently of each other.
 */
public final class PoissonTail {
  private static final double ENOUGH = 1e-17;

  private PoissonTail() {}

  /**
   * P(X &ge; count), with the accuracy of a double down to some 1e-300, below that 0; {@link #log}
   * goes on.
   *
   * @param count at least 0
   * @param expected at least 0
   */
  public static double of(long count, double expected) {
    require(count, expected);
    if (count == 0) {
      return 1;
    }
    return expected == 0 ? 0 : Gamma.regularizedGammaP(count, expected);
  }

  /**
   * ln P(X &ge; count), however unlikely it is; minus infinity where nothing is expected.
   *
   * @param count at least 0
   * @param expected at least 0
   */
  public static double log(long count, double expected) {
    double tail = of(count, expected);
    if (tail > Double.MIN_NORMAL || expected == 0) {
      return Math.log(tail);
    }
    // The first term, and what the others are beside it: a series that soon ends so far out.
    double term = 1;
    double sum = 1;
    for (long i = count + 1; term > ENOUGH * sum; i++) {
      term *= expected / i;
      sum += term;
    }
    return count * Math.log(expected) - expected - Gamma.logGamma(count + 1.0) + Math.log(sum);
  }

  private static void require(long count, double expected) {
    if (count < 0 || !(expected >= 0) || Double.isInfinite(expected)) {
      throw new IllegalArgumentException("count " + count + ", expected " + expected);
    }
  }
}
