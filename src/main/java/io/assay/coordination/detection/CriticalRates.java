package io.assay.coordination.detection;

import io.assay.statistics.PoissonTail;
import java.util.Arrays;

/**
 * The largest rate at which a count is still improbable: P(X &ge; count) is at most the chance up
 * to it. A tail is only computed once for each count, however many pairs are tested.
 */
public final class CriticalRates {
  private static final int STEPS = 60;

  private final double chance;
  private double[] rates = {0};

  /**
   * @param chance largest probability
   */
  public CriticalRates(double chance) {
    this.chance = chance;
  }

  /**
   * @param count at least 1
   */
  public double of(int count) {
    if (count >= rates.length) {
      int known = rates.length;
      rates = Arrays.copyOf(rates, Math.max(count + 1, 2 * known));
      for (int k = known; k < rates.length; k++) {
        rates[k] = search(k);
      }
    }
    return rates[count];
  }

  /** By halving; the tail rises with the rate and is above one half at a rate of count + 1. */
  private double search(int count) {
    double low = 0;
    double high = count + 1.0;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (PoissonTail.of(count, middle) <= chance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
