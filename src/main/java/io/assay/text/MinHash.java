package io.assay.text;

import java.util.Arrays;

/**
 * Keys that texts share if they are nearly alike: min-wise hashes of their shingles of three
 * characters, in bands (Broder, On the resemblance and containment of documents, 1997). Two texts
 * whose shingles have Jaccard similarity J share one of {@value #BANDS} keys of {@value #ROWS}
 * hashes with probability 1 - (1 - J^6)^3: .90 for J = .9, .60 for .8, .05 for .5.
 */
final class MinHash {
  static final int LEAST_SHINGLES = 12;
  private static final int BANDS = 3;
  private static final int ROWS = 6;
  private static final int LENGTH = 3;
  private static final long[] SEEDS = seeds();
  private static final long[] NONE = {};

  private MinHash() {}

  /** Keys of a text; none if it has fewer than {@value #LEAST_SHINGLES} shingles. */
  static long[] keys(String text) {
    int shingles = text.length() - LENGTH + 1;
    if (shingles < LEAST_SHINGLES) {
      return NONE;
    }
    long[] least = new long[BANDS * ROWS];
    Arrays.fill(least, Long.MAX_VALUE);
    for (int i = 0; i < shingles; i++) {
      long shingle =
          TextHash.mix(
              (long) text.charAt(i) << 32 | (long) text.charAt(i + 1) << 16 | text.charAt(i + 2));
      for (int h = 0; h < least.length; h++) {
        long hash = (shingle ^ SEEDS[h]) * SEEDS[h];
        hash ^= hash >>> 32;
        least[h] = Math.min(least[h], hash);
      }
    }
    long[] keys = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long key = band + 1;
      for (int row = 0; row < ROWS; row++) {
        key = TextHash.mix(key * 31 + least[band * ROWS + row]);
      }
      keys[band] = key;
    }
    return keys;
  }

  /** Odd numbers, so that multiplying by one is a permutation. */
  private static long[] seeds() {
    long[] seeds = new long[BANDS * ROWS];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = TextHash.mix(i + 1L) | 1;
    }
    return seeds;
  }
}
