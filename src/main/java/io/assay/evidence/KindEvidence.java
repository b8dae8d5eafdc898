package io.assay.evidence;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.settings.LikelihoodSettings;
import java.util.Map;

/** What the families say together of a kind. */
final class KindEvidence {
  /** Mean of -log10 of a uniform probability: what a family says of the average account. */
  static final double AVERAGE = 1 / Math.log(10);

  private KindEvidence() {}

  /**
   * Harmonic mean of the tails of the families that speak (Wilson, The harmonic mean p-value for
   * combining dependent tests, PNAS 116, 2019). It holds for families that depend on each other;
   * and, unlike a product, to be like everybody in one family does not acquit of another.
   *
   * @return null where no family of the kind speaks
   */
  static Double tail(Kind kind, Map<Family, Double> tails) {
    double inverse = 0;
    int speaking = 0;
    for (Family family : kind.families()) {
      Double tail = tails.get(family);
      if (tail != null) {
        inverse += 1 / tail;
        speaking++;
      }
    }
    return speaking == 0 ? null : speaking / inverse;
  }

  /** Evidence of a family, -log10 of its tail; the average where it does not speak. */
  static double evidence(Double tail) {
    return tail == null ? AVERAGE : -Math.log10(tail);
  }

  /** The likelihood by a model; null where no family of the kind speaks. */
  static Double likelihood(Kind kind, Map<Family, Double> tails, LikelihoodSettings model) {
    if (kind.families().stream().noneMatch(tails::containsKey)) {
      return null;
    }
    double logit = model.intercept();
    for (Family family : kind.families()) {
      logit += model.weights().get(family) * evidence(tails.get(family));
    }
    return 1 / (1 + Math.exp(-logit));
  }
}
