package io.assay.workbench.evaluation;

import java.util.List;

/**
 * Whether a likelihood means what it says, over the assessed accounts. NaN where a metric has no
 * value: without positives and negatives, and for slope and intercept where {@link
 * LogisticFit#reason} says why.
 */
final class CalibrationMetrics {
  static final List<String> NAMES =
      List.of(
          Metrics.LOG_LOSS,
          Metrics.LOG_LOSS_OF_BASE_RATE,
          Metrics.CALIBRATION_SLOPE,
          Metrics.CALIBRATION_INTERCEPT);

  /**
   * Likelihoods are taken to lie between this and one minus this: a certainty that proves wrong
   * costs 13.8 and not infinitely much.
   */
  static final double EPSILON = 1e-6;

  private CalibrationMetrics() {}

  /** The metrics in the order of {@link #NAMES}. */
  static double[] values(RankedCounts assessed) {
    double[] fit =
        LogisticFit.reason(assessed) == null
            ? LogisticFit.of(assessed)
            : new double[] {Double.NaN, Double.NaN};
    return new double[] {logLoss(assessed), logLossOfBaseRate(assessed), fit[1], fit[0]};
  }

  /**
   * Mean of -ln(likelihood given to what was true), in nats (Good, Rational Decisions, 1952);
   * likelihoods clipped by {@link #EPSILON}.
   */
  static double logLoss(RankedCounts counts) {
    if (counts.reason() != null) {
      return Double.NaN;
    }
    double sum = 0;
    long n = 0;
    for (int i = 0; i < counts.thresholds(); i++) {
      double p = clipped(counts.scores()[i]);
      sum -= counts.positives()[i] * Math.log(p) + counts.negatives()[i] * Math.log1p(-p);
      n += counts.positives()[i] + counts.negatives()[i];
    }
    return sum / n;
  }

  /** The log-loss of giving every account the share of positives: what has to be beaten. */
  static double logLossOfBaseRate(RankedCounts counts) {
    if (counts.reason() != null) {
      return Double.NaN;
    }
    double p = (double) counts.allPositives() / (counts.allPositives() + counts.allNegatives());
    return -p * Math.log(p) - (1 - p) * Math.log1p(-p);
  }

  static double clipped(double likelihood) {
    return Math.min(Math.max(likelihood, EPSILON), 1 - EPSILON);
  }

  static double logit(double likelihood) {
    double p = clipped(likelihood);
    return Math.log(p) - Math.log1p(-p);
  }
}
