package io.assay.synthetic.world;

import io.assay.synthetic.world.Gathering.Clique;
import io.assay.synthetic.world.Gathering.Crowd;
import io.assay.synthetic.world.Gathering.FanClub;
import io.assay.synthetic.world.Gathering.ShoutOut;
import io.assay.synthetic.world.Gathering.Staff;
import java.io.Serializable;
import java.util.List;

/**
 * Who plays what: the layout of roles and every group with its parameters. Its size is bounded by
 * the world file, whatever the crawl's.
 */
record Cast(
    Layout layout,
    List<Pod> pods,
    List<Farm> farms,
    List<Sale> sales,
    List<FanClub> fanClubs,
    List<ShoutOut> shoutOuts,
    List<Clique> cliques,
    List<Staff> staffs,
    List<Crowd> crowds)
    implements Serializable {

  static Cast of(World world, long seed) {
    Layout layout = new Layout(world.accounts(), world.population.creatorCount());
    Cast cast =
        new Cast(
            layout,
            Pod.plan(world, seed, layout),
            Farm.plan(world, seed, layout),
            Sale.plan(world, seed, layout),
            FanClub.plan(world, seed, layout),
            ShoutOut.plan(world, seed, layout),
            Clique.plan(world, seed, layout),
            Staff.plan(world, seed, layout),
            Crowd.plan(world, seed, layout));
    singles(world, layout);
    layout.close();
    return cast;
  }

  /** Those who need nobody else. */
  private static void singles(World world, Layout layout) {
    LookAlikeSettings alike = world.lookAlikes;
    BotSettings bots = world.bots;
    int creators = layout.creators();
    layout.take(Role.LIKES_BUYER, world.count(world.boughtLikes.share()));
    layout.take(Role.VIRAL, world.count(alike.viral()));
    layout.take(Role.RISING, world.count(alike.rising()));
    layout.take(Role.NETWORKER, world.count(alike.networkers()));
    layout.take(Role.CELEBRITY, world.count(alike.celebrities()));
    layout.take(Role.HIDDEN_LIKES, (int) Math.round(alike.hiddenLikes() * creators));
    layout.take(Role.BATCHED_CRAWL, (int) Math.round(world.crawl.batchedCreators() * creators));
    layout.take(Role.MASS_FOLLOWER, world.count(bots.massFollowers()));
    layout.take(Role.FOLLOW_UNFOLLOW, world.count(bots.followUnfollow()));
    layout.take(Role.COMMENT_TEMPLATE, world.count(bots.commentTemplates()));
    layout.take(Role.REGULAR_INTERVAL, world.count(bots.regularIntervals()));
    layout.take(Role.ROUND_THE_CLOCK, world.count(bots.roundTheClock()));
    layout.take(Role.GIVEAWAY_HUNTER, world.count(alike.giveawayHunters()));
    layout.take(Role.NEW_ACCOUNT, world.count(alike.newAccounts()));
    layout.take(Role.PRIVATE_ACCOUNT, world.count(alike.privateAccounts()));
  }
}
