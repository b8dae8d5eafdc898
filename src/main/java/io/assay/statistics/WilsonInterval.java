package io.assay.statistics;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * The 95 % interval of a share that was counted in a sample (Wilson, Probable inference, the law of
 * succession, and statistical inference, JASA 22, 1927), by Commons Math. It stays within 0 and 1
 * and says something where none or all of a sample was hit, which the usual plus and minus does
 * not.
 *
 * @param low its lower end, 0-1
 * @param high its upper end, 0-1
 */
public record WilsonInterval(double low, double high) {
  private static final double CONFIDENCE = 0.95;

  /** Of larger samples Commons Math doubles the size in an integer, which does not hold it. */
  private static final long MOST = 1_000_000_000;

  /**
   * The interval of the share {@code hits / trials}, which lies within it. Of a sample above a
   * billion it is that of a billion, and less than 0.01 % wide.
   *
   * @throws IllegalArgumentException if there is no trial, or there are more hits than trials
   */
  public static WilsonInterval of(long hits, long trials) {
    if (trials < 1 || hits < 0 || hits > trials) {
      throw new IllegalArgumentException(hits + " of " + trials + " is no share");
    }
    double share = (double) hits / trials;
    long size = Math.min(trials, MOST);
    ConfidenceInterval interval =
        new WilsonScoreInterval()
            .createInterval((int) size, (int) Math.round(share * size), CONFIDENCE);
    // Rounding may put an end on the wrong side of 0, of 1 or of the share itself.
    return new WilsonInterval(
        Math.min(share, Math.max(0, interval.getLowerBound())),
        Math.max(share, Math.min(1, interval.getUpperBound())));
  }
}
