package io.assay.evidence;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.settings.LikelihoodSettings;
import java.util.Map;

/** What the families say together of a kind. */
final class KindEvidence {
  /** Mean of -log10 of a uniform probability: what a family says of the average account. */
  static final double AVERAGE = 1 / Math.log(10);

  /** What a family counts as that does not speak. */
  private static final double MIDDLE = 0.5;

  private KindEvidence() {}

  /**
   * Harmonic mean of the families' joint probabilities, one half for those that do not speak
   * (Wilson, The harmonic mean p-value for combining dependent tests, PNAS 116, 2019). It holds for
   * families that depend on each other; and, unlike a product, to be like everybody in one family
   * does not acquit of another.
   *
   * @param families {@link FamilyScores#joint} of those that speak
   * @return null where no family of the kind speaks
   */
  static Double tail(Kind kind, Map<Family, Double> families) {
    if (!speaks(kind, families)) {
      return null;
    }
    double inverse = 0;
    for (Family family : kind.families()) {
      inverse += 1 / families.getOrDefault(family, MIDDLE);
    }
    return kind.families().size() / inverse;
  }

  private static boolean speaks(Kind kind, Map<Family, Double> families) {
    return kind.families().stream().anyMatch(families::containsKey);
  }

  /** Evidence of a family, -log10 of its probability; the average where it does not speak. */
  static double evidence(Double probability) {
    return probability == null ? AVERAGE : -Math.log10(probability);
  }

  /** The likelihood by a model; null where no family of the kind speaks. */
  static Double likelihood(Kind kind, Map<Family, Double> families, LikelihoodSettings model) {
    if (!speaks(kind, families)) {
      return null;
    }
    double logit = model.intercept();
    for (Family family : kind.families()) {
      logit += model.weights().get(family) * evidence(families.get(family));
    }
    return 1 / (1 + Math.exp(-logit));
  }
}
