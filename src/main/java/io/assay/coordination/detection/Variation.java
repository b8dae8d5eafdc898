package io.assay.coordination.detection;

/** Step 7: sums over the cells of a table, for the variation of the rates behind the counts. */
final class Variation {
  private double squares;
  private double variances;
  private double expectations;
  private double errors;
  private long cells;

  /**
   * @param count engagements of a cell
   * @param expected how many there would be if rates did not differ; above 0
   * @param posts that could be engaged
   */
  void add(int count, double expected, double posts) {
    double variance = expected * (1 - expected / Math.max(1, posts));
    squares += (count - expected) * (count - expected);
    variances += variance;
    // A count of one post is 0 or 1: its variance is known from its mean, whatever rates do.
    expectations += expected * expected * (1 - 1 / Math.max(1, posts));
    errors += 2 * variance * variance + variance;
    cells++;
  }

  /**
   * @param fitted rows and columns, whose sums the expectations were made of
   */
  double kappa(int fitted) {
    double left = cells - fitted + 1.0;
    return left > 0 && expectations > 0 ? (squares * cells / left - variances) / expectations : 0;
  }

  /** Infinite where nothing is known. */
  double error() {
    return expectations > 0 ? Math.sqrt(errors) / expectations : Double.POSITIVE_INFINITY;
  }
}
