package io.assay.evidence;

import io.assay.contracts.Family;
import io.assay.contracts.Signals;
import java.util.List;

/**
 * What the signals of a family say together: the sum of their surprises (Fisher, Statistical
 * Methods for Research Workers, 1932), what is unknown counting as the average peer's. Signals of a
 * family depend on each other, so the sum is no chi-square; it is ranked among the sums of the
 * peers instead, which also keeps a family of many signals from being louder than others.
 */
final class FamilyScore {
  /** Bins a nat in which scores are counted. */
  private static final double BINS = 100;

  private FamilyScore() {}

  /**
   * Bin (int) of a family's score; null where none of its signals is known.
   *
   * @param known what the known signals say
   * @param usual what each signal says of the average peer, 0 where it cannot be compared; in the
   *     order of the list
   */
  static Integer bin(Family family, List<Finding> known, double[] usual) {
    double sum = 0;
    boolean found = false;
    for (int i = 0; i < usual.length; i++) {
      sum += Signals.ALL.get(i).family() == family ? usual[i] : 0;
    }
    for (Finding finding : known) {
      if (finding.signal().family() == family) {
        sum += finding.surprise() - usual[finding.index()];
        found = true;
      }
    }
    return found ? (int) Math.floor(sum * BINS) : null;
  }

  /** The signal of the smallest rank; of equals the first in the list. Null without any. */
  static Finding strongest(Family family, List<Finding> known) {
    Finding strongest = null;
    for (Finding finding : known) {
      if (finding.signal().family() == family
          && (strongest == null || finding.rank() < strongest.rank())) {
        strongest = finding;
      }
    }
    return strongest;
  }
}
