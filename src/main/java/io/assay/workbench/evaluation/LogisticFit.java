package io.assay.workbench.evaluation;

/**
 * Logistic regression of the label on the logit of the likelihood, intercept and slope by maximum
 * likelihood: a calibrated likelihood has slope 1 and intercept 0, one that is too sure of itself a
 * slope below 1 (Cox, Two Further Applications of a Model for Binary Regression, Biometrika 45,
 * 1958). Newton's method on counts per distinct likelihood, which MLlib does not take.
 */
final class LogisticFit {
  private static final int MAX_STEPS = 100;
  private static final int MAX_HALVINGS = 40;
  private static final double TOLERANCE = 1e-10;

  private LogisticFit() {}

  /** Why there is no estimate; null if there is one. */
  static String reason(RankedCounts counts) {
    if (counts.reason() != null) {
      return counts.reason();
    }
    // Scores descend: the first index met is the highest likelihood.
    int highestPositive = -1;
    int lowestPositive = -1;
    int highestNegative = -1;
    int lowestNegative = -1;
    for (int i = 0; i < counts.thresholds(); i++) {
      if (counts.positives()[i] > 0) {
        highestPositive = highestPositive < 0 ? i : highestPositive;
        lowestPositive = i;
      }
      if (counts.negatives()[i] > 0) {
        highestNegative = highestNegative < 0 ? i : highestNegative;
        lowestNegative = i;
      }
    }
    if (logit(counts, Math.min(highestPositive, highestNegative))
        == logit(counts, Math.max(lowestPositive, lowestNegative))) {
      return "all likelihoods are equal";
    }
    boolean overlap =
        logit(counts, lowestPositive) < logit(counts, highestNegative)
            && logit(counts, lowestNegative) < logit(counts, highestPositive);
    return overlap ? null : "the likelihood separates the labels: the slope has no bound";
  }

  /**
   * @param counts of which {@link #reason} is null
   * @return intercept and slope
   */
  static double[] of(RankedCounts counts) {
    double[] x = new double[counts.thresholds()];
    for (int i = 0; i < x.length; i++) {
      x[i] = logit(counts, i);
    }
    double[] at = {0, 1};
    double likelihood = logLikelihood(counts, x, at);
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] change = newtonStep(counts, x, at);
      double scale = 1;
      double[] next = moved(at, change, scale);
      double reached = logLikelihood(counts, x, next);
      for (int i = 0; i < MAX_HALVINGS && !(reached >= likelihood); i++) {
        scale /= 2;
        next = moved(at, change, scale);
        reached = logLikelihood(counts, x, next);
      }
      double size = Math.abs(change[0] * scale) + Math.abs(change[1] * scale);
      if (reached >= likelihood) {
        at = next;
        likelihood = reached;
      }
      if (size < TOLERANCE * (1 + Math.abs(at[0]) + Math.abs(at[1]))) {
        return at;
      }
    }
    // A concave likelihood with a maximum: only rounding keeps the steps from vanishing.
    return at;
  }

  private static double[] newtonStep(RankedCounts counts, double[] x, double[] at) {
    double g0 = 0;
    double g1 = 0;
    double h00 = 0;
    double h01 = 0;
    double h11 = 0;
    for (int i = 0; i < x.length; i++) {
      long n = counts.positives()[i] + counts.negatives()[i];
      double p = 1 / (1 + Math.exp(-(at[0] + at[1] * x[i])));
      double residual = counts.positives()[i] - n * p;
      double weight = n * p * (1 - p);
      g0 += residual;
      g1 += residual * x[i];
      h00 += weight;
      h01 += weight * x[i];
      h11 += weight * x[i] * x[i];
    }
    double determinant = h00 * h11 - h01 * h01;
    return new double[] {(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant};
  }

  private static double logLikelihood(RankedCounts counts, double[] x, double[] at) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double z = at[0] + at[1] * x[i];
      // -ln(1 - p) is softplus(z), and -ln p is softplus(-z) = softplus(z) - z.
      double surprise = softplus(z);
      sum -= counts.positives()[i] * (surprise - z) + counts.negatives()[i] * surprise;
    }
    return sum;
  }

  /** ln(1 + e^z) without overflow. */
  private static double softplus(double z) {
    return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
  }

  private static double[] moved(double[] at, double[] change, double scale) {
    return new double[] {at[0] + scale * change[0], at[1] + scale * change[1]};
  }

  private static double logit(RankedCounts counts, int i) {
    return CalibrationMetrics.logit(counts.scores()[i]);
  }
}
