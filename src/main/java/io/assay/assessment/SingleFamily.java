package io.assay.assessment;

import io.assay.contracts.Family;
import io.assay.statistics.LikelihoodModel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a flag rests on what one family says: with that one alone, all others saying nothing, a
 * likelihood reaches the threshold, without it none does, and no tie to a group bears it out.
 * Several families that reach it only together, and two of which each would do, are more than one.
 */
final class SingleFamily {
  private SingleFamily() {}

  /**
   * A kind's score with the level of its platform.
   *
   * @param shift of the logarithm of odds
   */
  record Shifted(KindScore score, double shift) {

    /** The likelihood; null where nothing is known. */
    Double likelihood() {
      return score.isKnown() ? LikelihoodModel.probability(score.logit() + shift) : null;
    }

    private double of(Family family) {
      return score.byFamily().getOrDefault(family, 0.0);
    }

    private boolean isReachedByAlone(Family family, double least) {
      return !score.hasTie() && score.model().settings().intercept() + shift + of(family) >= least;
    }

    private boolean isReachedWithout(Family family, double least) {
      return score.isKnown() && score.logit() + shift - of(family) >= least;
    }
  }

  /**
   * @param kinds what speaks of each kind
   * @param flagAtLeast likelihood from which an account is flagged
   */
  static boolean carriesFlag(List<Shifted> kinds, double flagAtLeast) {
    double least = LikelihoodModel.logit(flagAtLeast);
    Set<Family> families = new TreeSet<>();
    kinds.forEach(kind -> families.addAll(kind.score().byFamily().keySet()));
    return families.stream()
        .anyMatch(
            family ->
                kinds.stream().anyMatch(kind -> kind.isReachedByAlone(family, least))
                    && kinds.stream().noneMatch(kind -> kind.isReachedWithout(family, least)));
  }
}
