package io.assay.coordination.detection;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How unlikely it is that a group came about by chance, by the member in the middle, times the
 * accounts that might have been it. By chance a likelihood ratio is seldom more than x, at most in
 * one case of x.
 */
final class Coincidence {
  private static final double NATS_TO_LOG10 = Math.log10(Math.E);
  private static final int MOST_ZEROS = 9;
  private static final String[] NUMBERS = {
    "10", "100", "1,000", "10,000", "100,000", "1 million", "10 million", "100 million", "1 billion"
  };

  private Coincidence() {}

  /**
   * @param actors accounts of the crawl that engage anybody
   * @return logarithm of an upper bound, at most 0
   */
  static double log10(CoordinatedGroup group, long actors) {
    double[] nats =
        Stream.concat(
                group.pod().stream().map(PodStanding::total),
                group.farm().stream().map(FarmStanding::nats))
            .mapToDouble(n -> n)
            .toArray();
    Arrays.sort(nats);
    double middle = nats.length == 0 ? 0 : nats[(nats.length - 1) / 2];
    return Math.min(0, Math.log10(Math.max(1, actors)) - NATS_TO_LOG10 * middle);
  }

  /** What follows "by chance", as people say it: a power of ten, a billion at most. */
  static String words(double log10) {
    int zeros = (int) Math.min(MOST_ZEROS, Math.floor(-log10));
    return zeros < 1
        ? "that could well happen"
        : "that would happen less than once in " + NUMBERS[zeros - 1] + " such crawls";
  }
}
