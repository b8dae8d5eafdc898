package io.assay.workbench.worlds;

import java.io.Serializable;

/**
 * Traits that a class of innocents is named after. Fraudsters have them, too, as often as creators
 * have on the whole; else a trait would prove innocence. Other innocents do not, so that the
 * labels' classes are exact.
 */
final class Traits implements Serializable {
  private static final long serialVersionUID = 1L;

  private final World world;
  private final long seed;
  private final Layout layout;

  Traits(World world, long seed, Layout layout) {
    this.world = world;
    this.seed = seed;
    this.layout = layout;
  }

  boolean viral(int creator) {
    double creators = world.population.creators();
    return has(creator, PlayedRole.VIRAL, creators == 0 ? 0 : world.lookAlikes.viral() / creators);
  }

  boolean hidesLikes(int creator) {
    return has(creator, PlayedRole.HIDDEN_LIKES, world.lookAlikes.hiddenLikes());
  }

  boolean isPrivate(int index) {
    return has(index, PlayedRole.PRIVATE_ACCOUNT, world.lookAlikes.privateAccounts());
  }

  /** Seconds to whose multiples the creator's events were rounded up; 1 where they were not. */
  int batchSeconds(int creator) {
    if (!has(creator, PlayedRole.BATCHED_CRAWL, world.crawl.batchedCreators())) {
      return 1;
    }
    return Rng.of(seed, "batch", creator).chance(0.5) ? 60 : 3_600;
  }

  private boolean has(int index, PlayedRole owner, double share) {
    PlayedRole role = layout.role(index);
    return role == owner
        || !role.genuine()
            && role.creator == owner.creator
            && Rng.of(seed, owner.name(), index).chance(share);
  }
}
