package io.assay.text;

/** 64-bit hashes that are the same on every machine. */
final class TextHash {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private TextHash() {}

  /** Hash of a text; 0 of the empty one. */
  static long of(CharSequence text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
      hash ^= hash >>> 29;
    }
    return text.isEmpty() ? 0 : mix(hash);
  }

  /** Spreads the bits of a number (the finaliser of SplitMix64, Steele, Lea and Flood, 2014). */
  static long mix(long bits) {
    long z = bits;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
