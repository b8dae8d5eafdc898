package io.assay.evidence;

import io.assay.contracts.Family;
import io.assay.contracts.Signals;
import io.assay.peers.AccountRow;
import io.assay.peers.Finding;
import io.assay.peers.PeerTails;
import io.assay.statistics.FisherTail;
import java.util.List;

/**
 * What the signals of each family say together: the sum of their surprises, what is unknown
 * counting as the average peer's. It is told in two ways. Ranked among the sums of others it is a
 * tail, whatever the signals have to do with each other. Measured against independent signals
 * ({@link #fisherP}) it also says how far out it is where many are.
 */
final class FamilyScores {
  /** Bins a nat in which scores are counted. */
  private static final double BINS = 100;

  private static final int FAMILIES = Family.values().length;

  /** Place of its family, of each signal in the list. */
  private static final int[] FAMILY_OF =
      Signals.ALL.stream().mapToInt(signal -> signal.family().ordinal()).toArray();

  private final double[] sums = new double[FAMILIES];
  private final int[] compared = new int[FAMILIES];
  private final Finding[] strongest = new Finding[FAMILIES];

  /**
   * @param known what the known signals of an account say
   * @param usual what each signal says of the average peer, 0 where it cannot be compared; in the
   *     order of the list
   */
  FamilyScores(List<Finding> known, double[] usual) {
    for (int i = 0; i < usual.length; i++) {
      sums[FAMILY_OF[i]] += usual[i];
      compared[FAMILY_OF[i]] += usual[i] == 0 ? 0 : 1;
    }
    for (Finding finding : known) {
      int family = FAMILY_OF[finding.index()];
      sums[family] += finding.surprise() - usual[finding.index()];
      if (strongest[family] == null || finding.rank() < strongest[family].rank()) {
        strongest[family] = finding;
      }
    }
  }

  /** What its families say of an account. */
  static FamilyScores of(AccountRow account, List<Finding> findings, PeerTails tails) {
    return new FamilyScores(findings, tails.usual(account.platform(), account.peerGroup()));
  }

  /** Bin (int) of a family's score; null where none of its signals is known. */
  Integer bin(Family family) {
    return strongest[family.ordinal()] == null
        ? null
        : (int) Math.floor(sums[family.ordinal()] * BINS);
  }

  /**
   * How likely the family's signals would be as surprising together if they had nothing to do with
   * each other. A crowd is in no signal's tail, but that its members are a little unusual in all of
   * them at once is unlikely; and a family of which little is known is near the middle.
   *
   * @return in (0, 1]; null where none of its signals is known
   */
  Double fisherP(Family family) {
    int it = family.ordinal();
    if (strongest[it] == null) {
      return null;
    }
    return FisherTail.of(Math.max(0, sums[it]), Math.max(1, compared[it]));
  }

  /** The known signal of the smallest rank, of equals the first in the list; null without any. */
  Finding strongest(Family family) {
    return strongest[family.ordinal()];
  }
}
