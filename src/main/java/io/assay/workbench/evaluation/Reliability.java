package io.assay.workbench.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came true of which likelihood: accounts in ten equal bins of likelihood, of each the mean
 * likelihood and the share that is positive (DeGroot and Fienberg, The Comparison and Evaluation of
 * Forecasters, 1983). Empty bins are left out.
 */
final class Reliability {
  private static final int BINS = 10;

  private Reliability() {}

  static List<Result> of(Part part, RankedCounts assessed) {
    double[] sums = new double[BINS];
    long[] positives = new long[BINS];
    long[] accounts = new long[BINS];
    for (int i = 0; i < assessed.thresholds(); i++) {
      double likelihood = assessed.scores()[i];
      int bin = Math.min((int) (likelihood * BINS), BINS - 1);
      long n = assessed.positives()[i] + assessed.negatives()[i];
      sums[bin] += likelihood * n;
      positives[bin] += assessed.positives()[i];
      accounts[bin] += n;
    }
    List<Result> results = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      long n = accounts[bin];
      if (n > 0) {
        long p = positives[bin];
        results.add(result(Metrics.MEAN_LIKELIHOOD, part, sums[bin] / n, n, p, bin));
        results.add(result(Metrics.SHARE_POSITIVE, part, (double) p / n, n, p, bin));
      }
    }
    return results;
  }

  private static Result result(String metric, Part part, double value, long n, long p, int bin) {
    String name = String.format(Locale.ROOT, "%.1f-%.1f", bin / 10.0, (bin + 1) / 10.0);
    return Result.of(metric, Result.ASSESSED, part, value, n, p, null).ofBin(name);
  }
}
