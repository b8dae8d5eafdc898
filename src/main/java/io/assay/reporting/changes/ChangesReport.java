package io.assay.reporting.changes;

import java.util.List;

/**
 * What changed between two days.
 *
 * @param runs in what their runs differ
 * @param totals how many accounts changed
 * @param accounts those that moved most, or the one that was asked for on each platform
 */
public record ChangesReport(RunChanges runs, ChangeTotals totals, List<ChangedAccount> accounts) {

  /**
   * How many accounts changed.
   *
   * @param both seen on both days
   * @param appeared seen on the later alone
   * @param gone seen on the earlier alone
   * @param flaggedBefore of those on the earlier day
   * @param flaggedAfter of those on the later day
   * @param newlyFlagged of those on both days
   * @param noLongerFlagged of those on both days
   * @param decided of both these, because a person's decision changed
   * @param moved that are told of, in all
   * @param kinds by kind
   */
  public record ChangeTotals(
      long both,
      long appeared,
      long gone,
      long flaggedBefore,
      long flaggedAfter,
      long newlyFlagged,
      long noLongerFlagged,
      long decided,
      long moved,
      List<KindTotals> kinds) {}

  /**
   * How many accounts seen on both days changed in a kind.
   *
   * @param both whose likelihood is known on both days
   * @param up by the least change or more
   * @param down likewise
   * @param newlyKnown known on the later day alone
   * @param noLongerKnown known on the earlier day alone
   */
  public record KindTotals(
      String kind, long both, long up, long down, long newlyKnown, long noLongerKnown) {}

  /**
   * An account. Flags are null on a day on which it was not seen.
   *
   * @param seen see {@link AccountChanges}
   * @param decisionFrom what a person decided, earlier; null where nobody did
   * @param decisionTo the same, later
   * @param decidedBy who decided the later one
   * @param decidedWhy and why
   * @param clusterFrom the group of alike accounts that it belonged to; null where none is known
   * @param clusterTo the same, later
   * @param kinds those that moved, or all of an account that was asked for
   */
  public record ChangedAccount(
      String platform,
      String accountId,
      String handle,
      String seen,
      Boolean flaggedFrom,
      Boolean flaggedTo,
      String decisionFrom,
      String decisionTo,
      String decidedBy,
      String decidedWhy,
      String clusterFrom,
      String clusterTo,
      List<ChangedKind> kinds) {

    public boolean isGone() {
      return seen.equals(AccountChanges.GONE);
    }

    public boolean hasAppeared() {
      return seen.equals(AccountChanges.APPEARED);
    }
  }

  /**
   * A likelihood.
   *
   * @param from 0-1; null where it was not known
   * @param to the same, later
   * @param logOddsFrom null unless it is known on both days
   * @param logOddsTo likewise
   * @param parts what moved it, the largest first; they add up to the change of log-odds
   */
  public record ChangedKind(
      String kind,
      Double from,
      Double to,
      Double logOddsFrom,
      Double logOddsTo,
      List<ChangedPart> parts) {}

  /**
   * What moved a likelihood. Values, tails and weights are null on a day on which it did not speak.
   *
   * @param signal name of the signal or tie; level, intercept or remainder
   * @param part of the change of log-odds
   */
  public record ChangedPart(
      String signal,
      Cause cause,
      double part,
      Double valueFrom,
      Double valueTo,
      Double tailFrom,
      Double tailTo,
      Double weightFrom,
      Double weightTo,
      String peerGroupFrom,
      String peerGroupTo) {}
}
