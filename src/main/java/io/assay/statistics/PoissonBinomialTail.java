package io.assay.statistics;

import java.util.Arrays;

/**
 * How unlikely it is that at least so many of some things happen, each independently with a
 * probability of its own (Poisson 1837). By adding one thing after the other (Gail, Lubin and
 * Rubinstein 1981): nothing is subtracted, so that small tails are as exact as large ones.
 */
public final class PoissonBinomialTail {

  private PoissonBinomialTail() {}

  /**
   * P(X &ge; count). Cost: things x the smaller of count and of things that need not happen.
   *
   * @param count at least 0
   * @param chances probability of each thing
   */
  public static double of(int count, double[] chances) {
    if (count < 0) {
      throw new IllegalArgumentException("count " + count);
    }
    for (double chance : chances) {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("probability " + chance);
      }
    }
    int missed = chances.length - count;
    return missed < 0 ? 0 : missed < count ? atMost(missed, chances) : atLeast(count, chances);
  }

  private static double atLeast(int count, double[] chances) {
    // The last state holds all from the count on.
    double[] states = new double[count + 1];
    states[0] = 1;
    for (double chance : chances) {
      if (count > 0) {
        states[count] += states[count - 1] * chance;
      }
      for (int k = count - 1; k > 0; k--) {
        states[k] = states[k] * (1 - chance) + states[k - 1] * chance;
      }
      if (count > 0) {
        states[0] *= 1 - chance;
      }
    }
    return Math.min(1, states[count]);
  }

  /** Probability that at most so many of the things do not happen. */
  private static double atMost(int missed, double[] chances) {
    double[] states = new double[missed + 1];
    states[0] = 1;
    for (double chance : chances) {
      for (int k = missed; k > 0; k--) {
        states[k] = states[k] * chance + states[k - 1] * (1 - chance);
      }
      states[0] *= chance;
    }
    return Math.min(1, Arrays.stream(states).sum());
  }
}
