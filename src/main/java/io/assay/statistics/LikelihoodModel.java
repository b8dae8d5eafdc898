package io.assay.statistics;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * The map from evidence to likelihood: the logistic function of an intercept and, for each of
 * several probabilities, a weight times its evidence, -log10 of it. To fit one is to find its
 * numbers, to score is to apply it; both take evidence from here.
 *
 * @param intercept at the share of accounts for which the likelihood is true
 * @param weights in the order of the probabilities, not negative: more evidence never lowers the
 *     likelihood
 */
public record LikelihoodModel(double intercept, List<Double> weights) implements Serializable {

  /** What a probability says that is not known: the mean of -log10 of a uniform probability. */
  public static final double AVERAGE = 1 / Math.log(10);

  public LikelihoodModel {
    weights = List.copyOf(weights);
  }

  /** What a probability says, -log10 of it; null says what the average does. */
  public static double evidence(Double probability) {
    return probability == null ? AVERAGE : -Math.log10(probability);
  }

  /** What each of several probabilities says. */
  public static double[] evidence(List<Double> probabilities) {
    return probabilities.stream().mapToDouble(LikelihoodModel::evidence).toArray();
  }

  /** The likelihood, 0-1; null where none of the probabilities is known. */
  public Double of(List<Double> probabilities) {
    return probabilities.stream().allMatch(Objects::isNull)
        ? null
        : Double.valueOf(of(evidence(probabilities)));
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
    return 1 / (1 + Math.exp(-logit));
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

  private static double logit(double share) {
    return Math.log(share) - Math.log1p(-share);
  }
}
