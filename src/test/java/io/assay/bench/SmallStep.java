package io.assay.bench;

import io.assay.bench.ChildJava.Cost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;

/**
 * One process of a small crawl's day beside its floor: times of every round, counts of the last.
 */
final class SmallStep {

  /** Spark jobs a published table. */
  static final double JOBS_BAR = 8;

  private final String name;
  private final double bar;
  private final List<Cost> floor = new ArrayList<>();
  private final List<Cost> ours = new ArrayList<>();
  private List<String> published = List.of();
  private DeltaCommits commits;

  /**
   * @param bar the largest acceptable ratio of seconds on the clock
   */
  SmallStep(String name, double bar) {
    this.name = name;
    this.bar = bar;
  }

  void floor(Cost cost) {
    floor.add(cost);
  }

  /**
   * @param tables layer and table of each slice that was published
   * @param made commits of this process
   */
  void ours(Cost cost, List<String> tables, DeltaCommits made) {
    ours.add(cost);
    published = List.copyOf(tables);
    commits = made;
  }

  static String header() {
    return String.format(
        Locale.ROOT,
        "%-10s %8s %8s %6s %4s %11s %10s %10s   %6s %6s %7s %4s %10s %7s %8s",
        "process",
        "floor s",
        "ours s",
        "ratio",
        "bar",
        "floor cpu s",
        "ours cpu s",
        "cpu ratio",
        "tables",
        "jobs",
        "a table",
        "bar",
        "executions",
        "a table",
        "tasks");
  }

  String line() {
    Cost last = ours.get(ours.size() - 1);
    return String.format(
        Locale.ROOT,
        "%-10s %8.1f %8.1f %6.2f %4.1f %11.1f %10.1f %10.2f   %6d %6d %7.1f %4.0f %10d %7.1f %8d%s",
        name,
        median(floor, Cost::clock),
        median(ours, Cost::clock),
        ratio(),
        bar,
        median(floor, Cost::cpu),
        median(ours, Cost::cpu),
        median(ours, Cost::cpu) / median(floor, Cost::cpu),
        published.size(),
        last.jobs(),
        jobsPerTable(),
        JOBS_BAR,
        last.executions(),
        (double) last.executions() / published.size(),
        last.tasks(),
        ratio() <= bar && jobsPerTable() <= JOBS_BAR ? "" : "  OVER THE BAR");
  }

  /** How many commits were made, and to which tables too many. */
  String commitLine() {
    String counts =
        String.format(
            Locale.ROOT,
            "%-10s %d tables published in %d commits, the ledger written in %d",
            name,
            published.size(),
            commits.ofData(),
            commits.ofLedger());
    SortedMap<String, Integer> beyond = commits.beyond(published);
    return beyond.isEmpty() ? counts : counts + "  OVER THE BAR: " + beyond;
  }

  boolean acceptable() {
    return ratio() <= bar && jobsPerTable() <= JOBS_BAR && commits.beyond(published).isEmpty();
  }

  private double ratio() {
    return median(ours, Cost::clock) / median(floor, Cost::clock);
  }

  private double jobsPerTable() {
    return (double) ours.get(ours.size() - 1).jobs() / published.size();
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> of) {
    double[] sorted = costs.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
  }
}
