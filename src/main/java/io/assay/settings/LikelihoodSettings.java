package io.assay.settings;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * A logistic map from the evidence of a kind's families to its likelihood.
 *
 * @param model name under which the map stands in {@code ops.model}
 * @param baseRate share of accounts of the kind for which the likelihood is true
 * @param intercept of the map, at that base rate
 * @param weights by family, not negative: more evidence never lowers the likelihood
 */
public record LikelihoodSettings(
    String model, double baseRate, double intercept, Map<Family, Double> weights)
    implements Serializable {
  private static final double LARGEST = 1e6;

  static LikelihoodSettings read(Section s, Kind kind) {
    String model = s.text("model");
    double baseRate = s.decimal("base_rate", 1e-9, 1 - 1e-9);
    double intercept = s.decimal("intercept", -LARGEST, LARGEST);
    Section given = s.section("weights");
    Map<Family, Double> weights = new EnumMap<>(Family.class);
    for (Family family : kind.families()) {
      weights.put(family, given.decimal(family.title(), 0, LARGEST));
    }
    given.end();
    s.end();
    return new LikelihoodSettings(model, baseRate, intercept, Map.copyOf(weights));
  }
}
