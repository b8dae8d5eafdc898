package io.assay.workbench.worlds;

/** Ids and names that differ for different indexes without looking like a sequence. */
final class Identifiers {

  /** A prime, so that a step below it visits every number once before it repeats. */
  private static final long PRIME = 1_000_000_000_039L;

  /** Times the greatest index allowed, it still fits a long. */
  private static final long STEP = 1_618_033_989L;

  /** An odd step is a bijection modulo a power of two. */
  private static final long SURNAME_STEP = 7_368_787L;

  /** Syllables of a surname, six bits each. */
  private static final int SYLLABLES = 4;

  private Identifiers() {}

  /** A number of 13 digits, unique to the index under one seed. */
  static long number(long index, long seed) {
    return Math.floorMod(index * STEP + offset(seed), PRIME) + PRIME;
  }

  /** An invented surname such as {@code kilomu}; the first 16.7 million indexes have their own. */
  static String surname(long index, long seed) {
    long bits = index * SURNAME_STEP + offset(seed);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < SYLLABLES; i++) {
      name.append(Vocabulary.SYLLABLES.get((int) (bits >> (6 * i)) & 63));
    }
    return name.toString();
  }

  private static long offset(long seed) {
    return Math.floorMod(Rng.mix(seed), PRIME);
  }
}
