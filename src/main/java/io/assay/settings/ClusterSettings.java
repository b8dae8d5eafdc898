package io.assay.settings;

import java.io.Serializable;

/**
 * @param leaves parts into which each stratum of a platform is divided
 * @param sample accounts of a stratum that the division is fitted to and judged by, at most
 * @param refitDays days after which the division is fitted anew
 * @param minAccounts accounts from which on a part is judged
 * @param medianAtLeast median likelihood of members from which on a cluster is suspicious
 * @param quartileAtLeast lower quartile that it needs besides
 * @param largestShare share of a platform up to which a cluster can be told from what is usual
 * @param seed of the fit and of the sample
 */
public record ClusterSettings(
    @Whole(min = 2, max = 1_000) int leaves,
    @Whole(min = 100, max = 1_000_000) int sample,
    @Whole(min = 1, max = 36_500) int refitDays,
    @Whole(min = 2, max = 1_000_000) int minAccounts,
    @Decimal(min = 0, max = 1) double medianAtLeast,
    @Decimal(min = 0, max = 1) double quartileAtLeast,
    @Decimal(min = 0, max = 1) double largestShare,
    @Whole(min = 0, max = 1_000_000) int seed)
    implements Serializable {

  static ClusterSettings read(Section s) {
    return s.bind(ClusterSettings.class);
  }
}
