package io.assay.statistics;

import java.util.List;
import java.util.Objects;

/**
 * The harmonic mean of several probabilities (Wilson, The harmonic mean p-value for combining
 * dependent tests, PNAS 116, 2019). It holds for probabilities that depend on each other; and,
 * unlike a product, to be like everybody in one thing does not acquit of another.
 */
public final class HarmonicTail {

  /** What a probability counts as that is not known. */
  private static final double MIDDLE = 0.5;

  private HarmonicTail() {}

  /**
   * @param probabilities in (0, 1]; null, which counts as one half, where one is not known
   * @return null where none is known
   */
  public static Double of(List<Double> probabilities) {
    if (probabilities.stream().allMatch(Objects::isNull)) {
      return null;
    }
    double inverse = 0;
    for (Double probability : probabilities) {
      inverse += 1 / (probability == null ? MIDDLE : probability);
    }
    return probabilities.size() / inverse;
  }
}
