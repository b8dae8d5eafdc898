package io.assay.evidence;

import io.assay.contracts.Family;
import io.assay.contracts.Signals;
import java.util.List;

/**
 * What the signals of each family say together: the sum of their surprises (Fisher, Statistical
 * Methods for Research Workers, 1932), what is unknown counting as the average peer's. Signals of a
 * family depend on each other, so the sum is no chi-square; it is ranked among the sums of others
 * instead, which also keeps a family of many signals from being louder.
 */
final class FamilyScores {
  /** Bins a nat in which scores are counted. */
  private static final double BINS = 100;

  private static final int FAMILIES = Family.values().length;

  /** Place of its family, of each signal in the list. */
  private static final int[] FAMILY_OF =
      Signals.ALL.stream().mapToInt(signal -> signal.family().ordinal()).toArray();

  private final double[] sums = new double[FAMILIES];
  private final Finding[] strongest = new Finding[FAMILIES];

  /**
   * @param known what the known signals of an account say
   * @param usual what each signal says of the average peer, 0 where it cannot be compared; in the
   *     order of the list
   */
  FamilyScores(List<Finding> known, double[] usual) {
    for (int i = 0; i < usual.length; i++) {
      sums[FAMILY_OF[i]] += usual[i];
    }
    for (Finding finding : known) {
      int family = FAMILY_OF[finding.index()];
      sums[family] += finding.surprise() - usual[finding.index()];
      if (strongest[family] == null || finding.rank() < strongest[family].rank()) {
        strongest[family] = finding;
      }
    }
  }

  /** Bin (int) of a family's score; null where none of its signals is known. */
  Integer bin(Family family) {
    return strongest[family.ordinal()] == null
        ? null
        : (int) Math.floor(sums[family.ordinal()] * BINS);
  }

  /** The known signal of the smallest rank, of equals the first in the list; null without any. */
  Finding strongest(Family family) {
    return strongest[family.ordinal()];
  }
}
