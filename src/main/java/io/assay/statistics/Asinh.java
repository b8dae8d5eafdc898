package io.assay.statistics;

/** The inverse hyperbolic sine: the logarithm of what is large, and itself where it is small. */
public final class Asinh {
  private Asinh() {}

  /** Odd, rising, and the same on every machine. */
  public static double of(double value) {
    double size = Math.abs(value);
    return Math.copySign(StrictMath.log(size + StrictMath.sqrt(size * size + 1)), value);
  }
}
