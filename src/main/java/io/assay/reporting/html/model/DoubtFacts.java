package io.assay.reporting.html.model;

import java.util.List;

/**
 * Who is doubted, and why.
 *
 * @param shown creators before others, then those with most followers, at most {@link
 *     ReportLimits#DOUBTED}
 * @param inAll how many accounts are doubted
 * @param creatorsInAll how many of them are creators: accounts with counted posts of their own
 */
public record DoubtFacts(List<DoubtedAccount> shown, long inAll, long creatorsInAll) {

  /**
   * @param band follower band; null where followers are unknown
   * @param creator whether posts of its own were counted
   * @param kind the likeliest kind of fraud, as in tables
   * @param about the same in words
   * @param likelihood of it, 0-1; null where a person decided without
   * @param singleFamily whether the doubt rests on one family of signals alone
   * @param rate engagement per follower, a share; null where it is not known
   * @param ratio rate / what is usual for its size
   * @param decision what a person decided, and why; null where nobody did
   * @param reasons what raises the likelihoods most
   * @param unjudged kinds that could not be judged, each with why
   */
  public record DoubtedAccount(
      String platform,
      String accountId,
      String handle,
      Long followers,
      String band,
      boolean creator,
      String kind,
      String about,
      Double likelihood,
      boolean singleFamily,
      Double rate,
      Double ratio,
      String decision,
      List<Reason> reasons,
      List<Unjudged> unjudged) {

    /** What people call it. */
    public String name() {
      return handle == null ? accountId : handle;
    }
  }

  /**
   * @param about kind of fraud it speaks for, in words
   * @param sentence what was found and how rare it is, without a capital and a full stop
   * @param benign innocent explanations
   */
  public record Reason(String about, String sentence, String benign) {}

  /**
   * @param about kind of fraud, in words
   * @param why it could not be judged
   */
  public record Unjudged(String about, String why) {}
}
