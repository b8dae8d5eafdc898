package io.assay.statistics;

import java.util.Map;

/**
 * How many of some accounts are of a kind, by what their likelihoods say together (Saerens, Latinne
 * and Decaestecker, Adjusting the Outputs of a Classifier to New a Priori Probabilities, Neural
 * Computation 14, 2002): the share is taken to be the mean likelihood, the likelihoods' odds are
 * shifted to that share, and so on until it stays. It holds as far as accounts of the kind look as
 * those that the likelihoods were fitted to.
 */
public final class ShareOfKind {

  /** Bins a unit of the logarithm of odds, in which accounts are counted. */
  public static final double BINS = 100;

  /** More than half of all cannot be told from what is usual. */
  public static final double MOST = 0.5;

  private static final int ROUNDS = 2_000;
  private static final double CLOSE = 1e-9;

  private ShareOfKind() {}

  /** The bin of the logarithm of odds. */
  public static int bin(double logit) {
    return (int) Math.floor(Math.max(-1_000, Math.min(1_000, logit)) * BINS);
  }

  /** Mean likelihood of accounts, by their bins, after a shift of the odds. */
  public static double mean(Map<Integer, Long> bins, double shift) {
    double sum = 0;
    long n = 0;
    for (Map.Entry<Integer, Long> bin : bins.entrySet()) {
      double middle = (bin.getKey() + 0.5) / BINS;
      sum += bin.getValue() * LikelihoodModel.probability(middle + shift);
      n += bin.getValue();
    }
    return sum / n;
  }

  /**
   * The share of accounts that are of the kind.
   *
   * @param bins accounts by {@link #bin} of the logarithm of their odds, in rising order
   * @param share for which these odds are true, between 0 and 1
   * @return from one account in all of them up to one half
   */
  public static double of(Map<Integer, Long> bins, double share) {
    long n = bins.values().stream().mapToLong(Long::longValue).sum();
    double least = Math.min(MOST, 1.0 / n);
    double now = Math.max(least, Math.min(MOST, share));
    for (int round = 0; round < ROUNDS; round++) {
      double shift = LikelihoodModel.logit(now) - LikelihoodModel.logit(share);
      double next = Math.max(least, Math.min(MOST, mean(bins, shift)));
      if (Math.abs(next - now) < CLOSE) {
        return next;
      }
      now = next;
    }
    return now;
  }
}
