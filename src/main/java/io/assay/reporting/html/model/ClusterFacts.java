package io.assay.reporting.html.model;

import java.util.List;

/**
 * Groups of alike accounts.
 *
 * @param absent why there is nothing to show; null where there is
 * @param shown suspicious ones first, then the largest, at most {@link ReportLimits#CLUSTERS}
 * @param inAll how many there are
 * @param suspiciousInAll how many of them are suspicious
 */
public record ClusterFacts(
    String absent, List<AlikeAccounts> shown, long inAll, long suspiciousInAll) {

  /**
   * @param id see gold.cluster_profile
   * @param stratum creators or audience
   * @param share of all accounts of the platform, 0-1
   * @param kind kind of fraud that a suspicious one speaks of
   * @param likelihood median over its members of the likeliest kind, 0-1
   */
  public record AlikeAccounts(
      String platform,
      String id,
      String stratum,
      String name,
      long accounts,
      double share,
      boolean suspicious,
      String kind,
      Double likelihood,
      String why) {}
}
