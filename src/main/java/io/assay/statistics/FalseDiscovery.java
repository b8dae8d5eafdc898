package io.assay.statistics;

import java.util.stream.IntStream;

/**
 * Of many tests at once: the share of false ones among those that are taken for true (Benjamini and
 * Hochberg, Controlling the False Discovery Rate, Journal of the Royal Statistical Society B 57,
 * 1995).
 */
public final class FalseDiscovery {

  private FalseDiscovery() {}

  /**
   * The smallest false discovery rate at which each test would be taken for true, in the order of
   * the tests.
   *
   * @param probabilities of the tests, each 0 to 1
   */
  public static double[] rates(double... probabilities) {
    int n = probabilities.length;
    int[] falling =
        IntStream.range(0, n)
            .boxed()
            .sorted((a, b) -> Double.compare(probabilities[b], probabilities[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] rates = new double[n];
    double least = 1;
    for (int i = 0; i < n; i++) {
      double probability = probabilities[falling[i]];
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("probability " + probability);
      }
      least = Math.min(least, probability * n / (n - i));
      rates[falling[i]] = least;
    }
    return rates;
  }
}
