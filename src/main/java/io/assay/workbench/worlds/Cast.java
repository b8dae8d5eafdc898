package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Gathering.Clique;
import io.assay.workbench.worlds.Gathering.Crowd;
import io.assay.workbench.worlds.Gathering.FanClub;
import io.assay.workbench.worlds.Gathering.ShoutOut;
import io.assay.workbench.worlds.Gathering.Staff;
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
    layout.take(PlayedRole.LIKES_BUYER, world.count(world.boughtLikes.share()));
    layout.take(PlayedRole.VIRAL, world.count(alike.viral()));
    layout.take(PlayedRole.RISING, world.count(alike.rising()));
    layout.take(PlayedRole.NETWORKER, world.count(alike.networkers()));
    layout.take(PlayedRole.CELEBRITY, world.count(alike.celebrities()));
    layout.take(PlayedRole.HIDDEN_LIKES, (int) Math.round(alike.hiddenLikes() * creators));
    layout.take(
        PlayedRole.BATCHED_CRAWL, (int) Math.round(world.crawl.batchedCreators() * creators));
    layout.take(PlayedRole.MASS_FOLLOWER, world.count(bots.massFollowers()));
    layout.take(PlayedRole.FOLLOW_UNFOLLOW, world.count(bots.followUnfollow()));
    layout.take(PlayedRole.COMMENT_TEMPLATE, world.count(bots.commentTemplates()));
    layout.take(PlayedRole.REGULAR_INTERVAL, world.count(bots.regularIntervals()));
    layout.take(PlayedRole.ROUND_THE_CLOCK, world.count(bots.roundTheClock()));
    layout.take(PlayedRole.GIVEAWAY_HUNTER, world.count(alike.giveawayHunters()));
    layout.take(PlayedRole.NEW_ACCOUNT, world.count(alike.newAccounts()));
    layout.take(PlayedRole.PRIVATE_ACCOUNT, world.count(alike.privateAccounts()));
  }
}
