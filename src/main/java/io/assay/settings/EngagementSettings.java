package io.assay.settings;

/**
 * @param windowDays posts published within so many days, the last one included, count
 * @param settleHours a post counts once it was seen at least so long after it was published
 * @param minPosts posts an account needs to be assessed
 * @param maxPostsPerAccount posts of an account that are measured at most
 * @param shownShare share of a platform's counted posts that must carry shares or saves for these
 *     to belong to the total rate
 * @param minPeers accounts a peer group holds at least
 * @param binsPerDecade logarithmic bins a decade in which rates are counted
 * @param histogramBinsPerDecade coarser bins a decade that are published
 * @param suppressBelow groups of fewer accounts show their number only
 * @param curveBinsPerDecade follower bins a decade of the curve of expected engagement
 * @param curveMinAccounts accounts a bin of that curve holds at least
 */
public record EngagementSettings(
    int windowDays,
    int settleHours,
    int minPosts,
    int maxPostsPerAccount,
    double shownShare,
    int minPeers,
    int binsPerDecade,
    int histogramBinsPerDecade,
    int suppressBelow,
    int curveBinsPerDecade,
    int curveMinAccounts) {

  static EngagementSettings read(Section s) {
    EngagementSettings settings =
        new EngagementSettings(
            (int) s.integer("window_days", 1, 36_500),
            (int) s.integer("settle_hours", 0, 24 * 365),
            (int) s.integer("min_posts", 1, 1_000_000),
            (int) s.integer("max_posts_per_account", 1, 1_000_000),
            s.decimal("shown_share", 0, 1),
            (int) s.integer("min_peers", 2, 1_000_000),
            (int) s.integer("bins_per_decade", 1, 1_000),
            (int) s.integer("histogram_bins_per_decade", 1, 1_000),
            (int) s.integer("suppress_below", 1, 1_000_000),
            (int) s.integer("curve_bins_per_decade", 1, 100),
            (int) s.integer("curve_min_accounts", 1, 1_000_000));
    if (settings.binsPerDecade % settings.histogramBinsPerDecade != 0) {
      s.problem(
          "histogram_bins_per_decade",
          Integer.toString(settings.histogramBinsPerDecade),
          "a divisor of engagement.bins_per_decade = " + settings.binsPerDecade);
    }
    if (settings.minPosts > settings.maxPostsPerAccount) {
      s.problem(
          "max_posts_per_account",
          Integer.toString(settings.maxPostsPerAccount),
          "at least engagement.min_posts = " + settings.minPosts);
    }
    s.end();
    return settings;
  }
}
