package io.assay.coordination.detection;

/** Chance that is the same on every machine and every day: hashes of keys. */
final class StableHash {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private StableHash() {}

  /** Spreads the bits of a number (the finaliser of SplitMix64, Steele, Lea and Flood, 2014). */
  static long mix(long bits) {
    long z = bits;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** One hash of a key for each salt. */
  static long of(long key, long salt) {
    return mix(mix(key) + salt * GOLDEN);
  }

  /** One hash of two keys. */
  static long ofPair(long first, long second) {
    return mix(mix(first) * GOLDEN + second);
  }

  /** A hash as a number in [0, 1). */
  static double uniform(long hash) {
    return (hash >>> 11) * 0x1p-53;
  }
}
