package io.assay.workbench.worlds;

/** When people act: soon or late after a post, and seldom at night. */
final class Rhythm {
  private static final int WAKES = 7;
  private static final double SLEEPS = 0.85;
  private static final double MORNING_HOURS = 1.5;

  private Rhythm() {}

  /**
   * The second at which a person acts who would have acted at {@code second}: if it is night on its
   * clock, mostly the next morning.
   */
  static long awake(long second, Person person, Rng rng) {
    long local = Math.floorMod(second + person.utcOffset() * 3_600L, People.DAY);
    if (local >= WAKES * 3_600L || !rng.chance(SLEEPS)) {
      return second;
    }
    return second - local + WAKES * 3_600L + (long) rng.exponential(MORNING_HOURS * 3_600);
  }

  /** Log-normal delay after a moment, shifted out of the night. */
  static long after(long moment, double median, double spread, Person person, Rng rng) {
    return awake(moment + (long) Math.ceil(rng.logNormal(median, spread)), person, rng);
  }
}
