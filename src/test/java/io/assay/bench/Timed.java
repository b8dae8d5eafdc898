package io.assay.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long something took.
 *
 * @param clock seconds on the clock
 * @param cpu seconds of all cores, which busy neighbours change less
 */
record Timed(double clock, double cpu) {

  static Timed of(Runnable work) {
    long clock = System.nanoTime();
    long cpu = Machine.cpuNanos();
    work.run();
    return new Timed((System.nanoTime() - clock) / 1e9, (Machine.cpuNanos() - cpu) / 1e9);
  }

  /** Both medians, which may be of different rounds. */
  static Timed median(List<Timed> rounds) {
    return new Timed(median(rounds, Timed::clock), median(rounds, Timed::cpu));
  }

  static double median(List<Timed> rounds, ToDoubleFunction<Timed> seconds) {
    double[] sorted = rounds.stream().mapToDouble(seconds).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
