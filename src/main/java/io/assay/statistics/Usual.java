package io.assay.statistics;

/**
 * What is usual of some values: it withstands anything short of half of them.
 *
 * @param values each, in their order
 * @param median of them
 * @param mad median of their distances from it
 */
public record Usual(double[] values, double median, double mad) {

  /** Makes the MAD of a normal distribution its standard deviation. */
  private static final double MAD_TO_DEVIATION = 1.4826;

  public static Usual of(double[] values) {
    double median = Quantiles.median(values.clone(), values.length);
    double[] off = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      off[i] = Math.abs(values[i] - median);
    }
    return new Usual(values, median, Quantiles.median(off, off.length));
  }

  /**
   * What counts as one deviation from the median.
   *
   * @param least at least so much
   */
  public double scale(double least) {
    return Math.max(MAD_TO_DEVIATION * mad, least);
  }
}
