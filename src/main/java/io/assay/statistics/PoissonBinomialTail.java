package io.assay.statistics;

/**
 * How unlikely it is that at least so many of some things happen, each independently with a
 * probability of its own (Poisson 1837). By adding one thing after the other (Gail, Lubin and
 * Rubinstein 1981): nothing is subtracted, so that small tails are as exact as large ones.
 */
public final class PoissonBinomialTail {

  private PoissonBinomialTail() {}

  /**
   * P(X &ge; count). Cost: things x count.
   *
   * @param count at least 0
   * @param chances probability of each thing
   */
  public static double of(int count, double[] chances) {
    if (count < 0) {
      throw new IllegalArgumentException("count " + count);
    }
    // The last state holds all from the count on.
    double[] states = new double[count + 1];
    states[0] = 1;
    for (double chance : chances) {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("probability " + chance);
      }
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
}
