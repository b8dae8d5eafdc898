package io.assay.assessment;

import io.assay.contracts.Family;
import io.assay.contracts.Kind;
import io.assay.settings.LikelihoodSettings;
import io.assay.statistics.HarmonicTail;
import io.assay.statistics.LikelihoodModel;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What the families say together of a kind.
 *
 * @param kind what an account is doubted of
 * @param name of the model
 * @param model over the kind's families, in their order
 */
record KindEvidence(Kind kind, String name, LikelihoodModel model) implements Serializable {

  static KindEvidence of(Kind kind, LikelihoodSettings settings) {
    List<Double> weights = kind.families().stream().map(settings.weights()::get).toList();
    return new KindEvidence(
        kind, settings.model(), new LikelihoodModel(settings.intercept(), weights));
  }

  /**
   * How unusual an account is in all that speaks of the kind.
   *
   * @param families Fisher probabilities of the families that speak
   * @return null where no family of the kind speaks
   */
  Double tail(Map<Family, Double> families) {
    return HarmonicTail.of(ofKind(families));
  }

  /** The likelihood by the model; null where no family of the kind speaks. */
  Double likelihood(Map<Family, Double> families) {
    return model.of(ofKind(families));
  }

  private List<Double> ofKind(Map<Family, Double> families) {
    return kind.families().stream().map(families::get).toList();
  }
}
