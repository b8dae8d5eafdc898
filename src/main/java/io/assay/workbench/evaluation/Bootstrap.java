package io.assay.workbench.evaluation;

import io.assay.statistics.Quantiles;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.XXH64;

/**
 * Poisson bootstrap over clusters: in every replicate a cluster counts as often as a Poisson draw
 * of mean 1 says, with all its accounts (Chamandy, Muralidharan, Najmi, Naidu, Estimating
 * Uncertainty for Massive Data Streams, 2012; clusters: Davison and Hinkley, Bootstrap Methods and
 * their Application, 1997, section 3.8). A draw is a hash of seed, replicate and cluster, so it
 * depends on no order and no partition.
 *
 * @param replicates how many; 0 for no intervals
 * @param seed another seed, other draws
 */
public record Bootstrap(int replicates, long seed) {
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;
  private static final int MOST = 12;

  /** P(Poisson(1) <= k) for k = 0 to 11; a draw above 12, one in 10^10, counts as 12. */
  private static final double[] CUMULATIVE = cumulative();

  /** A 95 % interval. */
  public record Interval(double low, double high) {}

  private static double[] cumulative() {
    double[] sums = new double[MOST];
    double term = Math.exp(-1);
    double sum = 0;
    for (int k = 0; k < MOST; k++) {
      sum += term;
      sums[k] = sum;
      term /= k + 1;
    }
    return sums;
  }

  /** One replicate. */
  Replicate replicate(int number) {
    return new Replicate(XXH64.hashLong(number, seed));
  }

  /** How often each cluster counts in one replicate. */
  record Replicate(long salt) {
    int weight(long cluster) {
      double uniform = (XXH64.hashLong(cluster, salt) >>> 11) * 0x1p-53;
      int k = 0;
      while (k < MOST && uniform >= CUMULATIVE[k]) {
        k++;
      }
      return k;
    }
  }

  /**
   * The middle 95 % of the replicates' values; null where fewer than half of them have one, as
   * where a replicate seldom draws a positive.
   *
   * @param values of the replicates; NaN for none
   */
  Interval interval(double[] values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (known.length == 0 || 2 * known.length < values.length) {
      return null;
    }
    return new Interval(
        Quantiles.ofSorted(known, known.length, LOW),
        Quantiles.ofSorted(known, known.length, HIGH));
  }
}
