package io.assay.statistics;

/**
 * The tail of a sum of surprises of independent signals (Fisher, Statistical Methods for Research
 * Workers, 1932): twice the sum of -ln of n uniform probabilities is chi-square with 2n degrees of
 * freedom, so the sum itself is Erlang, whose tail is a finite series.
 */
public final class FisherTail {

  private FisherTail() {}

  /**
   * Probability that the surprises (-ln of a tail) of independent signals add up to a sum or more.
   *
   * @param sum not negative
   * @param signals how many, at least one
   * @return in (0, 1], never 0 below a sum of 700
   */
  public static double of(double sum, int signals) {
    if (!(sum >= 0) || signals < 1) {
      throw new IllegalArgumentException("sum " + sum + " of " + signals + " signals");
    }
    double term = Math.exp(-sum);
    double tail = term;
    for (int i = 1; i < signals; i++) {
      term *= sum / i;
      tail += term;
    }
    return Math.min(1, tail);
  }
}
