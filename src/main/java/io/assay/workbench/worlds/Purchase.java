package io.assay.workbench.worlds;

import java.io.Serializable;

/**
 * What one creator bought. Followers who were bought do not engage, so the rate falls.
 *
 * @param followers as a multiple of the honest ones
 * @param drip whether they come evenly over all days, or at once
 * @param startDay day of the world on which they begin to come
 * @param days over which they come
 * @param likes for each post, as a multiple of the typical likes
 */
record Purchase(double followers, boolean drip, double startDay, double days, double likes)
    implements Serializable {

  static final Purchase NONE = new Purchase(0, false, 0, 1, 0);

  /** Of the n-th of all buyers of followers. */
  static Purchase ofFollowers(World world, long seed, int buyer, int buyers) {
    BoughtSettings.BoughtFollowers s = world.boughtFollowers;
    LatinHypercube spread = new LatinHypercube(seed, "follower purchase", buyers);
    double amount = spread.linear(s.amount(), "amount", buyer);
    int days = world.population.days();
    boolean jump = spread.quantile("jump", buyer) < s.jump();
    if (!jump) {
      return new Purchase(amount, true, 0, days, 0);
    }
    // Between the first snapshots and the last, so that somebody who looks could see it.
    int observed = Math.min(days, world.crawl.snapshotDays() * (world.crawl.snapshots() - 1));
    double start = days - observed * (0.25 + 0.5 * spread.quantile("day", buyer));
    return new Purchase(amount, false, start, 1 + 2 * spread.quantile("days", buyer), 0);
  }

  /** Of the n-th of all buyers of likes. */
  static Purchase ofLikes(World world, long seed, int buyer, int buyers) {
    LatinHypercube spread = new LatinHypercube(seed, "like purchase", buyers);
    double boost = spread.linear(world.boughtLikes.boost(), "boost", buyer);
    return new Purchase(0, false, 0, 1, boost);
  }

  /** Share of the bought followers that have come by a day of the world, 0–1. */
  double arrived(double day) {
    return Math.max(0, Math.min(1, (day - startDay) / days));
  }
}
