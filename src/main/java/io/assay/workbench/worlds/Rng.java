package io.assay.workbench.worlds;

/**
 * A stream of random numbers for one purpose and one thing: SplitMix64 (Steele, Lea, Flood, Fast
 * Splittable Pseudorandom Number Generators, OOPSLA 2014). What it yields depends on the seed and
 * the key alone, not on who asked before, so that partitions and their order change nothing. Only
 * {@link StrictMath}, so that machines agree to the last bit.
 */
final class Rng {
  private static final double TWO_TO_MINUS_53 = 0x1p-53;
  private static final double DEVIATION = StrictMath.sqrt(16 + 1 / 12.0);

  private long state;

  private Rng(long state) {
    this.state = state;
  }

  static Rng of(long seed, String purpose, long key) {
    return new Rng(mix(mix(seed + mix(purpose.hashCode())) ^ mix(key)));
  }

  static Rng of(long seed, String purpose, long key, long second) {
    return of(seed, purpose, mix(key) + second);
  }

  /** The finaliser of SplitMix64: close numbers give unlike ones. */
  static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long bits() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  /** In [0, 1). */
  double uniform() {
    return (bits() >>> 11) * TWO_TO_MINUS_53;
  }

  double uniform(double low, double high) {
    return low + uniform() * (high - low);
  }

  /** Whole number in [0, n). */
  int below(int n) {
    return (int) (uniform() * n);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Position of the share that a draw falls into; the last takes what is left. */
  int choose(double... shares) {
    double u = uniform();
    for (int i = 0; i < shares.length - 1; i++) {
      u -= shares[i];
      if (u < 0) {
        return i;
      }
    }
    return shares.length - 1;
  }

  /** Standard normal, nearly: the ones among 64 fair bits, smoothed by a uniform draw. */
  double normal() {
    return (Long.bitCount(bits()) + uniform() - 32.5) / DEVIATION;
  }

  /** Log-normal with this median and deviation of the logarithm. */
  double logNormal(double median, double deviation) {
    return median * StrictMath.exp(deviation * normal());
  }

  /** A share that scatters about its mean: normal, cut off at 0 and 1. */
  double share(double mean, double deviation) {
    return Math.max(0, Math.min(1, mean + deviation * normal()));
  }

  double exponential(double mean) {
    return -mean * StrictMath.log(1 - uniform());
  }

  /** Pareto of this exponent from 1 to {@code most}. */
  double pareto(double exponent, double most) {
    return Math.min(StrictMath.pow(1 - uniform(), -1 / exponent), most);
  }

  /** A whole number with this expectation: rounded up or down by chance. */
  int count(double expected) {
    return (int) (expected + uniform());
  }
}
