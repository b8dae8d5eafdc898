package io.assay.coordination.detection;

/** How the order statistics of {@link Background} are made, wherever events are counted. */
public final class BackgroundRanks {

  private BackgroundRanks() {}

  /**
   * The absolute difference of ln delay as the bits of a float: numbers from 0 on are in the order
   * of their bits.
   *
   * @param delay seconds, at least 1
   */
  public static int differenceBits(int delay, int other) {
    return Float.floatToIntBits((float) Background.difference(delay, other));
  }

  /** The median from the bits of the two differences in the middle. */
  public static double median(int lowBits, int highBits) {
    return (Float.intBitsToFloat(lowBits) + Float.intBitsToFloat(highBits)) / 2.0;
  }

  /** How many of some timed events are the fastest, which the second pass of step 2 looks at. */
  public static long fastest(long timed) {
    return PodSearch.fastest(timed, CoordinationMethod.DEFAULT.mutual().fastShare());
  }
}
