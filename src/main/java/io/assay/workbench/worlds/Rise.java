package io.assay.workbench.worlds;

/**
 * Honest creators whose audience multiplies within the world's days, evenly, as a drip of bought
 * followers would: but these engage.
 */
final class Rise {
  private Rise() {}

  /** Share of a creator's followers, and so of its usual engagement, that it had at a second. */
  static double share(World world, long seed, Person person, long second) {
    if (person.role() != PlayedRole.RISING) {
      return 1;
    }
    double quantile = Rng.of(seed, "rise", person.index()).uniform();
    double growth = world.lookAlikes.risingGrowth().logarithmic(quantile);
    double days = (person.seen() - second) / (double) People.DAY;
    return StrictMath.pow(growth, -days / world.population.days());
  }
}
