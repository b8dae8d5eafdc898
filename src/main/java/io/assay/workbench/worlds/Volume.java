package io.assay.workbench.worlds;

/**
 * How much a world makes, estimated from its settings: what people do of their own accord and the
 * largest kinds of planted activity.
 */
final class Volume {
  /** Who comments mostly likes, too. */
  private static final double ROWS_OF_PLANTED = 1.4;

  private static final double ROWS_OF_CAMOUFLAGE = 1.1;

  private final World world;

  Volume(World world) {
    this.world = world;
  }

  /** Rows of the interactions feed, roughly and rather too many. */
  double interactions() {
    double rows = 1 + world.activity.commentShare() / 2;
    return rows * (world.organicInteractions() + crowds() + bots() + networkers())
        + pods()
        + farms()
        + ROWS_OF_PLANTED * audiences();
  }

  double follows() {
    return 1.5 * world.activity.followsPerAccount() * world.accounts();
  }

  double posts() {
    return world.activity.postsPerCreator() * world.population.creatorCount();
  }

  double accountRows() {
    return accountRows(1);
  }

  /** In so many deliveries. */
  double accountRows(int deliveries) {
    double creators = world.population.creatorCount();
    int more = deliveries - 1;
    return creators * (world.crawl.snapshots() + more)
        + (world.accounts() - creators)
            * (world.crawl.audienceSnapshots() + (double) more / world.crawl.snapshotDays());
  }

  private double pods() {
    PodSettings pods = world.pods;
    double perMember =
        pods.size().linear(0.6) * mean(pods.participation()) * world.activity.postsPerCreator();
    return world.count(pods.share()) * camouflaged(perMember, pods.camouflage());
  }

  private double farms() {
    FarmSettings farms = world.farms;
    double perWorker =
        (mean(farms.customers()) + mean(farms.victims()) / 2)
            * mean(farms.postsHit())
            * mean(farms.participation());
    return world.count(farms.share()) * camouflaged(perWorker, farms.camouflage());
  }

  private static double camouflaged(double own, Span camouflage) {
    return ROWS_OF_PLANTED * own
        + ROWS_OF_CAMOUFLAGE * Math.min(own * mean(camouflage), Camouflage.MOST);
  }

  private double audiences() {
    LookAlikeSettings alike = world.lookAlikes;
    double posts = world.activity.postsPerCreator();
    double bought =
        world.count(world.boughtFollowers.share())
            * mean(world.boughtFollowers.engage())
            * customersOfASeller();
    return posts
        * (world.count(alike.fans()) * mean(alike.fanParticipation())
            + world.count(alike.shoutOutAudience()) * 2 * mean(alike.shoutOutResponse())
            + world.count(alike.cliques()) * alike.cliqueSize().high() * mean(alike.cliqueTies())
            + world.count(alike.employees()) * mean(alike.employeeParticipation())
            + bought);
  }

  private double customersOfASeller() {
    double sellers =
        LatinHypercube.sizes(
                world.count(world.boughtFollowers.share()), world.boughtFollowers.size())
            .length;
    return sellers == 0 ? 0 : world.count(world.boughtFollowers.customers()) / sellers;
  }

  private double crowds() {
    LookAlikeSettings alike = world.lookAlikes;
    double crowds = world.count(alike.giveaways()) + world.count(alike.breakingNews());
    return crowds * mean(alike.crowd()) * world.accounts()
        + CrowdVisits.HUNT * world.count(alike.giveaways()) * world.count(alike.giveawayHunters());
  }

  private double bots() {
    BotSettings bots = world.bots;
    return world.count(bots.commentTemplates() + bots.regularIntervals() + bots.roundTheClock())
        * bots.actions().logarithmicMean();
  }

  private double networkers() {
    LookAlikeSettings alike = world.lookAlikes;
    return world.count(alike.networkers()) * alike.networkerActions().logarithmicMean();
  }

  private static double mean(Span span) {
    return span.linear(0.5);
  }
}
