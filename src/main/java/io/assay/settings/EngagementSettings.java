package io.assay.settings;

/**
 * @param windowDays posts published within so many days, the last one included, count
 * @param settleHours a post counts once it was seen at least so long after it was published
 * @param repostsCountForCadence whether reposts count for how often an account publishes
 * @param minPosts posts an account needs to be assessed
 * @param minPostsWithViews posts that show likes and views which likes per view need
 * @param maxPostsPerAccount posts of an account that are measured at most
 * @param shownShare share of a platform's counted posts that must carry shares or saves for these
 *     to belong to the total rate
 * @param includeStated whether a stated rate is compared and counted in distributions where none is
 *     measured
 * @param minPeers accounts a peer group holds at least
 * @param binsPerDecade logarithmic bins a decade in which rates are counted
 * @param histogramBinsPerDecade coarser bins a decade that are published
 * @param suppressBelow groups of fewer accounts show their number only
 * @param curveBinsPerDecade follower bins a decade of the curve of expected engagement
 * @param curveMinAccounts accounts a bin of that curve holds at least
 */
public record EngagementSettings(
    @Whole(min = 1, max = 36_500) int windowDays,
    @Whole(min = 0, max = 24 * 365) int settleHours,
    boolean repostsCountForCadence,
    @Whole(min = 1, max = 1_000_000) int minPosts,
    @Whole(min = 1, max = 1_000_000) int minPostsWithViews,
    @Whole(min = 1, max = 1_000_000) int maxPostsPerAccount,
    @Decimal(min = 0, max = 1) double shownShare,
    boolean includeStated,
    @Whole(min = 2, max = 1_000_000) int minPeers,
    @Whole(min = 1, max = 1_000) int binsPerDecade,
    @Whole(min = 1, max = 1_000) int histogramBinsPerDecade,
    @Whole(min = 1, max = 1_000_000) int suppressBelow,
    @Whole(min = 1, max = 100) int curveBinsPerDecade,
    @Whole(min = 1, max = 1_000_000) int curveMinAccounts) {

  static EngagementSettings read(Section s) {
    EngagementSettings settings = s.bind(EngagementSettings.class);
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
    return settings;
  }
}
