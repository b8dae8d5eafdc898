package io.assay.statistics;

import java.io.Serializable;
import java.util.List;

/**
 * The map from evidence to likelihood: the logistic function of an intercept and, for each of
 * several tails, a weight times what it says ({@link #evidence}). To fit one is to find its
 * numbers, to score is to apply it; both take evidence from here.
 *
 * @param intercept of an account of which nothing is known, at the share of accounts for which the
 *     likelihood is true
 * @param weights in the order of the tails, not negative: more evidence never lowers the likelihood
 */
public record LikelihoodModel(double intercept, List<Double> weights) implements Serializable {

  /** What a tail says on average: the mean of -log10 of a uniform probability. */
  public static final double AVERAGE = 1 / Math.log(10);

  /** Tails below one in a hundred thousand say no more: so far no reference reaches. */
  public static final double MOST = 5;

  public LikelihoodModel {
    weights = List.copyOf(weights);
  }

  /**
   * What a tail says beyond the average, {@code min(5, -log10 tail) - 0.434}; one that is not known
   * (null or NaN) says nothing, 0.
   */
  public static double evidence(Double tail) {
    return tail == null || tail.isNaN() ? 0 : Math.min(MOST, -Math.log10(tail)) - AVERAGE;
  }

  /**
   * The likelihood, 0-1, by evidence in the order of the weights.
   *
   * @throws IllegalArgumentException if there is more or less evidence than weights
   */
  public double of(double... evidence) {
    if (evidence.length != weights.size()) {
      throw new IllegalArgumentException(
          evidence.length + " pieces of evidence for " + weights.size() + " weights");
    }
    double logit = intercept;
    for (int i = 0; i < evidence.length; i++) {
      logit += weights.get(i) * evidence[i];
    }
    return probability(logit);
  }

  /**
   * The model where another share of accounts is of the kind: odds shift by the ratio of the odds
   * (King and Zeng, Logistic Regression in Rare Events Data, 2001).
   *
   * @param share for which this one is true, between 0 and 1
   * @param baseRate for which the other is to be
   */
  public LikelihoodModel shifted(double share, double baseRate) {
    return new LikelihoodModel(intercept + logit(baseRate) - logit(share), weights);
  }

  /** Logarithm of the odds of a probability between 0 and 1. */
  public static double logit(double probability) {
    return Math.log(probability) - Math.log1p(-probability);
  }

  /** The probability whose odds have this logarithm. */
  public static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
