package io.assay.statistics;

import java.io.Serializable;

/**
 * How improbable a value is by its distance from its peers, where a gap and not a rank tells: of
 * 20,000 the highest has the same rank whether it lies beside the second or a hundred times beyond.
 *
 * <p>x is the inverse hyperbolic sine of a value, which is its logarithm where it is large and
 * itself where it is small. Above the peers' 90 % quantile the tail is taken to fall exponentially:
 * .1 exp(-(x - q90) / h), which is .1 at q90, where the ranks of those below leave off. The scale h
 * follows from the peers between q90 and the 99 % quantile, so that the suspects, if they are not
 * more than one in a hundred, have no say in it: of an exponential tail cut off where a tenth of it
 * is left, the mean is h (1 - .1 ln 10 / .9).
 *
 * <p>Everything is read from counts in bins: q90 is the upper edge of its bin, and bins beyond
 * stand for their middle.
 *
 * @param q90 x of the upper edge of the bin that holds the 90 % quantile
 * @param scale h
 */
public record MagnitudeTail(double q90, double scale) implements Serializable {
  private static final double HIGH = 0.9;
  private static final double HIGHER = 0.99;
  private static final double BEYOND = 1 - HIGH;
  private static final double CUT = 1 - BEYOND * Math.log(10) / HIGH;

  /** An exponential tail is not known to go on so far that less could be said. */
  private static final double LEAST = 1e-5;

  /** Peers between the quantiles from which on a scale can be read. */
  private static final long LEAST_BETWEEN = 10;

  /** Null where too few peers lie between the quantiles to say how the tail falls. */
  public static MagnitudeTail of(TailCounts peers, SignedBins bins) {
    if (peers.n() == 0) {
      return null;
    }
    int from = peers.quantile(HIGH);
    int to = peers.quantile(HIGHER);
    double q90 = Asinh.of(bins.upper(from));
    long between = peers.upTo(to) - peers.upTo(from);
    if (between < LEAST_BETWEEN) {
      return null;
    }
    double sum = peers.sum(bin -> bin > from && bin <= to ? middle(bin, bins) - q90 : 0);
    return new MagnitudeTail(q90, sum / between / CUT);
  }

  /** The tail of a value's bin; NaN up to q90, where ranks tell. */
  public double of(int bin, SignedBins bins) {
    double beyond = middle(bin, bins) - q90;
    return beyond > 0 ? Math.max(LEAST, BEYOND * StrictMath.exp(-beyond / scale)) : Double.NaN;
  }

  private static double middle(int bin, SignedBins bins) {
    return Asinh.of((bins.lower(bin) + bins.upper(bin)) / 2);
  }
}
