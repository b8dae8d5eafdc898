package io.assay.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of one workload at one size, beside the baseline's. */
final class Comparison {

  static final String HEADER =
      String.format(
          Locale.ROOT,
          "%-12s %12s %12s %10s %8s %6s %10s %8s %10s",
          "workload",
          "posts",
          "baseline s",
          "ours s",
          "ratio",
          "bar",
          "us/post",
          "growth",
          "peak MB");

  private final String workload;
  private final long rows;
  private final double bar;
  private final List<Double> baseline = new ArrayList<>();
  private final List<Double> ours = new ArrayList<>();

  /**
   * @param bar the largest ratio that is acceptable
   */
  Comparison(String workload, long rows, double bar) {
    this.workload = workload;
    this.rows = rows;
    this.bar = bar;
  }

  /** Runs both, the baseline first in even rounds and last in odd ones. */
  void round(int round, Runnable theirs, Runnable mine) {
    if (round % 2 == 0) {
      baseline.add(seconds(theirs));
      ours.add(seconds(mine));
    } else {
      ours.add(seconds(mine));
      baseline.add(seconds(theirs));
    }
  }

  String workload() {
    return workload;
  }

  boolean acceptable() {
    return ratio() <= bar;
  }

  double secondsPerRow() {
    return median(ours) / rows;
  }

  /**
   * One line of the table.
   *
   * @param smallest the same workload at the smallest size, to state how time per row grows
   */
  String line(Comparison smallest, long peakMegabytes) {
    return String.format(
        Locale.ROOT,
        "%-12s %,12d %12.1f %10.1f %8.2f %6.0f %10.2f %8.2f %,10d%s",
        workload,
        rows,
        median(baseline),
        median(ours),
        ratio(),
        bar,
        secondsPerRow() * 1e6,
        secondsPerRow() / smallest.secondsPerRow(),
        peakMegabytes,
        acceptable() ? "" : "  OVER THE BAR");
  }

  private double ratio() {
    return median(ours) / median(baseline);
  }

  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
