package io.assay.bench;

import java.util.Collections;
import java.util.Locale;

/**
 * What the job cost at one size, beside the yardsticks.
 *
 * @param rows interactions that were asked for
 * @param held of these, those that the lake holds: one like of an actor and a post
 * @param job the whole job
 * @param fixed the same of next to nothing
 * @param read reading the interactions and counting their pairs
 * @param join pairs of posts by their common actors in SQL; null where it was not tried
 * @param peakMegabytes resident memory of the process so far
 */
record CoordinationCost(
    long rows, long held, Timed job, Timed fixed, Timed read, Timed join, long peakMegabytes) {
  private static final double MILLION = 1e6;

  /** Twice what the method's first form took for a million, one thread without any lake. */
  private static final double MILLION_BAR = 8;

  private static final double EXPONENT_BAR = 1.15;
  private static final long LARGE = 10_000_000;
  private static final double LARGE_BAR = 90;
  private static final long PEAK_BAR = 8_000;

  static String header() {
    return String.format(
        Locale.ROOT,
        "%12s %12s %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s",
        "asked for",
        "interactions",
        "job s",
        "cpu s",
        "read s",
        "ratio",
        "cpu",
        "join s",
        "ratio",
        "cpu",
        "s/M",
        "exponent",
        "cpu",
        "peak MB");
  }

  /** Seconds for a million, without what next to nothing costs. */
  double secondsPerMillion() {
    return (job.clock() - fixed.clock()) / held * MILLION;
  }

  /** Power of the number of rows with which time grew since a smaller size. */
  static double exponent(double less, double more, double sizes) {
    return Math.log(more / less) / Math.log(sizes);
  }

  /**
   * @param smaller the next smaller size, null at the smallest
   */
  boolean acceptable(CoordinationCost smaller) {
    boolean grows = smaller != null && clockExponent(smaller) > EXPONENT_BAR;
    boolean slow =
        rows == LARGE
            ? job.clock() > LARGE_BAR
            : rows == MILLION && secondsPerMillion() > MILLION_BAR;
    return !grows && !slow && (rows > LARGE || peakMegabytes < PEAK_BAR);
  }

  String line(CoordinationCost smaller) {
    return String.format(
            Locale.ROOT,
            "%,12d %,12d %8.1f %8.1f %8.1f %8.2f %8.2f %s %8.2f",
            rows,
            held,
            job.clock(),
            job.cpu(),
            read.clock(),
            job.clock() / read.clock(),
            job.cpu() / read.cpu(),
            join == null
                ? dashes(3)
                : String.format(
                    Locale.ROOT,
                    "%8.1f %8.2f %8.2f",
                    join.clock(),
                    job.clock() / join.clock(),
                    job.cpu() / join.cpu()),
            secondsPerMillion())
        + " "
        + (smaller == null
            ? dashes(2)
            : String.format(
                Locale.ROOT, "%8.2f %8.2f", clockExponent(smaller), cpuExponent(smaller)))
        + String.format(
            Locale.ROOT, " %,8d%s", peakMegabytes, acceptable(smaller) ? "" : "  OVER THE BAR");
  }

  private double clockExponent(CoordinationCost smaller) {
    return exponent(smaller.job.clock(), job.clock(), (double) held / smaller.held);
  }

  private double cpuExponent(CoordinationCost smaller) {
    return exponent(smaller.job.cpu(), job.cpu(), (double) held / smaller.held);
  }

  private static String dashes(int columns) {
    return String.join(" ", Collections.nCopies(columns, String.format("%8s", "-")));
  }
}
