package io.assay.workbench.worlds;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Accounts that hit creators' posts for money.
 *
 * @param workers who hit
 * @param customers who paid
 * @param victims who did not
 * @param participation probability that a worker takes part in a hit
 * @param burstSeconds length of a hit
 * @param postsHit newest posts of a customer that are hit
 * @param camouflage further engagements as a multiple of those for the farm
 * @param popular whether camouflage prefers popular posts
 */
record Farm(
    Team workers,
    Team customers,
    Team victims,
    double participation,
    double burstSeconds,
    int postsHit,
    double camouflage,
    boolean popular)
    implements Serializable {

  static List<Farm> plan(World world, long seed, Layout layout) {
    FarmSettings s = world.farms;
    int[] sizes = LatinHypercube.sizes(world.count(s.share()), s.size());
    LatinHypercube spread = new LatinHypercube(seed, "farm", sizes.length);
    List<Team> workers = layout.take(PlayedRole.FARM_WORKER, sizes);
    List<Team> customers =
        layout.take(PlayedRole.FARM_CUSTOMER, spread.wholes(s.customers(), "customers"));
    List<Team> victims = layout.take(PlayedRole.FARM_VICTIM, spread.wholes(s.victims(), "victims"));
    List<Farm> farms = new ArrayList<>();
    for (int g = 0; g < sizes.length; g++) {
      farms.add(
          new Farm(
              workers.get(g),
              customers.get(g),
              victims.get(g),
              spread.linear(s.participation(), "participation", g),
              spread.logarithmic(s.burstSeconds(), "burst", g),
              spread.whole(s.postsHit(), "posts", g),
              spread.linear(s.camouflage(), "camouflage", g),
              spread.quantile("popular", g) < 0.5));
    }
    return farms;
  }

  /** Posts of a victim that are hit. */
  int victimPostsHit() {
    return Math.max(1, postsHit / 2);
  }
}
