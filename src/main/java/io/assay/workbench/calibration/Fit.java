package io.assay.workbench.calibration;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.settings.LikelihoodSettings;
import io.assay.statistics.LikelihoodModel;
import java.util.HashMap;
import java.util.Map;

/**
 * A fitted map from evidence to likelihood.
 *
 * @param kind what it is the likelihood of
 * @param model over the kind's families in their order, at the labelled accounts' share of
 *     positives
 * @param positives labelled accounts of the kind
 * @param negatives genuine accounts
 */
public record Fit(Kind kind, LikelihoodModel model, long positives, long negatives) {

  /** Share of positives among the labelled accounts. */
  public double share() {
    return (double) positives / (positives + negatives);
  }

  /** The map under a name, where another share of accounts is of the kind. */
  public LikelihoodSettings at(double baseRate, String name) {
    LikelihoodModel shifted = model.shifted(share(), baseRate);
    Map<Family, Double> weights = new HashMap<>();
    for (int i = 0; i < kind.families().size(); i++) {
      weights.put(kind.families().get(i), shifted.weights().get(i));
    }
    return new LikelihoodSettings(name, baseRate, shifted.intercept(), weights);
  }
}
