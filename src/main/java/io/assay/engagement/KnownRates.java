package io.assay.engagement;

import io.assay.statistics.MedianInterval;
import io.assay.statistics.Quantiles;
import java.util.Arrays;

/**
 * The known among the rates of an account's posts, and their quantiles; null where they are fewer
 * than a rate needs. The array serves one selection after another, so that each is read before the
 * next is taken.
 */
final class KnownRates {
  private static final int EVERY = -1;
  private static final int UNKNOWN = -1;

  private final int atLeast;
  private double[] values = new double[256];
  private int n;

  /** Rank of the lower end of the median's interval; 0 without one. Worked out when asked for. */
  private int intervalRank;

  /**
   * @param atLeast posts that a rate needs
   */
  KnownRates(int atLeast) {
    this.atLeast = atLeast;
  }

  /** Selects the known rates of all posts. */
  KnownRates of(double[] rates, AccountPosts posts) {
    return of(rates, posts, EVERY);
  }

  /** Selects the known rates of one kind of post. */
  KnownRates of(double[] rates, AccountPosts posts, int media) {
    if (values.length < posts.size()) {
      values = new double[2 * posts.size()];
    }
    n = 0;
    for (int i = 0; i < posts.size(); i++) {
      boolean taken = media == EVERY || posts.value(i, PostBlock.MEDIA) == media;
      if (taken && !Double.isNaN(rates[i])) {
        values[n++] = rates[i];
      }
    }
    intervalRank = UNKNOWN;
    if (n >= atLeast) {
      Arrays.sort(values, 0, n);
    }
    return this;
  }

  Double median() {
    return quantile(0.5);
  }

  /** The quantile of a probability (0-1). */
  Double quantile(double probability) {
    return n < atLeast ? null : Double.valueOf(Quantiles.ofSorted(values, n, probability));
  }

  /** Lower end of the median's 95 % interval; null below 6 rates, too. */
  Double medianLow() {
    return intervalRank() == 0 ? null : Double.valueOf(values[intervalRank() - 1]);
  }

  /** Its upper end. */
  Double medianHigh() {
    return intervalRank() == 0 ? null : Double.valueOf(values[n - intervalRank()]);
  }

  private int intervalRank() {
    if (intervalRank == UNKNOWN) {
      intervalRank = n < atLeast ? 0 : MedianInterval.lowerRank(n);
    }
    return intervalRank;
  }
}
