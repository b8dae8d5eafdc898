package io.assay.assessment;

import io.assay.contracts.Family;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether a flag rests on what one family says: with that one alone, all others counting as the
 * average, a likelihood reaches the threshold, and without it none does. Several families that
 * reach it only together, and two of which each would do, are more than one.
 */
final class SingleFamily {
  private SingleFamily() {}

  /**
   * @param kinds how each kind is judged
   * @param families Fisher probabilities of the families that speak
   * @param flagAtLeast likelihood from which an account is flagged
   */
  static boolean carriesFlag(
      List<KindEvidence> kinds, Map<Family, Double> families, double flagAtLeast) {
    for (Map.Entry<Family, Double> family : families.entrySet()) {
      Map<Family, Double> others = new EnumMap<>(families);
      others.remove(family.getKey());
      if (isFlagged(kinds, Map.of(family.getKey(), family.getValue()), flagAtLeast)
          && !isFlagged(kinds, others, flagAtLeast)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFlagged(
      List<KindEvidence> kinds, Map<Family, Double> families, double flagAtLeast) {
    return kinds.stream()
        .map(kind -> kind.likelihood(families))
        .filter(Objects::nonNull)
        .anyMatch(likelihood -> likelihood >= flagAtLeast);
  }
}
