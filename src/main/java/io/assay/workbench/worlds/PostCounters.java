package io.assay.workbench.worlds;

/**
 * The counters of a post: what the crawl holds of it, and what is outside the crawl: the audience
 * that nobody crawled, and bought likes. So counters are never below the interactions.
 *
 * @param likes true likes, whether shown or not
 * @param comments true comments
 * @param shares null where the platform shows none
 * @param saves null where the platform shows none
 * @param views null where the platform shows none
 */
record PostCounters(long likes, long comments, Long shares, Long saves, Long views) {
  private static final double RIPENS_SECONDS = 10 * 3_600;
  private static final double SPONSORED_EFFECT = 0.8;
  private static final double TALKATIVE = 0.4;
  private static final double TALKED_ABOUT = 0.5;
  private static final double MOST_LIKES_PER_VIEW = 0.6;

  /**
   * @param crawled interactions of the crawl
   * @param media position among the platform's media
   * @param purchase what the author bought
   */
  static PostCounters of(
      Person author,
      int post,
      Society society,
      Totals crawled,
      int media,
      boolean sponsored,
      Purchase purchase) {
    PlatformProfile platform = society.world().population.platform();
    Rng rng = Rng.of(society.seed(), "counters", post);
    double outside =
        outside(author, post, society)
            * platform.media.effect()[media]
            * (sponsored ? SPONSORED_EFFECT : 1);
    double perLike = commentsPerLike(author, platform, society, rng);
    long organic = rng.count(outside / (1 + perLike)) + (long) crawled.likes(post);
    long likes = organic + bought(author, platform, society, purchase, rng);
    long comments = rng.count(outside * perLike / (1 + perLike)) + (long) crawled.comments(post);
    PlatformProfile.CounterRatios shown = platform.counters;
    return new PostCounters(
        likes,
        comments,
        perLike(shown.sharesPerLike(), 0.6, organic, rng),
        perLike(shown.savesPerLike(), 0.5, organic, rng),
        viewsShown(platform, media) ? views(organic, likes, shown, rng) : null);
  }

  /**
   * What they were at an earlier sight. They only ever rise, stay above what the crawl holds by
   * then, and end at what they are.
   *
   * @param ripe share of the engagement from outside the crawl that had come by then, 0-1
   * @param likesLater likes in the crawl that came afterwards
   * @param commentsLater comments likewise
   * @param crawledLikes likes in the crawl, all
   * @param crawledComments comments likewise
   */
  PostCounters before(
      double ripe, long likesLater, long commentsLater, long crawledLikes, long crawledComments) {
    long hadLikes = (long) ((likes - crawledLikes) * ripe) + crawledLikes - likesLater;
    long hadComments =
        (long) ((comments - crawledComments) * ripe) + crawledComments - commentsLater;
    double share = (hadLikes + 1.0) / (likes + 1);
    return new PostCounters(
        hadLikes,
        hadComments,
        shares == null ? null : Long.valueOf((long) (shares * share)),
        saves == null ? null : Long.valueOf((long) (saves * share)),
        views == null ? null : Long.valueOf(Math.max((long) (views * share), hadLikes + 1)));
  }

  /** Share of a post's engagement that has come when it is so old, in seconds. */
  static double ripened(double age) {
    return 1 - StrictMath.exp(-age / RIPENS_SECONDS);
  }

  /** Expected organic engagement by people whom the crawl does not hold. */
  static double outside(Person author, int post, Society society) {
    Timeline timeline = society.timeline();
    double age = author.seen() - timeline.posted(post);
    double all = author.typicalEngagement() * timeline.factor(post);
    return Math.max(0, all - timeline.weight(post)) * ripened(age);
  }

  private static double commentsPerLike(
      Person author, PlatformProfile platform, Society society, Rng rng) {
    double talkative = Rng.of(society.seed(), "talkative", author.index()).logNormal(1, TALKATIVE);
    return platform.counters.commentsPerLike() * talkative * rng.logNormal(1, TALKED_ABOUT);
  }

  /** The same for every post, as ordered, give or take a little. */
  private static long bought(
      Person author, PlatformProfile platform, Society society, Purchase purchase, Rng rng) {
    double typicalLikes = author.typicalEngagement() / (1 + platform.counters.commentsPerLike());
    double uneven = society.world().boughtLikes.unevenness() * rng.uniform(-1, 1);
    return Math.round(purchase.likes() * typicalLikes * (1 + uneven));
  }

  private static Long perLike(double ratio, double spread, long likes, Rng rng) {
    return ratio == 0 ? null : (long) rng.count(likes * ratio * rng.logNormal(1, spread));
  }

  private static boolean viewsShown(PlatformProfile platform, int media) {
    String type = platform.media.types()[media];
    return platform != PlatformProfile.INSTAGRAM
        || type.equals("short_video")
        || type.equals("video")
        || type.equals("live");
  }

  /** Bought likes come without views, but who likes has viewed. */
  private static long views(
      long organic, long likes, PlatformProfile.CounterRatios shown, Rng rng) {
    double perView = Math.min(shown.likesPerView() * rng.logNormal(1, 0.4), MOST_LIKES_PER_VIEW);
    return Math.max((long) Math.ceil((organic + 1) / perView), likes + 1);
  }
}
