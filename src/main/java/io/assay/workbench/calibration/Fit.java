package io.assay.workbench.calibration;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import java.util.Map;

/**
 * A fitted map from evidence to likelihood.
 *
 * @param kind what it is the likelihood of
 * @param intercept at the labelled accounts' share of positives
 * @param weights by family, not negative
 * @param positives labelled accounts of the kind
 * @param negatives genuine accounts
 */
public record Fit(
    Kind kind, double intercept, Map<Family, Double> weights, long positives, long negatives) {

  /** Share of positives among the labelled accounts. */
  public double share() {
    return (double) positives / (positives + negatives);
  }

  /**
   * The intercept where another share of accounts is of the kind: odds shift by the ratio of the
   * odds (King and Zeng, Logistic Regression in Rare Events Data, 2001).
   */
  public double interceptAt(double baseRate) {
    return intercept + logit(baseRate) - logit(share());
  }

  private static double logit(double share) {
    return Math.log(share) - Math.log1p(-share);
  }
}
