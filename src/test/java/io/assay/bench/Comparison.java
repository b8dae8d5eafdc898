package io.assay.bench;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times of one workload at one size, beside the baseline's. */
final class Comparison {

  private static final DecimalFormat BAR =
      new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));

  private final String workload;
  private final long rows;
  private final double bar;
  private final List<Timed> baseline = new ArrayList<>();
  private final List<Timed> ours = new ArrayList<>();

  /**
   * Names of the columns of {@link #line}.
   *
   * @param row what a row of the workload is
   */
  static String header(String row) {
    return String.format(
        Locale.ROOT,
        "%-12s %12s %12s %10s %8s %6s %10s %10s %8s %10s",
        "workload",
        row + "s",
        "baseline s",
        "ours s",
        "ratio",
        "bar",
        "cpu ratio",
        "us/" + row,
        "growth",
        "peak MB");
  }

  /**
   * @param bar the largest ratio that is acceptable; NaN where any is
   */
  Comparison(String workload, long rows, double bar) {
    this.workload = workload;
    this.rows = rows;
    this.bar = bar;
  }

  /** Runs both, the baseline first in even rounds and last in odd ones. */
  void round(int round, Runnable theirs, Runnable mine) {
    if (round % 2 == 0) {
      baseline.add(Timed.of(theirs));
      ours.add(Timed.of(mine));
    } else {
      ours.add(Timed.of(mine));
      baseline.add(Timed.of(theirs));
    }
  }

  /** Something to measure ours beside, and what that gives. */
  record Yardstick(Comparison comparison, Runnable work) {}

  /** Runs ours once and all yardsticks, these first in even rounds and last in odd ones. */
  static void round(int round, Runnable mine, List<Yardstick> yardsticks) {
    Timed before = round % 2 == 0 ? null : Timed.of(mine);
    List<Timed> theirs = yardsticks.stream().map(yardstick -> Timed.of(yardstick.work())).toList();
    Timed ours = before == null ? Timed.of(mine) : before;
    for (int i = 0; i < theirs.size(); i++) {
      yardsticks.get(i).comparison().baseline.add(theirs.get(i));
      yardsticks.get(i).comparison().ours.add(ours);
    }
  }

  String workload() {
    return workload;
  }

  boolean acceptable() {
    return !(ratio() > bar);
  }

  double secondsPerRow() {
    return Timed.median(ours, Timed::clock) / rows;
  }

  /**
   * One line of the table.
   *
   * @param smallest the same workload at the smallest size, to state how time per row grows
   */
  String line(Comparison smallest, long peakMegabytes) {
    return String.format(
        Locale.ROOT,
        "%-12s %,12d %12.1f %10.1f %8.2f %6s %10.2f %10.2f %8.2f %,10d%s",
        workload,
        rows,
        Timed.median(baseline, Timed::clock),
        Timed.median(ours, Timed::clock),
        ratio(),
        Double.isNaN(bar) ? "-" : BAR.format(bar),
        Timed.median(ours, Timed::cpu) / Timed.median(baseline, Timed::cpu),
        secondsPerRow() * 1e6,
        secondsPerRow() / smallest.secondsPerRow(),
        peakMegabytes,
        acceptable() ? "" : "  OVER THE BAR");
  }

  private double ratio() {
    return Timed.median(ours, Timed::clock) / Timed.median(baseline, Timed::clock);
  }
}
