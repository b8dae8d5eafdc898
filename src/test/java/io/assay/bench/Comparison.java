package io.assay.bench;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Times of one workload at one size, beside the baseline's. */
final class Comparison {

  private static final DecimalFormat BAR =
      new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));

  private final String workload;
  private final long rows;
  private final double bar;
  private final List<Sample> baseline = new ArrayList<>();
  private final List<Sample> ours = new ArrayList<>();

  /** Seconds on the clock, and seconds of all cores, which busy neighbours change less. */
  private record Sample(double clock, double cpu) {}

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
      baseline.add(sample(theirs));
      ours.add(sample(mine));
    } else {
      ours.add(sample(mine));
      baseline.add(sample(theirs));
    }
  }

  /** Something to measure ours beside, and what that gives. */
  record Yardstick(Comparison comparison, Runnable work) {}

  /** Runs ours once and all yardsticks, these first in even rounds and last in odd ones. */
  static void round(int round, Runnable mine, List<Yardstick> yardsticks) {
    Sample before = round % 2 == 0 ? null : sample(mine);
    List<Sample> theirs = yardsticks.stream().map(yardstick -> sample(yardstick.work())).toList();
    Sample ours = before == null ? sample(mine) : before;
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
    return median(ours, Sample::clock) / rows;
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
        median(baseline, Sample::clock),
        median(ours, Sample::clock),
        ratio(),
        Double.isNaN(bar) ? "-" : BAR.format(bar),
        median(ours, Sample::cpu) / median(baseline, Sample::cpu),
        secondsPerRow() * 1e6,
        secondsPerRow() / smallest.secondsPerRow(),
        peakMegabytes,
        acceptable() ? "" : "  OVER THE BAR");
  }

  private double ratio() {
    return median(ours, Sample::clock) / median(baseline, Sample::clock);
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> seconds) {
    double[] sorted = samples.stream().mapToDouble(seconds).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static Sample sample(Runnable work) {
    long clock = System.nanoTime();
    long cpu = Machine.cpuNanos();
    work.run();
    return new Sample((System.nanoTime() - clock) / 1e9, (Machine.cpuNanos() - cpu) / 1e9);
  }
}
