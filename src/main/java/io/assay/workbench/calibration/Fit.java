package io.assay.workbench.calibration;

import io.assay.contracts.GroupTie;
import io.assay.contracts.Kind;
import io.assay.settings.LikelihoodSettings;
import io.assay.statistics.LikelihoodModel;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fitted map from evidence to likelihood.
 *
 * @param kind what it is the likelihood of
 * @param model over the kind's {@link Features}, in their order, at the labelled accounts' share of
 *     positives
 * @param alone the same without ties, which then weigh nothing: fitted as if nobody knew of groups
 * @param positives labelled accounts of the kind
 * @param negatives genuine accounts
 */
public record Fit(
    Kind kind, LikelihoodModel model, LikelihoodModel alone, long positives, long negatives) {

  /** Smaller weights are none: of the strongest evidence they would add a twentieth at most. */
  private static final double LEAST = 0.01;

  /** Share of positives among the labelled accounts. */
  public double share() {
    return (double) positives / (positives + negatives);
  }

  /** The map under a name, where another share of accounts is of the kind. */
  public LikelihoodSettings at(double baseRate, String name) {
    LikelihoodSettings without = map(alone, baseRate, name);
    return GroupTie.of(kind).isEmpty() ? without : map(model, baseRate, name).with(without);
  }

  private LikelihoodSettings map(LikelihoodModel fitted, double baseRate, String name) {
    LikelihoodModel shifted = fitted.shifted(share(), baseRate);
    Features features = Features.of(kind);
    Map<String, Double> signals = new TreeMap<>();
    Map<GroupTie, Double> groups = new EnumMap<>(GroupTie.class);
    for (int i = 0; i < features.size(); i++) {
      double weight = shifted.weights().get(i);
      if (features.isTie(i)) {
        groups.put(GroupTie.of(features.names().get(i)), weight);
      } else if (weight >= LEAST) {
        signals.put(features.names().get(i), weight);
      }
    }
    return new LikelihoodSettings(name, baseRate, shifted.intercept(), signals, groups);
  }
}
