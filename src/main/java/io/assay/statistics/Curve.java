package io.assay.statistics;

/** A curve given by points, straight between them and constant beyond the ends. */
public final class Curve {

  private Curve() {}

  /**
   * Height of the curve at {@code x}.
   *
   * @param xs where its points lie, ascending, at least one
   * @param ys how high they are
   */
  public static double at(double[] xs, double[] ys, double x) {
    int right = 0;
    while (right < xs.length && xs[right] <= x) {
      right++;
    }
    if (right == 0 || right == xs.length) {
      return ys[right == 0 ? 0 : right - 1];
    }
    double way = (x - xs[right - 1]) / (xs[right] - xs[right - 1]);
    return ys[right - 1] + (ys[right] - ys[right - 1]) * way;
  }
}
